-- Texts without capitals, accents and widths; PostgreSQL has a function of the same name that does the same.
CREATE ALIAS folded DETERMINISTIC FOR 'dev.footnote.database.H2FoldFunction.folded';
