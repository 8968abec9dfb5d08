-- by hash, because a row of any other index holds no more than some 2,700 bytes, and titles may be longer
CREATE INDEX name_of_text ON name USING hash (text);
CREATE INDEX source_by_title ON source USING hash (title);
-- all that names a record, where the row is that and no name
ALTER TABLE search_name ADD COLUMN profile ${text};
