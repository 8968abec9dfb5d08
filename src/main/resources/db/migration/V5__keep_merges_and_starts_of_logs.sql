-- Which record was merged into which. It stays when the log of the merge is no longer kept, because an old id leads on for ever.
CREATE TABLE record_merge (
  record ${text} NOT NULL,
  edit_id INTEGER NOT NULL,
  merged_into ${text} NOT NULL,
  CONSTRAINT record_merge_pkey PRIMARY KEY (record, edit_id)
);

INSERT INTO record_merge (record, edit_id, merged_into)
SELECT record, edit_id, merged_into
FROM record_change
WHERE merged_into IS NOT NULL;

-- The number of the last record of each log that is no longer kept.
CREATE TABLE log_start (
  log ${text} NOT NULL CONSTRAINT log_start_pkey PRIMARY KEY,
  number INTEGER NOT NULL
);
