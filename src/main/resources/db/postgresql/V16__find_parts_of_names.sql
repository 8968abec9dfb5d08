-- The few figures that may contradict others; made with each import.
CREATE TABLE rival_figure (
  id INTEGER PRIMARY KEY
);

-- Find names by a part of them. Where pg_trgm is not there, or this user may not take it, all names are read instead.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX organization_by_part_of_name ON organization USING gin (folded(name) gin_trgm_ops);
  CREATE INDEX person_by_part_of_name ON person USING gin (folded(name) gin_trgm_ops);
  CREATE INDEX initiative_by_part_of_name ON initiative USING gin (folded(name) gin_trgm_ops);
  CREATE INDEX event_by_part_of_name ON event USING gin (folded(name) gin_trgm_ops);
  CREATE INDEX product_by_part_of_name ON product USING gin (folded(name) gin_trgm_ops);
  CREATE INDEX name_by_part ON name USING gin (folded(text) gin_trgm_ops);
EXCEPTION WHEN undefined_file OR undefined_object OR insufficient_privilege OR feature_not_supported THEN
  RAISE NOTICE 'There is no index of trigrams: %', SQLERRM;
END $$;
