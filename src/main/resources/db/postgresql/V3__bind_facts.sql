-- Not on H2, which for each of these makes an index of the one column, whatever others there are, and prefers it: it would
-- read all rows of a parent where five are asked for. The import lets no dangling reference through on either.

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
