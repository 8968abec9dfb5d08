#!/bin/bash
# ./run.sh PEER_BENCH [--size S|M] [--servers a,b] [--reps 3] [--seconds 5] [--check-only] [--footnotes a,b]
# Measures Footnote on H2 and on PostgreSQL beside the servers of a peer bench, in one go. PEER_BENCH is the bench's folder;
# it may stand in the environment instead.
set -e
here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$here")
command_line="bench/run.sh PEER_BENCH"
if [ $# -gt 0 ] && [ "${1#--}" = "$1" ]; then PEER_BENCH=$1; shift; fi
[ -e "$PEER_BENCH/bench.py" ] || { sed -n '2,4s/^# //p' "$0"; exit 2; }
[ $# = 0 ] || command_line="$command_line $*"
size=M servers=limit-h2,limit-pg,mercurius,postgraphile footnotes=footnote-h2,footnote-pg,footnote-h2-anew,footnote-pg-anew rest=()
while [ $# -gt 0 ]; do
  case $1 in
    --size) size=$2; shift 2 ;;
    --servers) servers=$2; shift 2 ;;
    --footnotes) footnotes=$2; shift 2 ;;
    *) rest+=("$1"); shift ;;
  esac
done

(cd "$project" && ./mvnw -q -B package -DskipTests -Pcheck)

# a copy, because data, answers and server files go into it, and a reading of grouped answers
bench=${FOOTNOTE_PEER_COPY:-${TMPDIR:-/tmp}/footnote-peer-bench}
mkdir -p "$bench"
cp -a --update "$PEER_BENCH/." "$bench/"
chmod -R u+w "$bench"
python3 "$here/groups.py" "$bench/ref.py"
(cd "$bench" && ./build.sh)
[ -e "$bench/data/$size/DONE" ] || (cd "$bench" && python3 gen.py "$size")
cp "$here"/servers/*.toml "$bench/servers/"

export FOOTNOTE_BENCH=$here FOOTNOTE_BENCH_APP=$project/target/quarkus-app
export FOOTNOTE_BENCH_DATA=${FOOTNOTE_BENCH_DATA:-${TMPDIR:-/tmp}/footnote-peer-data}
[ -e "$FOOTNOTE_BENCH_DATA/$size/datapackage.json" ] && [ ! "$bench/data/$size/DONE" -nt "$FOOTNOTE_BENCH_DATA/$size/datapackage.json" ] ||
  python3 "$here/convert.py" "$bench/data/$size" "$FOOTNOTE_BENCH_DATA/$size"

(cd "$bench" && python3 bench.py --servers "$footnotes,$servers" --workloads Q1,Q2,Q3,Q4,Q5,Q6,Q7 --size "$size" "${rest[@]}")
case " ${rest[*]} " in *" --check-only "*) exit ;; esac

mkdir -p "$here/results"
cp "$bench/results/results-$size.json" "$here/results/peers-$size.json"
{
  echo "# Footnote beside its peers, size $size"
  echo
  echo "- Machine: $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo) of memory, $(uname -sm)"
  echo "- JDK: $(java -version 2>&1 | sed -n 2p)"
  echo "- Commit: $(git -C "$project" rev-parse --short HEAD)$([ -z "$(git -C "$project" status --porcelain -- src pom.xml)" ] || echo " and changes to it")"
  echo "- Command: \`$command_line\`"
  echo
  cat "$bench/results/results-$size.md"
} > "$here/results/peers-$size.md"
echo "wrote bench/results/peers-$size.md"
