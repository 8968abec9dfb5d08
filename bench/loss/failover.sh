#!/bin/bash
# ./failover.sh [TIMES] : two PostgreSQLs, of which one follows the other by streaming replication, and a Footnote that knows
# the addresses of both, under a constant load. The primary is killed, the other promoted, and a new one made to follow, so
# many times (5). Then the same questions with a replica and without one. Writes ../results/failover.md.
set -e
here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$(dirname "$here")")
times=${1:-5} port=${PORT:-8096} management=${MANAGEMENT_PORT:-9097} clients=${CLIENTS:-8} ports=(54394 54395)
bin=${PGBIN:-$(pg_config --bindir)}
app=$project/target/quarkus-app
[ -e "$app/quarkus-run.jar" ] || (cd "$project" && ./mvnw -q -B package -DskipTests)
work=$(mktemp -d "${TMPDIR:-/tmp}/footnote-failover.XXXX")
as() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$1"; else bash -c "$1"; fi; }
if [ "$(id -u)" = 0 ]; then chown postgres "$work"; fi
finish() {
  kill $pid $load 2>/dev/null || true
  for one in 0 1; do as "$bin/pg_ctl -D $work/data$one -m immediate stop" > /dev/null 2>&1 || true; done
  rm -rf "$work"
}
trap finish EXIT
now() { date +%s%3N; }

begin() { # which
  as "$bin/pg_ctl -D $work/data$1 -w -o '-p ${ports[$1]} -k $work -c listen_addresses=127.0.0.1' -l $work/pg$1.log start" \
    > /dev/null || { tail -5 "$work/pg$1.log"; exit 1; }
}
follow() { # which, whom
  rm -rf "$work/data$1" "$work/.s.PGSQL.${ports[$1]}"*
  as "$bin/pg_basebackup -D $work/data$1 -R -c fast -h 127.0.0.1 -p ${ports[$2]} -U footnote"
  begin "$1"
}
slay() { # which
  local master
  master=$(head -1 "$work/data$1/postmaster.pid")
  kill -9 $(ps -o pid= --ppid "$master") "$master" 2> /dev/null || true
}
serve() { # settings
  java -Xmx512m "$@" -Dquarkus.http.port="$port" -Dquarkus.http.host=127.0.0.1 -Dquarkus.management.port="$management" \
    -Dquarkus.log.category.\"footnote.access\".level=OFF -jar "$app/quarkus-run.jar" >> "$work/log" 2>&1 &
  pid=$!
  for _ in $(seq 300); do
    curl -sf "localhost:$management/q/health/ready" > /dev/null && return
    kill -0 $pid || { cat "$work/log"; exit 1; }
    sleep 0.2
  done
}
ask() { # where the answers go
  node "$here/load.mjs" "http://127.0.0.1:$port/graphql" "$clients" "$1" &
  load=$!
}
rest() { kill $load; wait $load || true; }

as "$bin/initdb -D $work/data0 -U footnote -A trust -E UTF8 --locale=C.UTF-8" > /dev/null
begin 0
as "$bin/createdb -h 127.0.0.1 -p ${ports[0]} -U footnote footnote"
follow 1 0
address="jdbc:postgresql://127.0.0.1:${ports[0]},127.0.0.1:${ports[1]}/footnote?user=footnote"
serve -Dfootnote.database.url="$address"
ask "$work/answers"
sleep 5
primary=0
for _ in $(seq "$times"); do
  other=$((1 - primary)) from=$(now)
  slay $primary
  sleep 1
  as "$bin/pg_ctl -D $work/data$other -w promote" > /dev/null
  echo "failover $from $(now)" >> "$work/outages"
  sleep 4
  follow $primary $other
  primary=$other
  sleep 3
done
rest
kill $pid; wait $pid || true

# the same load with a replica and without one
alone="jdbc:postgresql://127.0.0.1:${ports[$primary]}/footnote?user=footnote"
second="jdbc:postgresql://127.0.0.1:${ports[$((1 - primary))]}/footnote?user=footnote"
for kind in none replica; do
  if [ $kind = none ]; then serve -Dfootnote.database.url="$alone"
  else serve -Dfootnote.database.url="$alone" -Dfootnote.database.replica.url="$second"; fi
  ask "$work/warm"; sleep 15; rest
  ask "$work/$kind"; sleep 10; rest
  kill $pid; wait $pid || true
done
rate() { awk '$4 == "ok" { n++ } END { print n / 10 }' "$1"; }
bad() { awk '$4 != "ok" { n++ } END { print n + 0 }' "$1"; }
{
  echo "# A standby takes over under load"
  echo
  echo "- Machine: $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo) of memory, $(uname -sm); it did other work at the same time"
  echo "- JDK: $(java -version 2>&1 | sed -n 2p); $("$bin/postgres" --version)"
  echo "- Commit: $(git -C "$project" rev-parse --short HEAD)"
  echo "- Command: \`bench/loss/failover.sh${1:+ $1}\`, $clients clients without a pause"
  echo
  echo "The primary is killed, and its standby promoted a second later; both stand in the address."
  echo
  python3 "$here/figures.py" "$work/answers" "$work/outages"
  echo
  echo "## What a replica costs"
  echo
  echo "Every other request served by a kept answer where there is one, both servers and the load on this machine:"
  echo
  echo "| replica | answers a second | anything else |"
  echo "|---|---:|---:|"
  for kind in none replica; do echo "| $([ $kind = none ] && echo no || echo yes) | $(rate "$work/$kind") | $(bad "$work/$kind") |"; done
} > "$work/failover.md"
cp "$work/failover.md" "$here/../results/failover.md"
cp "$work/log" "${TMPDIR:-/tmp}/footnote-failover.log"
cat "$here/../results/failover.md"
