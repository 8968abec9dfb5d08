-- One row. The version changes within every transaction that writes records, and none ever comes back: what is kept
-- of an answer holds as long as its version is the one that stands here.

CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  version ${text} NOT NULL
);

INSERT INTO revision (id, version) VALUES (1, 'empty');
