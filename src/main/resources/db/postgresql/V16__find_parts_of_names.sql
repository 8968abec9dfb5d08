-- The few figures that may contradict others; made with each import.
CREATE TABLE rival_figure (
  id INTEGER PRIMARY KEY
);

-- Find names by a part of them. Without fastupdate, because every search would read its list of pending entries until the
-- next vacuum. If pg_trgm is missing, or this user may not create it, all names are read instead.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX organization_by_part_of_name ON organization USING gin (folded(name) gin_trgm_ops) WITH (fastupdate = off);
  CREATE INDEX person_by_part_of_name ON person USING gin (folded(name) gin_trgm_ops) WITH (fastupdate = off);
  CREATE INDEX initiative_by_part_of_name ON initiative USING gin (folded(name) gin_trgm_ops) WITH (fastupdate = off);
  CREATE INDEX event_by_part_of_name ON event USING gin (folded(name) gin_trgm_ops) WITH (fastupdate = off);
  CREATE INDEX product_by_part_of_name ON product USING gin (folded(name) gin_trgm_ops) WITH (fastupdate = off);
  CREATE INDEX name_by_part ON name USING gin (folded(text) gin_trgm_ops) WITH (fastupdate = off);
EXCEPTION WHEN undefined_file OR undefined_object OR insufficient_privilege OR feature_not_supported THEN
  RAISE NOTICE 'There is no index of trigrams: %', SQLERRM;
END $$;
