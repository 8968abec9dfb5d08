-- The record that a deleted record was merged into, by its global id: the old id leads to it.
ALTER TABLE record_change ADD COLUMN merged_into ${text};
