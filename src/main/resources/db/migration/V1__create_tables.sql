-- The tables of both databases. ../h2 and ../postgresql add what only one of them has.
--
-- Names of constraints and indexes are <table>_<columns>_<suffix>, with the columns in their order. The suffix is key for a
-- unique constraint, fkey for a foreign key, check for a check, idx for an index: names that PostgreSQL gives, too.
--
-- ${text} is VARCHAR, on PostgreSQL with the collation "C": a cursor compares texts, so both databases must sort them the same
-- way. A date with the precision of its source has three columns: the text as written, and the first and the last day it can
-- mean. lock_version is raised by each change of a record, so that a stale entity does not overwrite a newer one.

-- One row. descriptor is the JSON of the datapackage.json without its resources, because an export writes again what Footnote
-- does not read.
CREATE TABLE dataset (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT dataset_slug_key UNIQUE,
  title ${text},
  description ${text},
  version ${text},
  licence ${text},
  fingerprint ${text} NOT NULL,
  descriptor ${text},
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT source_slug_key UNIQUE,
  kind ${text} NOT NULL,
  title ${text} NOT NULL,
  url ${text},
  publisher_id INTEGER,
  authors ${text},
  published_text ${text}, published_earliest DATE, published_latest DATE,
  retrieved_text ${text}, retrieved_earliest DATE, retrieved_latest DATE,
  language ${text},
  licence ${text},
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE citation (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT citation_slug_key UNIQUE,
  subject_kind ${text} NOT NULL,
  subject_id INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  locator ${text},
  field ${text},
  stance ${text} DEFAULT 'SUPPORTS' NOT NULL,
  note ${text},
  quote ${text},
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE organization (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT organization_slug_key UNIQUE,
  kind ${text} NOT NULL,
  name ${text} NOT NULL,
  country ${text},
  city ${text},
  founded_text ${text}, founded_earliest DATE, founded_latest DATE,
  website ${text},
  status ${text},
  summary ${text},
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE organization_link (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT organization_link_slug_key UNIQUE,
  organization_id INTEGER NOT NULL,
  kind ${text} NOT NULL,
  target_id INTEGER NOT NULL,
  from_text ${text}, from_earliest DATE, from_latest DATE,
  to_text ${text}, to_earliest DATE, to_latest DATE,
  lock_version INTEGER DEFAULT 0 NOT NULL
);

-- The import refuses two equal identifiers. A unique constraint would also refuse an import in which two of them are exchanged,
-- because it checks each row.
CREATE TABLE identifier (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT identifier_slug_key UNIQUE,
  organization_id INTEGER NOT NULL,
  scheme ${text} NOT NULL,
  code ${text} NOT NULL,
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT person_slug_key UNIQUE,
  name ${text} NOT NULL,
  hometown ${text},
  summary ${text},
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE affiliation (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT affiliation_slug_key UNIQUE,
  person_id INTEGER NOT NULL,
  organization_id INTEGER,
  title ${text} NOT NULL,
  kind ${text} NOT NULL,
  from_text ${text}, from_earliest DATE, from_latest DATE,
  to_text ${text}, to_earliest DATE, to_latest DATE,
  held_on_text ${text}, held_on_earliest DATE, held_on_latest DATE,
  ended BOOLEAN,
  reports_to_id INTEGER,
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE initiative (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT initiative_slug_key UNIQUE,
  kind ${text} NOT NULL,
  name ${text} NOT NULL,
  status ${text},
  announced_text ${text}, announced_earliest DATE, announced_latest DATE,
  started_text ${text}, started_earliest DATE, started_latest DATE,
  ended_text ${text}, ended_earliest DATE, ended_latest DATE,
  country ${text},
  city ${text},
  place ${text},
  parent_id INTEGER,
  summary ${text},
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE topic (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT topic_slug_key UNIQUE,
  name ${text} NOT NULL,
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE initiative_topic (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT initiative_topic_slug_key UNIQUE,
  initiative_id INTEGER NOT NULL,
  topic_id INTEGER NOT NULL,
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT event_slug_key UNIQUE,
  kind ${text} NOT NULL,
  name ${text} NOT NULL,
  description ${text},
  date_text ${text}, date_earliest DATE, date_latest DATE,
  end_text ${text}, end_earliest DATE, end_latest DATE,
  country ${text},
  city ${text},
  place ${text},
  initiative_id INTEGER,
  organization_id INTEGER,
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE event_topic (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT event_topic_slug_key UNIQUE,
  event_id INTEGER NOT NULL,
  topic_id INTEGER NOT NULL,
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE participation (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT participation_slug_key UNIQUE,
  initiative_id INTEGER,
  event_id INTEGER,
  organization_id INTEGER,
  person_id INTEGER,
  role ${text} NOT NULL,
  title ${text},
  from_text ${text}, from_earliest DATE, from_latest DATE,
  to_text ${text}, to_earliest DATE, to_latest DATE,
  committed_amount NUMERIC(38, 12), committed_currency ${text},
  lock_version INTEGER DEFAULT 0 NOT NULL,
  CONSTRAINT participation_initiative_id_event_id_check CHECK ((initiative_id IS NULL) <> (event_id IS NULL)),
  CONSTRAINT participation_organization_id_person_id_check CHECK ((organization_id IS NULL) <> (person_id IS NULL))
);

CREATE TABLE product (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT product_slug_key UNIQUE,
  kind ${text} NOT NULL,
  name ${text} NOT NULL,
  maker_id INTEGER,
  announced_text ${text}, announced_earliest DATE, announced_latest DATE,
  part_of_id INTEGER,
  based_on_id INTEGER,
  summary ${text},
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE financial_report (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT financial_report_slug_key UNIQUE,
  organization_id INTEGER NOT NULL,
  fiscal_year INTEGER NOT NULL,
  period ${text} NOT NULL,
  period_end_text ${text}, period_end_earliest DATE, period_end_latest DATE,
  published_text ${text}, published_earliest DATE, published_latest DATE,
  currency ${text},
  basis ${text},
  revision INTEGER NOT NULL,
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE figure (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT figure_slug_key UNIQUE,
  report_id INTEGER,
  organization_id INTEGER,
  initiative_id INTEGER,
  product_id INTEGER,
  metric ${text} NOT NULL,
  amount NUMERIC(38, 12) NOT NULL,
  unit ${text} NOT NULL,
  currency ${text},
  qualifier ${text} NOT NULL,
  as_of_text ${text}, as_of_earliest DATE, as_of_latest DATE,
  horizon ${text},
  growth NUMERIC(38, 12),
  equivalent_amount NUMERIC(38, 12), equivalent_currency ${text}, equivalent_qualifier ${text},
  lock_version INTEGER DEFAULT 0 NOT NULL
);

CREATE TABLE name (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL CONSTRAINT name_slug_key UNIQUE,
  organization_id INTEGER,
  person_id INTEGER,
  initiative_id INTEGER,
  event_id INTEGER,
  product_id INTEGER,
  text ${text} NOT NULL,
  language ${text},
  kind ${text} NOT NULL,
  lock_version INTEGER DEFAULT 0 NOT NULL
);

-- Derived from the records by each import, or used by the imports themselves.

-- One row. Each transaction that writes records also writes a new version, and no version is used twice. A response cached for
-- a version is valid as long as this is the current version.
CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  version ${text} NOT NULL
);
INSERT INTO revision (id, version) VALUES (1, 'empty');

-- Reports with a later revision. They are few, so a table of their own filters figures without another index on figures.
CREATE TABLE superseded_financial_report (
  id INTEGER PRIMARY KEY
);

-- The few figures that may contradict others.
CREATE TABLE rival_figure (
  id INTEGER PRIMARY KEY
);

-- Names in the form that the search compares: words folded to ASCII, for Chinese also the characters. profile is set in the one
-- row of a record that stands for all its names.
CREATE TABLE search_name (
  id INTEGER PRIMARY KEY,
  kind ${text} NOT NULL,
  subject_id INTEGER NOT NULL,
  main BOOLEAN NOT NULL,
  text ${text} NOT NULL,
  folded ${text} NOT NULL,
  profile ${text}
);

-- The keys by which the search finds a name.
CREATE TABLE search_key (
  text ${text} NOT NULL,
  name_id INTEGER NOT NULL
);

-- For which dataset, and by which version of the rules, each kind of derived data was computed.
CREATE TABLE derivation (
  name ${text} PRIMARY KEY,
  version ${text} NOT NULL
);

-- Hashes of the warnings of the last import, so that the next import reports only new ones.
CREATE TABLE told_warning (
  hash BIGINT PRIMARY KEY
);

CREATE INDEX source_published_earliest_id_idx ON source (published_earliest DESC NULLS LAST, id DESC);
CREATE INDEX source_publisher_id_published_earliest_id_idx ON source
  (publisher_id, published_earliest DESC NULLS LAST, id DESC);

CREATE INDEX citation_subject_id_subject_kind_id_idx ON citation (subject_id, subject_kind, id);
CREATE INDEX citation_source_id_id_idx ON citation (source_id, id);
-- the few citations that do not support, among many that do
CREATE INDEX citation_stance_id_idx ON citation (stance, id);

CREATE INDEX organization_name_id_idx ON organization (name, id);
CREATE INDEX organization_country_founded_earliest_idx ON organization (country, founded_earliest);
CREATE INDEX organization_city_name_idx ON organization (city, name);

CREATE INDEX organization_link_organization_id_id_idx ON organization_link (organization_id, id);
CREATE INDEX organization_link_target_id_id_idx ON organization_link (target_id, id);

CREATE INDEX identifier_organization_id_id_idx ON identifier (organization_id, id);
CREATE INDEX identifier_scheme_code_idx ON identifier (scheme, code);

CREATE INDEX person_name_id_idx ON person (name, id);

CREATE INDEX initiative_name_id_idx ON initiative (name, id);
CREATE INDEX initiative_announced_earliest_id_idx ON initiative (announced_earliest DESC NULLS LAST, id DESC);
CREATE INDEX initiative_city_name_idx ON initiative (city, name);
CREATE INDEX initiative_parent_id_id_idx ON initiative (parent_id, id);

CREATE INDEX topic_name_id_idx ON topic (name, id);

CREATE INDEX initiative_topic_initiative_id_id_idx ON initiative_topic (initiative_id, id);
CREATE INDEX initiative_topic_topic_id_id_idx ON initiative_topic (topic_id, id);

CREATE INDEX event_date_earliest_id_idx ON event (date_earliest NULLS LAST, id);
CREATE INDEX event_initiative_id_date_earliest_id_idx ON event (initiative_id, date_earliest NULLS LAST, id);
CREATE INDEX event_organization_id_date_earliest_id_idx ON event (organization_id, date_earliest NULLS LAST, id);

CREATE INDEX event_topic_event_id_id_idx ON event_topic (event_id, id);
CREATE INDEX event_topic_topic_id_id_idx ON event_topic (topic_id, id);

CREATE INDEX participation_initiative_id_id_idx ON participation (initiative_id, id);
CREATE INDEX participation_organization_id_id_idx ON participation (organization_id, id);
CREATE INDEX participation_person_id_id_idx ON participation (person_id, id);
CREATE INDEX participation_event_id_id_idx ON participation (event_id, id);

CREATE INDEX product_name_id_idx ON product (name, id);
CREATE INDEX product_maker_id_name_id_idx ON product (maker_id, name, id);
CREATE INDEX product_part_of_id_id_idx ON product (part_of_id, id);
CREATE INDEX product_based_on_id_id_idx ON product (based_on_id, id);

CREATE INDEX financial_report_organization_id_fiscal_year_period_id_idx ON financial_report
  (organization_id, fiscal_year DESC, period DESC, id DESC);
CREATE INDEX financial_report_fiscal_year_period_idx ON financial_report (fiscal_year, period);

CREATE INDEX figure_report_id_id_idx ON figure (report_id, id);
-- all that FinancialReport.value reads, because a page of reports may read it twice for each row
CREATE INDEX figure_report_id_metric_id_amount_idx ON figure (report_id, metric, id, amount);
CREATE INDEX figure_organization_id_id_idx ON figure (organization_id, id);
CREATE INDEX figure_initiative_id_id_idx ON figure (initiative_id, id);
-- all that sums of one metric by year read, because a sum over all reports reads each figure of the metric
CREATE INDEX figure_metric_report_id_unit_currency_amount_idx ON figure (metric, report_id, unit, currency, amount);
CREATE INDEX figure_product_id_id_idx ON figure (product_id, id);

CREATE INDEX name_organization_id_id_idx ON name (organization_id, id);
CREATE INDEX name_person_id_id_idx ON name (person_id, id);
CREATE INDEX name_initiative_id_id_idx ON name (initiative_id, id);
CREATE INDEX name_event_id_id_idx ON name (event_id, id);
CREATE INDEX name_product_id_id_idx ON name (product_id, id);

-- the names of a changed record, because the derived data of all others stays valid
CREATE INDEX search_name_subject_id_kind_idx ON search_name (subject_id, kind);

CREATE INDEX search_key_text_name_id_idx ON search_key (text, name_id);
