-- On PostgreSQL only, for the reason that the binding of facts gives.
ALTER TABLE event ADD FOREIGN KEY (initiative_id) REFERENCES initiative (id);
ALTER TABLE event ADD FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE event_topic ADD FOREIGN KEY (event_id) REFERENCES event (id);
ALTER TABLE event_topic ADD FOREIGN KEY (topic_id) REFERENCES topic (id);
ALTER TABLE product ADD FOREIGN KEY (maker_id) REFERENCES organization (id);
ALTER TABLE product ADD FOREIGN KEY (part_of_id) REFERENCES product (id);
ALTER TABLE product ADD FOREIGN KEY (based_on_id) REFERENCES product (id);
ALTER TABLE participation ADD FOREIGN KEY (event_id) REFERENCES event (id);
ALTER TABLE name ADD FOREIGN KEY (event_id) REFERENCES event (id);
ALTER TABLE name ADD FOREIGN KEY (product_id) REFERENCES product (id);
ALTER TABLE figure ADD FOREIGN KEY (product_id) REFERENCES product (id);
ALTER TABLE source ADD FOREIGN KEY (publisher_id) REFERENCES organization (id);
