-- Which warnings the last import told, by their hashes, so that the next one tells only those that are new.
CREATE TABLE told_warning (
  hash BIGINT PRIMARY KEY
);
