-- Because two identifiers that an import exchanges would be alike for a moment, and that is when a constraint looks.
-- The import lets no two through that are alike.
ALTER TABLE identifier DROP CONSTRAINT identifier_scheme_code_key;
CREATE INDEX identifier_by_code ON identifier (scheme, code);
