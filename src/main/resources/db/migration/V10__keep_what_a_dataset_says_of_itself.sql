-- All of the descriptor but its resources, as JSON: what Footnote knows nothing of is handed on when the dataset is written out.
ALTER TABLE dataset ADD COLUMN descriptor ${text};
