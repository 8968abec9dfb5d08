-- Tells the process that has the database open of each write, ahead of its commit, so that it knows the version without asking.
CREATE TRIGGER revision_written AFTER INSERT, UPDATE, DELETE ON revision FOR EACH ROW CALL 'dev.footnote.database.replica.RevisionTrigger';

-- The few figures that may contradict others; made with each import.
CREATE TABLE rival_figure (
  id INTEGER PRIMARY KEY
);
