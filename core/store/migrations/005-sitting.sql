-- Sitting: spans of one posture, answers to reminders, own exercises. docs/database.md explains each table.
-- This file has landed: it is never edited. A change is the next numbered file.

-- No end: it goes on. On the wall clock an end may stand before its beginning, where the clock was set; what counts for
-- lengths is boot time.
CREATE TABLE seat_span (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    posture TEXT NOT NULL CHECK (posture IN ('seated', 'standing', 'walking', 'lying', 'away', 'suspended')),
    cause TEXT NOT NULL
        CHECK (cause IN ('told', 'got_up', 'input', 'idle', 'locked', 'asleep', 'break_over', 'corrected')),
    begin_utc_ms INTEGER NOT NULL CHECK (begin_utc_ms >= 0),
    begin_offset_min INTEGER NOT NULL CHECK (begin_offset_min BETWEEN -1080 AND 1080),
    begin_boot_ms INTEGER NOT NULL CHECK (begin_boot_ms >= 0),
    end_utc_ms INTEGER CHECK (end_utc_ms >= 0),
    end_offset_min INTEGER CHECK (end_offset_min BETWEEN -1080 AND 1080),
    end_boot_ms INTEGER CHECK (end_boot_ms >= begin_boot_ms),
    boot_id TEXT NOT NULL,
    CHECK ((end_utc_ms IS NULL) = (end_offset_min IS NULL)),
    CHECK ((end_utc_ms IS NULL) = (end_boot_ms IS NULL))
) STRICT;
CREATE INDEX seat_span_begin ON seat_span (begin_utc_ms);
CREATE INDEX seat_span_open ON seat_span (machine) WHERE end_utc_ms IS NULL;

CREATE TABLE seat_event (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    deed TEXT NOT NULL
        CHECK (deed IN ('snoozed', 'skipped', 'paused', 'meeting', 'meeting_over', 'resumed', 'shorter_offered')),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    at_boot_ms INTEGER NOT NULL CHECK (at_boot_ms >= 0),
    at_boot_id TEXT NOT NULL,
    length_min INTEGER CHECK (length_min BETWEEN 1 AND 2880),
    episode_id TEXT, -- which was open; it may have been erased since
    CHECK ((length_min IS NOT NULL) = (deed IN ('paused', 'meeting')))
) STRICT;
CREATE INDEX seat_event_at ON seat_event (at_utc_ms);

CREATE TABLE own_exercise (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    text TEXT NOT NULL,
    picture TEXT NOT NULL CHECK (instr(picture, '/') = 0),
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
) STRICT;
