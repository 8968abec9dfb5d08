-- Events take over what milestones were, and a participation may be in an event. Products are records of their own.
-- The publisher of a source is an organization.

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  kind ${text} NOT NULL,
  name ${text} NOT NULL,
  description ${text},
  date_text ${text}, date_earliest DATE, date_latest DATE,
  end_text ${text}, end_earliest DATE, end_latest DATE,
  country ${text},
  city ${text},
  place ${text},
  initiative_id INTEGER,
  organization_id INTEGER
);

CREATE TABLE event_topic (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  event_id INTEGER NOT NULL,
  topic_id INTEGER NOT NULL
);

CREATE TABLE product (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  kind ${text} NOT NULL,
  name ${text} NOT NULL,
  maker_id INTEGER,
  announced_text ${text}, announced_earliest DATE, announced_latest DATE,
  part_of_id INTEGER,
  based_on_id INTEGER,
  summary ${text}
);

INSERT INTO event (id, slug, kind, name, date_text, date_earliest, date_latest, initiative_id)
SELECT id, slug, CASE kind
    WHEN 'DECIDED' THEN 'DECISION'
    WHEN 'AGREEMENT_SIGNED' THEN 'SIGNING'
    WHEN 'ANNOUNCED' THEN 'ANNOUNCEMENT'
    WHEN 'REPORTED' THEN 'ANNOUNCEMENT'
    WHEN 'CONSTRUCTION_STARTED' THEN 'CONSTRUCTION_START'
    WHEN 'LAUNCHED' THEN 'LAUNCH'
    WHEN 'APPOINTMENT' THEN 'APPOINTMENT'
    ELSE 'OTHER'
  END, title, date_text, date_earliest, date_latest, initiative_id
FROM milestone;
UPDATE citation SET field = 'name' WHERE subject_kind = 'milestone' AND field = 'title';
UPDATE citation SET subject_kind = 'event' WHERE subject_kind = 'milestone';
DROP TABLE milestone;

ALTER TABLE participation ALTER COLUMN initiative_id DROP NOT NULL;
ALTER TABLE participation ADD COLUMN event_id INTEGER;
ALTER TABLE participation ADD CHECK ((initiative_id IS NULL) <> (event_id IS NULL));
ALTER TABLE name ADD COLUMN event_id INTEGER;
ALTER TABLE name ADD COLUMN product_id INTEGER;
ALTER TABLE figure ADD COLUMN product_id INTEGER;
ALTER TABLE source ADD COLUMN publisher_id INTEGER;

-- a publisher that is among the organizations is that one, any other becomes one
INSERT INTO organization (id, slug, kind, name)
SELECT m.highest + ROW_NUMBER() OVER (ORDER BY p.publisher), CONCAT('publisher/', p.publisher), 'MEDIA', p.publisher
FROM (
  SELECT DISTINCT s.publisher
  FROM source s
  WHERE s.publisher IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM organization o WHERE o.name = s.publisher)) p
CROSS JOIN (SELECT COALESCE(MAX(id), 0) AS highest FROM organization) m;
UPDATE source SET publisher_id = (SELECT MIN(o.id) FROM organization o WHERE o.name = source.publisher);
INSERT INTO citation (id, slug, subject_kind, subject_id, source_id)
SELECT m.highest + ROW_NUMBER() OVER (ORDER BY o.id), CONCAT('publisher/', o.slug), 'organization', o.id,
  (SELECT MIN(s.id) FROM source s WHERE s.publisher_id = o.id)
FROM organization o
CROSS JOIN (SELECT COALESCE(MAX(id), 0) AS highest FROM citation) m
WHERE NOT EXISTS (SELECT 1 FROM citation c WHERE c.subject_kind = 'organization' AND c.subject_id = o.id)
AND EXISTS (SELECT 1 FROM source s WHERE s.publisher_id = o.id);
ALTER TABLE source DROP COLUMN publisher;

-- these sorts are records of their own now
UPDATE initiative SET kind = 'OTHER' WHERE kind IN ('EVENT', 'PRODUCT', 'TEAM');

CREATE INDEX event_by_date ON event (date_earliest NULLS LAST, id);
CREATE INDEX event_of_initiative ON event (initiative_id, date_earliest NULLS LAST, id);
CREATE INDEX event_of_organization ON event (organization_id, date_earliest NULLS LAST, id);
CREATE INDEX topic_of_event ON event_topic (event_id, id);
CREATE INDEX event_of_topic ON event_topic (topic_id, id);
CREATE INDEX product_by_name ON product (name, id);
CREATE INDEX product_of_maker ON product (maker_id, name, id);
CREATE INDEX product_of_whole ON product (part_of_id, id);
CREATE INDEX product_of_basis ON product (based_on_id, id);
CREATE INDEX participation_in_event ON participation (event_id, id);
CREATE INDEX name_of_event ON name (event_id, id);
CREATE INDEX name_of_product ON name (product_id, id);
CREATE INDEX figure_of_product ON figure (product_id, id);
CREATE INDEX source_of_publisher ON source (publisher_id, published_earliest DESC NULLS LAST, id DESC);

-- what follows from the records is made anew, and answers that were kept hold no more
DELETE FROM derivation;
UPDATE revision SET version = CONCAT(version, '-15') WHERE version <> 'empty';
