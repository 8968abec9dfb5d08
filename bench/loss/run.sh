#!/bin/bash
# ./run.sh [TIMES] : puts Footnote on a PostgreSQL of its own under a constant load, takes the database away in every way
# there is, so many times each (10), and writes ../results/loss.md. Run as root it makes the server for the user postgres.
set -e
here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$(dirname "$here")")
times=${1:-10} port=${PORT:-8097} pgport=${PGPORT:-54397} management=${MANAGEMENT_PORT:-9097} clients=${CLIENTS:-8}
bin=${PGBIN:-$(pg_config --bindir)}
app=$project/target/quarkus-app
[ -e "$app/quarkus-run.jar" ] || (cd "$project" && ./mvnw -q -B package -DskipTests)
work=$(mktemp -d "${TMPDIR:-/tmp}/footnote-loss.XXXX")
as() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$1"; else bash -c "$1"; fi; }
if [ "$(id -u)" = 0 ]; then chown postgres "$work"; fi
finish() {
  kill $pid $load 2>/dev/null || true
  kill -CONT $(everyone) 2>/dev/null || true
  as "$bin/pg_ctl -D $work/data -m immediate stop" > /dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT

postmaster() { head -1 "$work/data/postmaster.pid"; }
everyone() { ps -o pid= --ppid "$(postmaster)"; postmaster; }
begin() { as "$bin/pg_ctl -D $work/data -w -o '-p $pgport -k $work -c listen_addresses=127.0.0.1' -l $work/pg.log start" > /dev/null || { tail -5 "$work/pg.log"; exit 1; }; }
now() { date +%s%3N; }

as "$bin/initdb -D $work/data -U footnote -A trust -E UTF8 --locale=C.UTF-8" > /dev/null
begin
as "$bin/createdb -h 127.0.0.1 -p $pgport -U footnote footnote"
java -Xmx512m -Dfootnote.database.url="jdbc:postgresql://127.0.0.1:$pgport/footnote?user=footnote" \
  -Dquarkus.http.port="$port" -Dquarkus.http.host=127.0.0.1 -Dquarkus.management.port="$management" \
  -Dquarkus.log.category.\"footnote.access\".level=OFF -jar "$app/quarkus-run.jar" > "$work/log" 2>&1 &
pid=$!
for _ in $(seq 300); do
  curl -sf "localhost:$management/q/health/ready" > /dev/null && break
  kill -0 $pid || { cat "$work/log"; exit 1; }
  sleep 0.2
done

kinds="fast immediate kill restart freeze"
node "$here/load.mjs" "http://127.0.0.1:$port/graphql" "$clients" "$work/answers" &
load=$!
sleep 5
for kind in $kinds; do
  for _ in $(seq "$times"); do
    from=$(now)
    case $kind in
      fast | immediate) as "$bin/pg_ctl -D $work/data -m $kind -w stop" > /dev/null; sleep 1; begin ;;
      kill)
        kill -9 $(everyone) 2> /dev/null || true
        sleep 1
        # because the dead may still be in the table of processes, where nobody buries them
        rm -f "$work/data/postmaster.pid" "$work"/.s.PGSQL.*
        begin ;;
      restart) as "$bin/pg_ctl -D $work/data -m fast -w stop" > /dev/null; begin ;;
      freeze) all=$(everyone); kill -STOP $all; sleep 3; kill -CONT $all ;;
    esac
    echo "$kind $from $(now)" >> "$work/outages"
    sleep 3
  done
done
kill $load
wait $load || true
{
  echo "# The database is taken away under load"
  echo
  echo "- Machine: $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo) of memory, $(uname -sm); it did other work at the same time"
  echo "- JDK: $(java -version 2>&1 | sed -n 2p); $("$bin/postgres" --version)"
  echo "- Commit: $(git -C "$project" rev-parse --short HEAD)"
  echo "- Command: \`bench/loss/run.sh${1:+ $1}\`, $clients clients without a pause"
  echo
  python3 "$here/figures.py" "$work/answers" "$work/outages"
  echo
  echo "Lines in the log of the server meanwhile: $(grep -c . "$work/log"), of which stack traces: $(grep -c '^	at ' "$work/log" || true)."
} > "$work/loss.md"
cp "$work/loss.md" "$here/../results/loss.md"
cp "$work/log" "${TMPDIR:-/tmp}/footnote-loss.log"
[ -e "$work/answers.wrong" ] && cp "$work/answers.wrong" "${TMPDIR:-/tmp}/footnote-loss.wrong"
cat "$here/../results/loss.md"
