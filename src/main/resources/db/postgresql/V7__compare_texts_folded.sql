-- Texts without capitals, accents and widths; H2 has a function of the same name that does the same. It is immutable,
-- so that who searches a large table by it can make an index, of trigrams for example.
CREATE FUNCTION folded(text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN replace(lower(upper(regexp_replace(normalize($1, NFKD), '[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]',
    '', 'g') COLLATE "und-x-icu") COLLATE "und-x-icu") COLLATE "C", 'ς', 'σ');
