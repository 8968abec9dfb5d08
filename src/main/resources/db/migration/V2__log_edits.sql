-- What edits and imports did. Numbers grow in the order of commits, because writers take turns.

-- Number of edits since the dataset was imported, so that a start does not replace them by the files.
ALTER TABLE dataset ADD COLUMN edits INTEGER DEFAULT 0 NOT NULL;

CREATE TABLE edit (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT edit_slug_key UNIQUE,
  kind ${text} NOT NULL,
  made_at ${text} NOT NULL,
  made_by ${text},
  summary ${text},
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  reverted_id INTEGER,
  request_key ${text} CONSTRAINT edit_request_key_key UNIQUE,
  request_hash ${text},
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE INDEX edit_reverted_id_id_idx ON edit (reverted_id, id);

-- subject_id has no foreign key, because the record may be of any entity type, and may be gone.
CREATE TABLE record_change (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT record_change_slug_key UNIQUE,
  edit_id INTEGER NOT NULL,
  record ${text} NOT NULL,
  action ${text} NOT NULL,
  subject_kind ${text} NOT NULL,
  subject_id INTEGER NOT NULL,
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE INDEX record_change_edit_id_id_idx ON record_change (edit_id, id);
CREATE INDEX record_change_subject_kind_subject_id_id_idx ON record_change (subject_kind, subject_id, id);
CREATE INDEX record_change_record_id_idx ON record_change (record, id);

CREATE TABLE field_change (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT field_change_slug_key UNIQUE,
  change_id INTEGER NOT NULL,
  field ${text} NOT NULL,
  before ${text},
  after ${text},
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE INDEX field_change_change_id_id_idx ON field_change (change_id, id);

${postgresql} ALTER TABLE edit ADD CONSTRAINT edit_reverted_id_fkey FOREIGN KEY (reverted_id) REFERENCES edit (id);
${postgresql} ALTER TABLE record_change ADD CONSTRAINT record_change_edit_id_fkey FOREIGN KEY (edit_id) REFERENCES edit (id);
${postgresql} ALTER TABLE field_change ADD CONSTRAINT field_change_change_id_fkey FOREIGN KEY (change_id) REFERENCES record_change (id);
