#!/bin/bash
# how long a server takes to its first answer, and how much memory it has then and 100 requests later
# usage: bench/starting/run.sh NAME COMMAND...   the command without its verb; five starts, the median of each figure
set -e
name=$1; shift
port=18390
ask() { curl -s -o /dev/null "http://127.0.0.1:$port/graphql" -H 'content-type: application/json' \
  -d '{"query": "{ organizations(first: 20) { nodes { name members { nodes { title person { name } } } } } }"}'; }
for _ in 1 2 3 4 5; do
  begun=$(date +%s%N)
  "$@" serve --port $port >/dev/null 2>&1 & pid=$!
  until ask; do sleep 0.02; done
  ready=$(date +%s%N)
  first=$(awk '/VmRSS/ {print $2}' /proc/$pid/status)
  processor=$(awk '{print ($14 + $15) * 10}' /proc/$pid/stat)
  for _ in $(seq 100); do ask; done
  later=$(awk '/VmRSS/ {print $2}' /proc/$pid/status)
  kill $pid; wait $pid || true
  echo "$(( (ready - begun) / 1000000 )) $processor $((first / 1024)) $((later / 1024))"
done | awk -v name="$name" '
  { for (i = 1; i <= 4; i++) value[i, NR] = $i }
  function median(i,  n, j, k, t) { for (j = 1; j <= NR; j++) t[j] = value[i, j]
    for (j = 1; j <= NR; j++) for (k = j + 1; k <= NR; k++) if (t[k] < t[j]) { n = t[j]; t[j] = t[k]; t[k] = n }
    return t[int((NR + 1) / 2)] }
  END { printf "| %s | %.1f s | %.1f s | %d MiB | %d MiB |\n", name, median(1) / 1000, median(2) / 1000, median(3), median(4) }'
