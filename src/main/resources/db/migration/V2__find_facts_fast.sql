-- An index stands before its foreign key, because H2 would else make a single-column one of its own and prefer it,
-- and read all rows of a parent where five are asked for.

CREATE INDEX source_published ON source (published_earliest DESC NULLS LAST, id DESC);
CREATE INDEX citation_of_subject ON citation (subject_id, subject_kind, id);
CREATE INDEX citation_in_source ON citation (source_id, id);
CREATE INDEX organization_by_name ON organization (name, id);
CREATE INDEX organization_in_country ON organization (country, founded_earliest);
CREATE INDEX organization_in_city ON organization (city, name);
CREATE INDEX link_from_organization ON organization_link (organization_id, id);
CREATE INDEX link_to_organization ON organization_link (target_id, id);
CREATE INDEX identifier_of_organization ON identifier (organization_id, id);
CREATE INDEX person_by_name ON person (name, id);
CREATE INDEX affiliation_of_person ON affiliation (person_id, from_earliest DESC NULLS LAST, id DESC);
CREATE INDEX affiliation_in_organization ON affiliation (organization_id, from_earliest DESC NULLS LAST, id DESC);
CREATE INDEX affiliation_reporting_to ON affiliation (reports_to_id, from_earliest DESC NULLS LAST, id DESC);
CREATE INDEX initiative_by_name ON initiative (name, id);
CREATE INDEX initiative_announced ON initiative (announced_earliest DESC NULLS LAST, id DESC);
CREATE INDEX initiative_in_city ON initiative (city, name);
CREATE INDEX initiative_of_parent ON initiative (parent_id, id);
CREATE INDEX participation_in_initiative ON participation (initiative_id, id);
CREATE INDEX participation_of_organization ON participation (organization_id, id);
CREATE INDEX participation_of_person ON participation (person_id, id);
CREATE INDEX milestone_of_initiative ON milestone (initiative_id, date_earliest NULLS LAST, id);
CREATE INDEX topic_by_name ON topic (name, id);
CREATE INDEX topic_of_initiative ON initiative_topic (initiative_id, id);
CREATE INDEX initiative_of_topic ON initiative_topic (topic_id, id);
CREATE INDEX report_of_organization ON financial_report (organization_id, fiscal_year DESC, period DESC, id DESC);
CREATE INDEX report_of_year ON financial_report (fiscal_year, period);
CREATE INDEX figure_of_report ON figure (report_id, id);
-- holds all that FinancialReport.value reads, because a report page may ask it twice for each row
CREATE INDEX figure_value_in_report ON figure (report_id, metric, id, amount);
CREATE INDEX figure_of_organization ON figure (organization_id, id);
CREATE INDEX figure_of_initiative ON figure (initiative_id, id);
CREATE INDEX name_of_organization ON name (organization_id, id);
CREATE INDEX name_of_person ON name (person_id, id);
CREATE INDEX name_of_initiative ON name (initiative_id, id);

ALTER TABLE citation ADD FOREIGN KEY (source_id) REFERENCES source (id);
ALTER TABLE organization_link ADD FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE organization_link ADD FOREIGN KEY (target_id) REFERENCES organization (id);
ALTER TABLE identifier ADD FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE affiliation ADD FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE affiliation ADD FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE affiliation ADD FOREIGN KEY (reports_to_id) REFERENCES person (id);
ALTER TABLE initiative ADD FOREIGN KEY (parent_id) REFERENCES initiative (id);
ALTER TABLE participation ADD FOREIGN KEY (initiative_id) REFERENCES initiative (id);
ALTER TABLE participation ADD FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE participation ADD FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE milestone ADD FOREIGN KEY (initiative_id) REFERENCES initiative (id);
ALTER TABLE initiative_topic ADD FOREIGN KEY (initiative_id) REFERENCES initiative (id);
ALTER TABLE initiative_topic ADD FOREIGN KEY (topic_id) REFERENCES topic (id);
ALTER TABLE financial_report ADD FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE figure ADD FOREIGN KEY (report_id) REFERENCES financial_report (id);
ALTER TABLE figure ADD FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE figure ADD FOREIGN KEY (initiative_id) REFERENCES initiative (id);
ALTER TABLE name ADD FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE name ADD FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE name ADD FOREIGN KEY (initiative_id) REFERENCES initiative (id);
