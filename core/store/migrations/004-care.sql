-- Heat and cold: sessions and looks at the skin. docs/database.md explains each table.
-- This file has landed: it is never edited. A change is the next numbered file.

-- No end: it runs, or nobody has acknowledged its end. On the wall clock an end may stand before its beginning, where the
-- clock was set; what counts for lengths and rests is boot time.
CREATE TABLE care_session (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    episode_id TEXT, -- which was open when it began; it may have been erased since
    modality TEXT NOT NULL CHECK (modality IN ('heat', 'cold')),
    kind TEXT CHECK (kind IN ('pad', 'towel', 'bottle', 'shower', 'bath', 'pack', 'wrap')),
    planned_min INTEGER NOT NULL CHECK (planned_min BETWEEN 1 AND 1440),
    begin_utc_ms INTEGER NOT NULL CHECK (begin_utc_ms >= 0),
    begin_offset_min INTEGER NOT NULL CHECK (begin_offset_min BETWEEN -1080 AND 1080),
    begin_boot_ms INTEGER CHECK (begin_boot_ms >= 0),
    begin_boot_id TEXT,
    end_utc_ms INTEGER CHECK (end_utc_ms >= 0),
    end_offset_min INTEGER CHECK (end_offset_min BETWEEN -1080 AND 1080),
    end_boot_ms INTEGER CHECK (end_boot_ms >= 0),
    end_boot_id TEXT,
    pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
    pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
    skin TEXT CHECK (skin IN ('normal', 'pink', 'blotchy', 'blister', 'white_waxy', 'numb', 'hives')),
    felt TEXT CHECK (felt IN ('better', 'same', 'worse')),
    clock_confirmed INTEGER NOT NULL CHECK (clock_confirmed IN (0, 1)),
    CHECK ((begin_boot_ms IS NULL) = (begin_boot_id IS NULL)),
    CHECK ((end_boot_ms IS NULL) = (end_boot_id IS NULL)),
    CHECK ((end_utc_ms IS NULL) = (end_offset_min IS NULL)),
    CHECK (end_boot_ms IS NULL OR end_utc_ms IS NOT NULL),
    CHECK (begin_boot_ms IS NOT NULL OR end_utc_ms IS NOT NULL),
    CHECK (kind = 'wrap' OR planned_min <= 20 OR begin_boot_ms IS NULL)
) STRICT;
CREATE INDEX care_session_episode ON care_session (episode_id);
CREATE INDEX care_session_begin ON care_session (begin_utc_ms);
CREATE INDEX care_session_running ON care_session (begin_utc_ms) WHERE end_utc_ms IS NULL;

-- The skin looked at during a session, or again after it.
CREATE TABLE skin_check (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    session_id TEXT NOT NULL REFERENCES care_session (id),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    at_boot_ms INTEGER CHECK (at_boot_ms >= 0),
    at_boot_id TEXT,
    skin TEXT NOT NULL CHECK (skin IN ('normal', 'pink', 'blotchy', 'blister', 'white_waxy', 'numb', 'hives')),
    CHECK ((at_boot_ms IS NULL) = (at_boot_id IS NULL))
) STRICT;
CREATE INDEX skin_check_session ON skin_check (session_id);
CREATE INDEX skin_check_at ON skin_check (at_utc_ms);

-- The last answer that still decides a question, however many there are.
CREATE INDEX answer_unsure ON answer (question, at_utc_ms) WHERE value = 'unsure';
CREATE INDEX answer_decided ON answer (question, at_utc_ms) WHERE value IN ('yes', 'no', 'taken_back');
