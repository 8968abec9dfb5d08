#!/usr/bin/env bash
# Imports a dataset of so many records with a heap of 256 MB: into an empty database, again, with a delta on top; and exports it.
#
#   bench/import/run.sh RECORDS DATABASE     such as 1000000 jdbc:h2:file:/tmp/bench-import/h2
#
# The database must be empty. Needs GNU time, Python 3, and what ./mvnw package built.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
records=$1 database=$2
work=${FOOTNOTE_BENCH_DATA:-/tmp/bench-import}/$records
jar="$here/../../target/quarkus-app/quarkus-run.jar"

[ -d "$work/whole" ] || python3 "$here/make.py" "$records" "$work/whole" Old
[ -d "$work/delta" ] || python3 "$here/make.py" "$records" "$work/delta" New --delta

measure() { # WHAT COMMAND...
    local what=$1
    shift
    if ! /usr/bin/time -f "%e s, processor %U s, at most %M KB" -o "$work/time" \
        java -Xmx256m -XX:+UseSerialGC -jar "$jar" "$@" --database "$database" > "$work/out" 2> "$work/err"; then
        tail -5 "$work/err"
        exit 1
    fi
    printf '| %s | %s |\n' "$what" "$(cat "$work/time")"
}

echo "$records records, $(du -sm "$work/whole" | cut -f1) MB of CSV, ${database%%\?*}, load $(cut -d' ' -f1 /proc/loadavg)"
measure check check "$work/whole"
measure import import "$work/whole"
measure "the same again" import "$work/whole"
measure delta import "$work/delta"
rm -rf "$work/export"
measure export export "$work/export"
size=$(du -sm "$work/export" | cut -f1)
echo "$size MB were exported"
