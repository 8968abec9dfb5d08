-- Every name in the forms in which it is compared: its words folded to ASCII, and for Chinese also the characters.
CREATE TABLE search_name (
  id INTEGER PRIMARY KEY,
  kind ${text} NOT NULL,
  subject_id INTEGER NOT NULL,
  main BOOLEAN NOT NULL,
  text ${text} NOT NULL,
  folded ${text} NOT NULL
);

-- What each of them is found by.
CREATE TABLE search_key (
  text ${text} NOT NULL,
  name_id INTEGER NOT NULL
);

CREATE INDEX search_by_key ON search_key (text, name_id);

-- Of which dataset, and by which rules, what follows from the records was made.
CREATE TABLE derivation (
  name ${text} PRIMARY KEY,
  version ${text} NOT NULL
);
