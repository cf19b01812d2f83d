-- The ground: episodes and all that a person tells about them. docs/database.md explains each table.
-- This file has landed: it is never edited. A change is the next numbered file.

-- What belongs to the file itself: 'machine' is how this machine signs what it writes.
CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One spasm episode. What is known of it stands in the tables that refer to it.
CREATE TABLE episode (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0)
) STRICT;

-- From a beginning to an end of an episode; no end: still open.
CREATE TABLE bout (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    episode_id TEXT NOT NULL REFERENCES episode (id),
    begin_utc_ms INTEGER NOT NULL CHECK (begin_utc_ms >= 0),
    begin_offset_min INTEGER NOT NULL CHECK (begin_offset_min BETWEEN -1080 AND 1080),
    end_utc_ms INTEGER CHECK (end_utc_ms >= 0),
    end_offset_min INTEGER CHECK (end_offset_min BETWEEN -1080 AND 1080),
    CHECK ((end_utc_ms IS NULL) = (end_offset_min IS NULL)),
    CHECK (end_utc_ms >= begin_utc_ms)
) STRICT;
CREATE INDEX bout_episode ON bout (episode_id);
CREATE INDEX bout_begin ON bout (begin_utc_ms);
CREATE INDEX bout_end ON bout (end_utc_ms);

-- Pain 0 to 10 at a moment.
CREATE TABLE reading (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    episode_id TEXT NOT NULL REFERENCES episode (id),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    pain INTEGER NOT NULL CHECK (pain BETWEEN 0 AND 10),
    at_rest INTEGER CHECK (at_rest IN (0, 1)),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX reading_episode ON reading (episode_id, at_utc_ms);
CREATE INDEX reading_at ON reading (at_utc_ms);

-- One thing told about an episode at a moment; the last told of a field is how it stands.
CREATE TABLE report (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    episode_id TEXT NOT NULL REFERENCES episode (id),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    field TEXT NOT NULL CHECK (field IN ('regions', 'triggers', 'quality', 'signs', 'pattern', 'activity', 'first_ever', 'sudden', 'swelling', 'bruise_over_spine', 'spasm_seconds', 'injury_at', 'note')),
    value TEXT NOT NULL CHECK (json_valid(value)),
    CHECK (json_type(value) IN (CASE
        WHEN field IN ('regions', 'triggers', 'quality', 'signs') THEN 'array'
        WHEN field IN ('pattern', 'activity', 'injury_at', 'note') THEN 'text'
        WHEN field = 'spasm_seconds' THEN 'integer'
        ELSE 'true' END, CASE
        WHEN field IN ('first_ever', 'sudden', 'swelling', 'bruise_over_spine') THEN 'false' ELSE '' END))
) STRICT;
CREATE INDEX report_episode ON report (episode_id, at_utc_ms);

-- A symptom there (present 1) or gone (0).
CREATE TABLE symptom (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    episode_id TEXT REFERENCES episode (id),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    symptom TEXT NOT NULL CHECK (symptom GLOB '[a-z]*'),
    side TEXT CHECK (side IN ('left', 'right', 'both', 'middle')),
    change TEXT CHECK (change IN ('new', 'worse', 'unchanged')),
    since_days INTEGER CHECK (since_days BETWEEN 0 AND 36500),
    present INTEGER NOT NULL CHECK (present IN (0, 1))
) STRICT;
CREATE INDEX symptom_episode ON symptom (episode_id);
CREATE INDEX symptom_at ON symptom (at_utc_ms);

-- How much the back limits something: 0 not, 1 a little, 2 a lot, 3 cannot.
CREATE TABLE function_limit (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    episode_id TEXT REFERENCES episode (id),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    function TEXT NOT NULL CHECK (function GLOB '[a-z]*'),
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3)
) STRICT;
CREATE INDEX function_limit_episode ON function_limit (episode_id);
CREATE INDEX function_limit_at ON function_limit (at_utc_ms);

-- A measured value in degrees Celsius or kilograms; unit_told is how the person said it.
CREATE TABLE measurement (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    quantity TEXT NOT NULL CHECK (quantity IN ('temperature', 'weight')),
    value REAL NOT NULL,
    unit_told TEXT NOT NULL CHECK (unit_told IN ('C', 'F', 'kg', 'lb')),
    CHECK (CASE quantity WHEN 'temperature' THEN value BETWEEN 30 AND 45 AND unit_told IN ('C', 'F')
        ELSE value > 0 AND value <= 500 AND unit_told IN ('kg', 'lb') END)
) STRICT;
CREATE INDEX measurement_at ON measurement (at_utc_ms);

-- Surgery, an injection or an epidural at the spine: when it was done, when it was told.
CREATE TABLE procedure (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    told_utc_ms INTEGER NOT NULL CHECK (told_utc_ms >= 0),
    told_offset_min INTEGER NOT NULL CHECK (told_offset_min BETWEEN -1080 AND 1080)
) STRICT;

-- A condition, risk or state of the skin that came (present 1) or went (0).
CREATE TABLE condition (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    condition TEXT NOT NULL CHECK (condition GLOB '[a-z]*'),
    present INTEGER NOT NULL CHECK (present IN (0, 1))
) STRICT;
CREATE INDEX condition_at ON condition (condition, at_utc_ms);

-- Something tried against the pain, and what it did.
CREATE TABLE relief (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    episode_id TEXT REFERENCES episode (id),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    method TEXT NOT NULL CHECK (method GLOB '[a-z]*'),
    effect TEXT CHECK (effect IN ('better', 'same', 'worse'))
) STRICT;
CREATE INDEX relief_episode ON relief (episode_id);

-- "No pain today": zero is not the same as nothing written. The day is the local day of at.
CREATE TABLE pain_free_day (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080)
) STRICT;
CREATE INDEX pain_free_day_at ON pain_free_day (at_utc_ms);

-- The person's own list of medicines.
CREATE TABLE medicine (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    name TEXT NOT NULL CHECK (name <> ''),
    class TEXT CHECK (class GLOB '[a-z]*'),
    use TEXT NOT NULL CHECK (use IN ('regular', 'rescue')),
    dose TEXT NOT NULL
) STRICT;

-- One time that a medicine was taken.
CREATE TABLE intake (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    medicine_id TEXT NOT NULL REFERENCES medicine (id),
    episode_id TEXT REFERENCES episode (id),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    dose TEXT NOT NULL,
    patch_site TEXT CHECK (patch_site IN ('at_site', 'elsewhere'))
) STRICT;
CREATE INDEX intake_medicine ON intake (medicine_id, at_utc_ms);
CREATE INDEX intake_episode ON intake (episode_id);

-- One fact about the person that changes advice; the last told of a key is how it stands.
CREATE TABLE profile_entry (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    key TEXT NOT NULL CHECK (key IN ('birth_year', 'pregnant_weeks', 'clinician_ok', 'emergency_number', 'name')),
    value TEXT NOT NULL
) STRICT;

-- A setting that a rule, an alarm or a report reads. Ranges: core/diary/settings.h.
CREATE TABLE setting (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    key TEXT NOT NULL CHECK (key GLOB '[a-z]*'),
    value TEXT NOT NULL
) STRICT;
CREATE INDEX setting_key ON setting (key);

-- What a record said before it was corrected or deleted. It counts nowhere.
CREATE TABLE change_log (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    replaced_utc_ms INTEGER NOT NULL CHECK (replaced_utc_ms >= 0),
    machine TEXT NOT NULL,
    old TEXT NOT NULL CHECK (json_valid(old))
) STRICT;
CREATE INDEX change_log_record ON change_log (record_id);

-- What was deleted more than 30 days ago: only that it was.
CREATE TABLE erased (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    kind TEXT NOT NULL,
    created_utc_ms INTEGER NOT NULL,
    deleted_utc_ms INTEGER NOT NULL,
    erased_utc_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
