-- ${text} is VARCHAR, on PostgreSQL in the collation "C", because a cursor compares texts and both databases must agree.
-- A date as exact as a source states it is three columns: the text as written, the first and the last day it can mean.

CREATE TABLE dataset (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  title ${text},
  description ${text},
  version ${text},
  licence ${text},
  fingerprint ${text} NOT NULL
);

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  kind ${text} NOT NULL,
  title ${text} NOT NULL,
  url ${text},
  publisher ${text},
  authors ${text},
  published_text ${text}, published_earliest DATE, published_latest DATE,
  retrieved_text ${text}, retrieved_earliest DATE, retrieved_latest DATE,
  language ${text},
  licence ${text}
);

CREATE TABLE citation (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  subject_kind ${text} NOT NULL,
  subject_id INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  locator ${text},
  field ${text},
  note ${text},
  quote ${text}
);

CREATE TABLE organization (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  kind ${text} NOT NULL,
  name ${text} NOT NULL,
  country ${text},
  city ${text},
  founded_text ${text}, founded_earliest DATE, founded_latest DATE,
  website ${text},
  status ${text},
  summary ${text}
);

CREATE TABLE organization_link (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL,
  kind ${text} NOT NULL,
  target_id INTEGER NOT NULL,
  from_text ${text}, from_earliest DATE, from_latest DATE,
  to_text ${text}, to_earliest DATE, to_latest DATE
);

CREATE TABLE identifier (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL,
  scheme ${text} NOT NULL,
  code ${text} NOT NULL,
  UNIQUE (scheme, code)
);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  name ${text} NOT NULL,
  hometown ${text},
  summary ${text}
);

CREATE TABLE affiliation (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  person_id INTEGER NOT NULL,
  organization_id INTEGER,
  title ${text} NOT NULL,
  kind ${text} NOT NULL,
  from_text ${text}, from_earliest DATE, from_latest DATE,
  to_text ${text}, to_earliest DATE, to_latest DATE,
  held_on_text ${text}, held_on_earliest DATE, held_on_latest DATE,
  ended BOOLEAN,
  reports_to_id INTEGER
);

CREATE TABLE initiative (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
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
  summary ${text}
);

CREATE TABLE participation (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  initiative_id INTEGER NOT NULL,
  organization_id INTEGER,
  person_id INTEGER,
  role ${text} NOT NULL,
  title ${text},
  from_text ${text}, from_earliest DATE, from_latest DATE,
  to_text ${text}, to_earliest DATE, to_latest DATE,
  committed_amount NUMERIC(38, 12), committed_currency ${text},
  CHECK ((organization_id IS NULL) <> (person_id IS NULL))
);

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  initiative_id INTEGER NOT NULL,
  kind ${text} NOT NULL,
  date_text ${text}, date_earliest DATE, date_latest DATE,
  title ${text} NOT NULL
);

CREATE TABLE topic (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  name ${text} NOT NULL
);

CREATE TABLE initiative_topic (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  initiative_id INTEGER NOT NULL,
  topic_id INTEGER NOT NULL
);

CREATE TABLE financial_report (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL,
  fiscal_year INTEGER NOT NULL,
  period ${text} NOT NULL,
  period_end_text ${text}, period_end_earliest DATE, period_end_latest DATE,
  published_text ${text}, published_earliest DATE, published_latest DATE,
  currency ${text},
  basis ${text},
  revision INTEGER NOT NULL
);

CREATE TABLE figure (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  report_id INTEGER,
  organization_id INTEGER,
  initiative_id INTEGER,
  metric ${text} NOT NULL,
  amount NUMERIC(38, 12) NOT NULL,
  unit ${text} NOT NULL,
  currency ${text},
  qualifier ${text} NOT NULL,
  as_of_text ${text}, as_of_earliest DATE, as_of_latest DATE,
  horizon ${text},
  growth NUMERIC(38, 12),
  equivalent_amount NUMERIC(38, 12), equivalent_currency ${text},
  equivalent_qualifier ${text}
);

CREATE TABLE name (
  id INTEGER PRIMARY KEY,
  slug ${text} NOT NULL UNIQUE,
  organization_id INTEGER,
  person_id INTEGER,
  initiative_id INTEGER,
  text ${text} NOT NULL,
  language ${text},
  kind ${text} NOT NULL
);
