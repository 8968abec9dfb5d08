-- How indexes are made again that a first import took away while it fills the tables: H2 builds an index of rows that are
-- there many times faster than row by row. What an import leaves here that was killed is made by the next one.
CREATE TABLE IF NOT EXISTS missing_index (
  table_name VARCHAR NOT NULL,
  definition VARCHAR NOT NULL
);
