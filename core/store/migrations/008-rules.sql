-- The rules look back at each entry: what they ask for comes in order, so that nothing is sorted again.
-- docs/database.md explains each table.

DROP INDEX symptom_latest;
CREATE INDEX symptom_latest ON symptom (symptom, at_utc_ms, id) WHERE deleted_utc_ms IS NULL;
DROP INDEX answer_unsure;
CREATE INDEX answer_unsure ON answer (question, at_utc_ms, created_utc_ms, id) WHERE value = 'unsure';
DROP INDEX answer_decided;
CREATE INDEX answer_decided ON answer (question, at_utc_ms, created_utc_ms, id)
    WHERE value IN ('yes', 'no', 'taken_back');
DROP INDEX bout_end;
CREATE INDEX bout_end ON bout (deleted_utc_ms, end_utc_ms, episode_id);
DROP INDEX bout_episode;
CREATE INDEX bout_episode ON bout (episode_id, deleted_utc_ms, begin_utc_ms, id, begin_offset_min, end_utc_ms);
