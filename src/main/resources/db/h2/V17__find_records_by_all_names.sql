CREATE INDEX name_of_text ON name (text);
CREATE INDEX source_by_title ON source (title);
-- all that names a record, where the row is that and no name
ALTER TABLE search_name ADD COLUMN profile ${text};
