#!/bin/bash
# ./run.sh [ROWS] : exports ROWS organizations (a million) with a name each from a Footnote that has a heap of 256 MB,
# and writes ../results/export.md. The database is a file of H2, because what is in memory would be the rows and not the export.
set -e
here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$(dirname "$here")")
rows=${1:-1000000} port=${PORT:-8099} heap=256m
app=$project/target/quarkus-app
[ -e "$app/quarkus-run.jar" ] || (cd "$project" && ./mvnw -q -B package -DskipTests)
work=$(mktemp -d "${TMPDIR:-/tmp}/footnote-export.XXXX")
trap 'kill $pid 2>/dev/null || true; rm -rf "$work"' EXIT
url="jdbc:h2:file:$work/data"

start() { # options for the virtual machine
  java "$@" -Dfootnote.database.url="$url" -Dquarkus.http.port="$port" -Dquarkus.http.host=127.0.0.1 -Dquarkus.management.port=0 \
    -jar "$app/quarkus-run.jar" > "$work/log" 2>&1 &
  pid=$!
  for _ in $(seq 600); do
    curl -sf "localhost:$port/graphql?query=%7B__typename%7D" > /dev/null && return
    kill -0 $pid || { cat "$work/log"; exit 1; }
    sleep 0.2
  done
  exit 1
}
stop() { kill $pid; wait $pid || true; }

start # makes the tables
stop
java -cp "$(ls "$app"/lib/main/com.h2database.h2-*.jar)" org.h2.tools.Shell -url "$url" -user '' -password '' -sql "
  INSERT INTO organization (id, slug, kind, name, country, city, founded_text, founded_earliest, founded_latest, summary)
    SELECT 1000000 + x, 'row-' || (10000000 + x), 'COMPANY', '公司 ' || (10000000 + x), 'CN', 'Wuhan', '2018', '2018-01-01', '2018-12-31',
      'A company of the bench, \"number\" ' || x FROM SYSTEM_RANGE(1, $rows);
  INSERT INTO name (id, slug, organization_id, text, language, kind)
    SELECT 1000000 + x, 'name-' || (10000000 + x), 1000000 + x, 'Company ' || x, 'en', 'ALIAS' FROM SYSTEM_RANGE(1, $rows);
  ANALYZE" > /dev/null

flat='{ organizations { nodes { id slug kind name country city founded summary } } }'
nested='{ organizations { nodes { id name founded names(first: 2) { nodes { text language } } } } }'
export_one() { # what, document, suffix, options of curl
  local before after
  before=$(awk '{ print $14 + $15 }' /proc/$pid/stat)
  curl -sf -G "localhost:$port/graphql$3" --data-urlencode "query=$2" "${@:4}" -o "$work/out$3" \
    -w '%{time_total} %{time_starttransfer} %{size_download}\n' > "$work/figures$3"
  after=$(awk '{ print $14 + $15 }' /proc/$pid/stat)
  read -r seconds first bytes < "$work/figures$3"
  if file -b "$work/out$3" | grep -q gzip; then lines=$(gzip -dc "$work/out$3" | wc -l); else lines=$(wc -l < "$work/out$3"); fi
  echo "| $1 | $lines | $((bytes / 1000000)) | $seconds | $first | $(((after - before) / 100)) | $(awk '/VmHWM/ { print int($2 / 1024) }' /proc/$pid/status) |"
}

start -Xmx$heap -Xlog:gc:file="$work/gc" -XX:+ExitOnOutOfMemoryError
{
  echo "# A million rows at a heap of 256 MB"
  echo
  echo "- Machine: $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo) of memory, $(uname -sm); it did other work at the same time"
  echo "- JDK: $(java -version 2>&1 | sed -n 2p)"
  echo "- Commit: $(git -C "$project" rev-parse --short HEAD)"
  echo "- Command: \`bench/export/run.sh${1:+ $1}\`, one export after the other on one server with \`-Xmx$heap\`, H2 in a file"
  echo
  echo "| export | lines | MB sent | seconds | to the first byte | processor seconds | most memory so far, MiB |"
  echo "|---|---:|---:|---:|---:|---:|---:|"
  export_one "8 fields, CSV" "$flat" .csv
  export_one "8 fields, NDJSON" "$flat" .ndjson
  export_one "8 fields, CSV in gzip" "$flat" .csv -H 'Accept-Encoding: gzip'
  export_one "3 fields and a page of names each, NDJSON" "$nested" .ndjson
  export_one "3 fields and a page of names each, CSV" "$nested" .csv
  export_one "both formats at once: CSV" "$nested" .csv > "$work/one" & other=$!
  export_one "both formats at once: NDJSON" "$flat" .ndjson
  wait $other
  cat "$work/one"
  echo
  echo "Memory is that of the whole process (VmHWM). Lines of CSV have the headers with them."
  echo "The most heap in use after a collection was $(sed -n 's/.*->\([0-9]*\)M(.*/\1/p' "$work/gc" | sort -n | tail -1) MB."
} > "$work/export.md"
stop
cp "$work/export.md" "$here/../results/export.md"
cat "$here/../results/export.md"
