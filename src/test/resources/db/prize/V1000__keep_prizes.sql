CREATE TABLE prize (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT prize_slug_key UNIQUE,
  name ${text} NOT NULL,
  winner_id INTEGER NOT NULL,
  city ${text},
  awarded_text ${text}, awarded_earliest DATE, awarded_latest DATE,
  lock_version INTEGER DEFAULT 0 NOT NULL
);

${postgresql} ALTER TABLE prize ADD CONSTRAINT prize_winner_id_fkey FOREIGN KEY (winner_id) REFERENCES person (id);

CREATE INDEX prize_name_id_idx ON prize (name, id);
CREATE INDEX prize_winner_id_name_id_idx ON prize (winner_id, name, id);
