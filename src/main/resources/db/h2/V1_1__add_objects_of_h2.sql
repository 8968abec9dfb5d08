-- What only H2 has. It has no foreign keys: for each one H2 creates an index of its one column and prefers it to all others, so
-- it would read all children of a parent where five are requested. The import refuses references to missing records.

-- Texts without case, accents and widths. PostgreSQL has a function with the same name and the same results.
CREATE ALIAS folded DETERMINISTIC FOR 'dev.footnote.database.H2FoldFunction.folded';

-- Affiliations are listed with those that ended last, and the latest first. These are columns, because an index must lead to
-- the first few of thousands of affiliations.
ALTER TABLE affiliation ADD COLUMN is_over BOOLEAN GENERATED ALWAYS AS (to_text IS NOT NULL OR COALESCE(ended, FALSE));
ALTER TABLE affiliation ADD COLUMN last_known DATE
  GENERATED ALWAYS AS (COALESCE(from_earliest, held_on_earliest, to_earliest));
CREATE INDEX affiliation_person_id_is_over_last_known_id_idx ON affiliation
  (person_id, is_over, last_known DESC NULLS LAST, id DESC);
CREATE INDEX affiliation_organization_id_is_over_last_known_id_idx ON affiliation
  (organization_id, is_over, last_known DESC NULLS LAST, id DESC);
CREATE INDEX affiliation_reports_to_id_is_over_last_known_id_idx ON affiliation
  (reports_to_id, is_over, last_known DESC NULLS LAST, id DESC);

CREATE INDEX name_text_idx ON name (text);
CREATE INDEX source_title_idx ON source (title);

-- Definitions of the indexes that the first import drops while it fills the tables, because H2 builds an index of existing rows
-- many times faster than row by row. The next import creates the indexes that a killed import left out.
CREATE TABLE missing_index (
  table_name VARCHAR NOT NULL,
  definition VARCHAR NOT NULL
);

-- Tells the process that has the database open of each new version before its commit, so that it knows the version without a
-- query.
CREATE TRIGGER revision_written AFTER INSERT, UPDATE, DELETE ON revision FOR EACH ROW
  CALL 'dev.footnote.database.replica.RevisionTrigger';
