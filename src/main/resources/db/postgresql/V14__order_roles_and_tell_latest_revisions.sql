-- What roles are ordered by when nobody says: those that ended last, the latest first. They are columns, because an index
-- has to lead to the first few of thousands of roles.
ALTER TABLE affiliation ADD COLUMN is_over BOOLEAN GENERATED ALWAYS AS (to_text IS NOT NULL OR COALESCE(ended, FALSE)) STORED;
ALTER TABLE affiliation ADD COLUMN last_known DATE
  GENERATED ALWAYS AS (COALESCE(from_earliest, held_on_earliest, to_earliest)) STORED;

DROP INDEX IF EXISTS affiliation_of_person;
DROP INDEX IF EXISTS affiliation_in_organization;
DROP INDEX IF EXISTS affiliation_reporting_to;
CREATE INDEX affiliation_of_person ON affiliation (person_id, is_over, last_known DESC NULLS LAST, id DESC);
CREATE INDEX affiliation_in_organization ON affiliation (organization_id, is_over, last_known DESC NULLS LAST, id DESC);
CREATE INDEX affiliation_reporting_to ON affiliation (reports_to_id, is_over, last_known DESC NULLS LAST, id DESC);

-- Reports for which a later revision stands. They are a table of their own and no column, because they are few: leaving
-- them out needs no other index on figures.
CREATE TABLE superseded_financial_report (
  id INTEGER PRIMARY KEY
);
