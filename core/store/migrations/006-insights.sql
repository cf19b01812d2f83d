-- Months at a glance: filters kept under a name, and the indexes that the whole history is read from.
-- docs/database.md explains each table. This file has landed: it is never edited. A change is the next numbered file.

CREATE TABLE saved_filter (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    search TEXT NOT NULL,
    span TEXT NOT NULL CHECK (span IN ('ever', 'days_30', 'year', 'from_to')),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    place TEXT NOT NULL,
    pain_at_least INTEGER CHECK (pain_at_least BETWEEN 0 AND 10),
    pain_at_most INTEGER CHECK (pain_at_most BETWEEN 0 AND 10),
    symptom TEXT NOT NULL,
    trigger_id TEXT NOT NULL
) STRICT;

-- Read from beginning to end without a look at the tables.
DROP INDEX reading_episode;
CREATE INDEX reading_episode ON reading (episode_id, at_utc_ms, deleted_utc_ms, pain, at_offset_min);
DROP INDEX seat_span_begin;
CREATE INDEX seat_span_begin ON seat_span (begin_utc_ms, id, deleted_utc_ms, begin_offset_min, end_utc_ms, posture);
DROP INDEX symptom_at;
CREATE INDEX symptom_at ON symptom (at_utc_ms, at_offset_min, deleted_utc_ms);
CREATE INDEX relief_at ON relief (at_utc_ms, at_offset_min, deleted_utc_ms, method, effect);
