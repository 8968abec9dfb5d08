-- What only PostgreSQL has.

-- Foreign keys. ../h2 says why H2 has none.
ALTER TABLE source ADD CONSTRAINT source_publisher_id_fkey FOREIGN KEY (publisher_id) REFERENCES organization (id);
ALTER TABLE citation ADD CONSTRAINT citation_source_id_fkey FOREIGN KEY (source_id) REFERENCES source (id);
ALTER TABLE organization_link ADD CONSTRAINT organization_link_organization_id_fkey
  FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE organization_link ADD CONSTRAINT organization_link_target_id_fkey
  FOREIGN KEY (target_id) REFERENCES organization (id);
ALTER TABLE identifier ADD CONSTRAINT identifier_organization_id_fkey
  FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE affiliation ADD CONSTRAINT affiliation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE affiliation ADD CONSTRAINT affiliation_organization_id_fkey
  FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE affiliation ADD CONSTRAINT affiliation_reports_to_id_fkey FOREIGN KEY (reports_to_id) REFERENCES person (id);
ALTER TABLE initiative ADD CONSTRAINT initiative_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES initiative (id);
ALTER TABLE initiative_topic ADD CONSTRAINT initiative_topic_initiative_id_fkey
  FOREIGN KEY (initiative_id) REFERENCES initiative (id);
ALTER TABLE initiative_topic ADD CONSTRAINT initiative_topic_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic (id);
ALTER TABLE event ADD CONSTRAINT event_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative (id);
ALTER TABLE event ADD CONSTRAINT event_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE event_topic ADD CONSTRAINT event_topic_event_id_fkey FOREIGN KEY (event_id) REFERENCES event (id);
ALTER TABLE event_topic ADD CONSTRAINT event_topic_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic (id);
ALTER TABLE participation ADD CONSTRAINT participation_initiative_id_fkey
  FOREIGN KEY (initiative_id) REFERENCES initiative (id);
ALTER TABLE participation ADD CONSTRAINT participation_organization_id_fkey
  FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE participation ADD CONSTRAINT participation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE participation ADD CONSTRAINT participation_event_id_fkey FOREIGN KEY (event_id) REFERENCES event (id);
ALTER TABLE product ADD CONSTRAINT product_maker_id_fkey FOREIGN KEY (maker_id) REFERENCES organization (id);
ALTER TABLE product ADD CONSTRAINT product_part_of_id_fkey FOREIGN KEY (part_of_id) REFERENCES product (id);
ALTER TABLE product ADD CONSTRAINT product_based_on_id_fkey FOREIGN KEY (based_on_id) REFERENCES product (id);
ALTER TABLE financial_report ADD CONSTRAINT financial_report_organization_id_fkey
  FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE figure ADD CONSTRAINT figure_report_id_fkey FOREIGN KEY (report_id) REFERENCES financial_report (id);
ALTER TABLE figure ADD CONSTRAINT figure_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE figure ADD CONSTRAINT figure_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative (id);
ALTER TABLE figure ADD CONSTRAINT figure_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id);
ALTER TABLE name ADD CONSTRAINT name_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE name ADD CONSTRAINT name_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE name ADD CONSTRAINT name_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative (id);
ALTER TABLE name ADD CONSTRAINT name_event_id_fkey FOREIGN KEY (event_id) REFERENCES event (id);
ALTER TABLE name ADD CONSTRAINT name_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id);

-- Texts without case, accents and widths. H2 has a function with the same name and the same results. It is immutable, so that
-- an index can use it.
CREATE FUNCTION folded(text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN replace(lower(upper(regexp_replace(normalize($1, NFKD), '[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]',
    '', 'g') COLLATE "und-x-icu") COLLATE "und-x-icu") COLLATE "C", 'ς', 'σ');

-- Affiliations are listed with those that ended last, and the latest first. These are columns, because an index must lead to
-- the first few of thousands of affiliations.
ALTER TABLE affiliation ADD COLUMN is_over BOOLEAN GENERATED ALWAYS AS (to_text IS NOT NULL OR COALESCE(ended, FALSE)) STORED;
ALTER TABLE affiliation ADD COLUMN last_known DATE
  GENERATED ALWAYS AS (COALESCE(from_earliest, held_on_earliest, to_earliest)) STORED;
CREATE INDEX affiliation_person_id_is_over_last_known_id_idx ON affiliation
  (person_id, is_over, last_known DESC NULLS LAST, id DESC);
CREATE INDEX affiliation_organization_id_is_over_last_known_id_idx ON affiliation
  (organization_id, is_over, last_known DESC NULLS LAST, id DESC);
CREATE INDEX affiliation_reports_to_id_is_over_last_known_id_idx ON affiliation
  (reports_to_id, is_over, last_known DESC NULLS LAST, id DESC);

-- Hash indexes, because a row of any other index holds at most some 2,700 bytes, and titles may be longer.
CREATE INDEX name_text_idx ON name USING hash (text);
CREATE INDEX source_title_idx ON source USING hash (title);

-- Find names by a part of them. Without fastupdate, because every search would read its list of pending entries until the next
-- vacuum. If pg_trgm is missing, or this user may not create it, all names are read instead.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX organization_folded_name_idx ON organization USING gin (folded(name) gin_trgm_ops) WITH (fastupdate = off);
  CREATE INDEX person_folded_name_idx ON person USING gin (folded(name) gin_trgm_ops) WITH (fastupdate = off);
  CREATE INDEX initiative_folded_name_idx ON initiative USING gin (folded(name) gin_trgm_ops) WITH (fastupdate = off);
  CREATE INDEX event_folded_name_idx ON event USING gin (folded(name) gin_trgm_ops) WITH (fastupdate = off);
  CREATE INDEX product_folded_name_idx ON product USING gin (folded(name) gin_trgm_ops) WITH (fastupdate = off);
  CREATE INDEX name_folded_text_idx ON name USING gin (folded(text) gin_trgm_ops) WITH (fastupdate = off);
EXCEPTION WHEN undefined_file OR undefined_object OR insufficient_privilege OR feature_not_supported THEN
  RAISE NOTICE 'There is no index of trigrams: %', SQLERRM;
END $$;
