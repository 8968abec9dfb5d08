#!/bin/bash
# ./run.sh [DATABASE] : fills a database with a million records and as many citations, and writes them out in every form
# with a heap of 256 MB. DATABASE is a JDBC address of an empty PostgreSQL, with user and password in it; a file of H2 when
# it is left out. Prints a table.
set -e
here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$(dirname "$here")")
app=${APP:-$project/target/quarkus-app}
work=$(mktemp -d "${TMPDIR:-/tmp}/footnote-archive.XXXX")
trap 'rm -rf "$work"' EXIT
url=${1:-jdbc:h2:file:$work/data}

# from 1,000,001 on, behind the records of the dataset that ships
fill() { # the rows from 1 to a number, as the database makes them
  cat <<SQL
INSERT INTO organization (id, slug, kind, name, country, city, founded_text, founded_earliest, founded_latest, summary)
  SELECT 1000000 + x, 'organization-' || x, 'COMPANY', '公司 ' || x, 'CN', 'Wuhan', '2018', DATE '2018-01-01', DATE '2018-12-31',
    'A company of the bench, "number" ' || x FROM $1 200000) AS n (x);
INSERT INTO person (id, slug, name, summary)
  SELECT 1000000 + x, 'person-' || x, '雷 ' || x, 'Somebody, of whom a sentence is known' FROM $1 200000) AS n (x);
INSERT INTO affiliation (id, slug, person_id, organization_id, title, kind, from_text, from_earliest, from_latest)
  SELECT 1000000 + x, 'affiliation-' || x, 1000001 + MOD(x, 200000), 1000001 + MOD(x * 7, 200000), 'Head of "research"', 'STAFF',
    '2018-05', DATE '2018-05-01', DATE '2018-05-31' FROM $1 300000) AS n (x);
INSERT INTO name (id, slug, person_id, text, language, kind)
  SELECT 1000000 + x, 'name-' || x, 1000001 + MOD(x, 200000), 'Lei ' || x, 'en', 'TRANSLATION' FROM $1 300000) AS n (x);
INSERT INTO citation (id, slug, subject_kind, subject_id, source_id, locator, note, stance)
  SELECT 1000000 + x, 'citation-' || x, CASE WHEN x > 700000 THEN 'name' WHEN x > 400000 THEN 'affiliation' WHEN x > 200000 THEN 'person'
    ELSE 'organization' END, 1000000 + CASE WHEN x > 700000 THEN x - 700000 WHEN x > 400000 THEN x - 400000 WHEN x > 200000 THEN x - 200000
    ELSE x END, 1, 'paragraph ' || MOD(x, 9), 'Read in a table, with a comma', 'SUPPORTS' FROM $1 1000000) AS n (x);
SQL
}

java -Xmx256m -jar "$app/quarkus-run.jar" import "$project/src/main/resources/dataset" --database "$url" > /dev/null
if [ $# = 0 ]; then
  java -cp "$(ls "$app"/lib/main/com.h2database.h2-*.jar)" org.h2.tools.Shell -url "$url" -user '' -password '' \
    -sql "$(fill 'SYSTEM_RANGE(1,'); ANALYZE" > /dev/null
else
  (fill 'generate_series(1,'; echo 'ANALYZE;') | psql -q -v ON_ERROR_STOP=1 "${url#jdbc:}"
fi

echo "| form | seconds, with the start | most memory, MiB | size, MB |"
echo "|---|---:|---:|---:|"
for form in folder package.zip entities.ftm.json graph.jsonld; do
  /usr/bin/time -f '%e %M' -o "$work/figures" java -Xmx256m -XX:+ExitOnOutOfMemoryError -jar "$app/quarkus-run.jar" \
    export "$work/$form" --database "$url" >&2
  read -r seconds memory < "$work/figures"
  echo "| $form | $seconds | $((memory / 1024)) | $(($(du -sb "$work/$form" | cut -f1) / 1000000)) |"
done
