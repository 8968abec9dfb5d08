#!/bin/bash
# ./run.sh [WATCHERS] [EDITS_A_SECOND] [SECONDS] [JDBC_URL]: starts Footnote, watches edits over as many connections, as
# server-sent events and over WebSockets, and prints how late the events are. Without a URL the database is an H2 in memory.
set -e
here=$(cd "$(dirname "$0")" && pwd)
app=$(realpath "${APP:-$here/../../target/quarkus-app}")
port=${PORT:-18471}
work=$(mktemp -d "${TMPDIR:-/tmp}/footnote-live.XXXX")
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
ulimit -n 8192
key=$(cd "$work" && java -jar "$app/quarkus-run.jar" key add bench --role editor 2>&1 | grep -o 'fnk_[A-Za-z0-9_-]\{9,\}' | head -1)
[ -z "$4" ] || export FOOTNOTE_DATABASE_URL=$4
FOOTNOTE_KEYS_FILE="$work/footnote.keys" FOOTNOTE_HTTP_SOCKETS=5000 FOOTNOTE_LIVE_STREAMS=5000 QUARKUS_HTTP_PORT=$port \
  QUARKUS_MANAGEMENT_PORT=$((port + 1000)) \
  QUARKUS_HTTP_HOST=127.0.0.1 java -Xmx1g -jar "$app/quarkus-run.jar" > "${LOG:-$work/log}" 2>&1 &
server=$!
until curl -sf "http://127.0.0.1:$((port + 1000))/q/health/ready" > /dev/null; do kill -0 "$server"; sleep 1; done
ticks() { awk '{print $14 + $15}' "/proc/$server/stat"; }
echo "| transport | watchers | edits a second | events | p50, ms | p99, ms | most, ms |"
echo "|---|---:|---:|---:|---:|---:|---:|"
for transport in sse websocket; do
  before=$(ticks)
  java -Xmx2g "$here/Watchers.java" "$port" "$key" "$transport" "${1:-1000}" "${2:-50}" "${3:-30}" || true
  echo "  $(( ($(ticks) - before) / 100 )) s of processor time of the server" >&2
done
