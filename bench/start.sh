#!/bin/bash
# starts Footnote for the peer bench; with a JDBC address of PostgreSQL it makes the database first, where there is none
set -e
if [ -n "$FOOTNOTE_BENCH_PG" ]; then
  name=footnote_${FOOTNOTE_BENCH_NAME}${BENCH_SIZE,,}
  server=${BENCH_PG_URI%/*}
  [ "$(psql -Atc "select 1 from pg_database where datname = '$name'" "$server/postgres")" = 1 ] || psql -qc "create database $name" "$server/postgres"
  export FOOTNOTE_DATABASE_URL="${BENCH_PG_JDBC%/*}/$name?user=postgres$FOOTNOTE_BENCH_PG_OPTIONS"
fi
# because the peers keep no answers, and what is compared is answering
export FOOTNOTE_CACHE_BYTES=0
export FOOTNOTE_DATASET="$FOOTNOTE_BENCH_DATA/$BENCH_SIZE" QUARKUS_HTTP_PORT="$BENCH_PORT" QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_MANAGEMENT_PORT=0
# shellcheck disable=SC2086
exec java $JAVA_OPTS -jar "$FOOTNOTE_BENCH_APP/${FOOTNOTE_BENCH_JAR:-quarkus-run.jar}"
