-- Because two identifiers that an import exchanges would be alike for a moment, and that is when a constraint looks.
-- The import lets no two through that are alike. The table is made anew, because H2 gave the constraint a name of its own.
CREATE TABLE identifier_anew (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL,
  scheme ${text} NOT NULL,
  code ${text} NOT NULL
);
INSERT INTO identifier_anew SELECT id, slug, organization_id, scheme, code FROM identifier;
DROP TABLE identifier;
ALTER TABLE identifier_anew RENAME TO identifier;
CREATE INDEX identifier_of_organization ON identifier (organization_id, id);
CREATE INDEX identifier_by_code ON identifier (scheme, code);
