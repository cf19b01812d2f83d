-- Searching notes, and the indexes that History walks. docs/database.md explains each table.
-- This file has landed: it is never edited. A change is the next numbered file.

-- Every note that was written, once more for the search: kept by the triggers below, never written otherwise.
CREATE TABLE note_text (
    number INTEGER PRIMARY KEY,
    record_id TEXT NOT NULL UNIQUE CHECK (length(record_id) = 36),
    episode_id TEXT NOT NULL,
    deleted_utc_ms INTEGER,
    text TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE INDEX note_text_episode ON note_text (episode_id);

-- Its words, without case and without marks on the letters.
CREATE VIRTUAL TABLE note_search USING fts5 (
    text, content = 'note_text', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER note_text_added AFTER INSERT ON note_text BEGIN
    INSERT INTO note_search (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER note_text_gone AFTER DELETE ON note_text BEGIN
    INSERT INTO note_search (note_search, rowid, text) VALUES ('delete', old.number, old.text);
END;

CREATE TRIGGER reading_note_added AFTER INSERT ON reading WHEN new.note <> '' BEGIN
    INSERT INTO note_text (record_id, episode_id, deleted_utc_ms, text)
    VALUES (new.id, new.episode_id, new.deleted_utc_ms, new.note);
END;
CREATE TRIGGER reading_note_changed AFTER UPDATE ON reading WHEN new.note <> old.note BEGIN
    DELETE FROM note_text WHERE record_id = old.id;
    INSERT INTO note_text (record_id, episode_id, deleted_utc_ms, text)
    SELECT new.id, new.episode_id, new.deleted_utc_ms, new.note WHERE new.note <> '';
END;
CREATE TRIGGER reading_note_moved AFTER UPDATE ON reading WHEN new.note = old.note AND new.note <> '' BEGIN
    UPDATE note_text SET deleted_utc_ms = new.deleted_utc_ms, episode_id = new.episode_id WHERE record_id = new.id;
END;
CREATE TRIGGER reading_note_gone AFTER DELETE ON reading WHEN old.note <> '' BEGIN
    DELETE FROM note_text WHERE record_id = old.id;
END;

CREATE TRIGGER report_note_added AFTER INSERT ON report WHEN new.field = 'note' AND new.value ->> '$' <> '' BEGIN
    INSERT INTO note_text (record_id, episode_id, deleted_utc_ms, text)
    VALUES (new.id, new.episode_id, new.deleted_utc_ms, new.value ->> '$');
END;
CREATE TRIGGER report_note_changed AFTER UPDATE ON report
WHEN 'note' IN (new.field, old.field) AND (new.field, new.value) IS NOT (old.field, old.value) BEGIN
    DELETE FROM note_text WHERE record_id = old.id;
    INSERT INTO note_text (record_id, episode_id, deleted_utc_ms, text)
    SELECT new.id, new.episode_id, new.deleted_utc_ms, new.value ->> '$'
    WHERE new.field = 'note' AND new.value ->> '$' <> '';
END;
CREATE TRIGGER report_note_moved AFTER UPDATE ON report
WHEN new.field = 'note' AND (new.field, new.value) IS (old.field, old.value) BEGIN
    UPDATE note_text SET deleted_utc_ms = new.deleted_utc_ms, episode_id = new.episode_id WHERE record_id = new.id;
END;
CREATE TRIGGER report_note_gone AFTER DELETE ON report WHEN old.field = 'note' BEGIN
    DELETE FROM note_text WHERE record_id = old.id;
END;

-- What was written before.
INSERT INTO note_text (record_id, episode_id, deleted_utc_ms, text)
SELECT id, episode_id, deleted_utc_ms, note FROM reading WHERE note <> '';
INSERT INTO note_text (record_id, episode_id, deleted_utc_ms, text)
SELECT id, episode_id, deleted_utc_ms, value ->> '$' FROM report WHERE field = 'note' AND value ->> '$' <> '';

-- History reads all episodes at once: these hold all it needs of them.
DROP INDEX bout_episode;
CREATE INDEX bout_episode ON bout (episode_id, deleted_utc_ms, begin_utc_ms, begin_offset_min, end_utc_ms);
DROP INDEX reading_episode;
CREATE INDEX reading_episode ON reading (episode_id, at_utc_ms, deleted_utc_ms, pain);
DROP INDEX report_episode;
CREATE INDEX report_episode ON report (episode_id, field, at_utc_ms);
CREATE INDEX report_regions ON report (episode_id, at_utc_ms, id, deleted_utc_ms, value) WHERE field = 'regions';
CREATE INDEX report_triggers ON report (episode_id, at_utc_ms, id, deleted_utc_ms, value) WHERE field = 'triggers';
CREATE INDEX episode_deleted ON episode (deleted_utc_ms);
