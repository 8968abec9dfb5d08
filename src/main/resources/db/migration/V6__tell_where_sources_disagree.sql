ALTER TABLE citation ADD COLUMN stance ${text} DEFAULT 'SUPPORTS' NOT NULL;

-- finds the few that do not support, of many that do
CREATE INDEX citation_by_stance ON citation (stance, id);
