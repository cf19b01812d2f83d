-- What a look at the rules asks for each question, each symptom and each spasm is read in the order of an index alone,
-- with nothing left to sort.
-- docs/database.md explains each table. This file has landed: it is never edited. A change is the next numbered file.

DROP INDEX bout_end;
CREATE INDEX bout_end ON bout (end_utc_ms, deleted_utc_ms, episode_id, begin_utc_ms);
DROP INDEX symptom_latest;
CREATE INDEX symptom_latest ON symptom (symptom, at_utc_ms, id);
DROP INDEX answer_unsure;
CREATE INDEX answer_unsure ON answer (question, at_utc_ms, created_utc_ms, id) WHERE value = 'unsure';
DROP INDEX answer_decided;
CREATE INDEX answer_decided ON answer (question, at_utc_ms, created_utc_ms, id) WHERE value IN ('yes', 'no', 'taken_back');
