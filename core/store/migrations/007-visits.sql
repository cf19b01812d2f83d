-- Before the doctor: appointments, and what a doctor asks that no episode tells.
-- docs/database.md explains each table. This file has landed: it is never edited. A change is the next numbered file.

CREATE TABLE visit (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0), -- may lie ahead
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    provider TEXT NOT NULL,
    goal TEXT NOT NULL,
    questions TEXT NOT NULL, -- one a line
    from_day TEXT NOT NULL
        CHECK (from_day = '' OR from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    to_day TEXT NOT NULL
        CHECK (to_day = '' OR to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    sections TEXT NOT NULL, -- ids with a comma between
    is_long INTEGER NOT NULL CHECK (is_long IN (0, 1)),
    shown_name TEXT NOT NULL CHECK (shown_name IN ('none', 'initials', 'full')),
    is_over INTEGER NOT NULL CHECK (is_over IN (0, 1)),
    said TEXT NOT NULL,
    to_do TEXT NOT NULL,
    CHECK (from_day = '' OR to_day = '' OR from_day <= to_day)
) STRICT;

-- The last told of a topic is how it stands; an empty text takes it back.
CREATE TABLE background (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    topic TEXT NOT NULL
        CHECK (topic IN ('first_began', 'diagnoses', 'tests_done', 'other_conditions', 'allergies')),
    text TEXT NOT NULL
) STRICT;

-- The page for the doctor reads a whole diary: how soon each entry was written, and how each field of an episode stands.
DROP INDEX reading_at;
CREATE INDEX reading_at ON reading (at_utc_ms, created_utc_ms, deleted_utc_ms);
DROP INDEX symptom_at;
CREATE INDEX symptom_at ON symptom (at_utc_ms, id, at_offset_min, deleted_utc_ms);
DROP INDEX function_limit_at;
CREATE INDEX function_limit_at ON function_limit (at_utc_ms, id);
CREATE INDEX report_told ON report (episode_id, field, at_utc_ms, id, deleted_utc_ms, value)
    WHERE field NOT IN ('regions', 'triggers', 'note');
