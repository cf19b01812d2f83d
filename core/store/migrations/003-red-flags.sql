-- Red flags: answers to their questions, alerts and what became of them. docs/database.md explains each table.
-- This file has landed: it is never edited. A change is the next numbered file.

-- One answer to one question of the rules; the latest stands. taken_back: what was told until then counts no longer.
CREATE TABLE answer (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    episode_id TEXT REFERENCES episode (id),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    question TEXT NOT NULL CHECK (question GLOB '[a-z]*'),
    value TEXT NOT NULL CHECK (value IN ('yes', 'no', 'unsure', 'skipped', 'taken_back')),
    change TEXT CHECK (change IN ('new', 'worse', 'unchanged')),
    since_days INTEGER CHECK (since_days BETWEEN 0 AND 36500),
    clinician_knows INTEGER CHECK (clinician_knows IN (0, 1)),
    items INTEGER CHECK (items BETWEEN 0 AND 100),
    flags TEXT NOT NULL
) STRICT;
CREATE INDEX answer_question ON answer (question, at_utc_ms);
CREATE INDEX answer_at ON answer (at_utc_ms);
CREATE INDEX answer_episode ON answer (episode_id);

-- One raising of one rule, as it stands now.
CREATE TABLE alert (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    rule TEXT NOT NULL CHECK (rule GLOB '[a-z]*'),
    level TEXT NOT NULL CHECK (level IN ('check_in', 'soon', 'urgent', 'emergency')),
    state TEXT NOT NULL CHECK (state IN ('open', 'snoozed', 'closed')),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    since_utc_ms INTEGER NOT NULL CHECK (since_utc_ms >= 0),
    since_offset_min INTEGER NOT NULL CHECK (since_offset_min BETWEEN -1080 AND 1080),
    episode_id TEXT, -- which was current at the last change; it may have been erased since
    until_utc_ms INTEGER CHECK (until_utc_ms >= 0),
    until_offset_min INTEGER CHECK (until_offset_min BETWEEN -1080 AND 1080),
    urgent_snoozes INTEGER NOT NULL CHECK (urgent_snoozes >= 0),
    closing TEXT CHECK (closing IN ('seen', 'mistake', 'dismissed', 'ended')),
    because TEXT NOT NULL,
    CHECK ((state = 'closed') = (closing IS NOT NULL)),
    CHECK ((state = 'snoozed') = (until_utc_ms IS NOT NULL)),
    CHECK ((until_utc_ms IS NULL) = (until_offset_min IS NULL)),
    CHECK (level <> 'emergency' OR (state <> 'snoozed' AND coalesce(closing, '') NOT IN ('dismissed', 'ended')))
) STRICT;
CREATE INDEX alert_rule ON alert (rule, at_utc_ms);
CREATE INDEX alert_active ON alert (state) WHERE state <> 'closed';
CREATE INDEX alert_at ON alert (at_utc_ms);
CREATE INDEX alert_closed ON alert (since_utc_ms) WHERE state = 'closed';

-- What happened to an alert, in order. Never changed.
CREATE TABLE alert_step (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_utc_ms INTEGER NOT NULL CHECK (created_utc_ms >= 0),
    updated_utc_ms INTEGER NOT NULL CHECK (updated_utc_ms >= 0),
    machine TEXT NOT NULL CHECK (length(machine) = 12),
    deleted_utc_ms INTEGER CHECK (deleted_utc_ms >= 0),
    alert_id TEXT NOT NULL REFERENCES alert (id),
    at_utc_ms INTEGER NOT NULL CHECK (at_utc_ms >= 0),
    at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),
    change TEXT NOT NULL CHECK (change IN ('raised', 'level_changed', 'shown', 'snoozed', 'reopened', 'closed')),
    level TEXT NOT NULL CHECK (level IN ('check_in', 'soon', 'urgent', 'emergency')),
    closing TEXT CHECK (closing IN ('seen', 'mistake', 'dismissed', 'ended'))
) STRICT;
CREATE INDEX alert_step_alert ON alert_step (alert_id, at_utc_ms);

-- The rules look at the latest of each of these.
CREATE INDEX symptom_latest ON symptom (symptom, at_utc_ms);
CREATE INDEX intake_at ON intake (at_utc_ms);
