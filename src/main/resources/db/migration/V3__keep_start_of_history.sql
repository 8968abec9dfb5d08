-- The number of the edit or import from which on earlier versions of all rows are kept, in one row. What was known before it is
-- not there: these edits were made by a version that kept nothing.
CREATE TABLE history_start (
  edit_id INTEGER NOT NULL
);
