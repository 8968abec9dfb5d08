#!/usr/bin/env bash
# What the door costs by itself, in processor time: a kept answer, one that did not change, and one that asks nothing, beside
# a file of constant bytes from the same server. Usage: bench/load/door.sh [ADDRESS] [SECONDS]; needs wrk, ss and a server.
set -euo pipefail
address=${1:-http://127.0.0.1:8080}
seconds=${2:-4}
pid=$(ss -ltnp | grep ":${address##*:} " | sed -E 's/.*pid=([0-9]+).*/\1/')
scripts=$(mktemp -d)
trap 'rm -r "$scripts"' EXIT

get="$address/graphql?query=%7Bpeople(first:8)%7Bnodes%7Bid%20name%20slug%20hometown%20summary%7D%7D%7D"
tag=$(curl -si "$get" | grep -i '^etag' | cut -d' ' -f2- | tr -d '\r')
post='wrk.method="POST" wrk.headers["Content-Type"]="application/json" wrk.body=[[{"query":"%s"}]]\n'
# shellcheck disable=SC2059
printf "$post" '{ people(first: 8) { nodes { id name slug hometown summary } } }' > "$scripts/kept.lua"
# shellcheck disable=SC2059
printf "$post" '{__typename}' > "$scripts/typename.lua"
echo "wrk.headers['If-None-Match']='$tag'" > "$scripts/unchanged.lua"
echo > "$scripts/none.lua"

processor() { awk '{print ($14 + $15) * 10}' "/proc/$pid/stat"; }

measure() {
  local before after requests
  before=$(processor)
  requests=$(wrk -t1 -c16 -d"${seconds}s" -s "$scripts/$3.lua" "$2" | sed -nE 's/^ *([0-9]+) requests in.*/\1/p')
  after=$(processor)
  awk -v name="$1" -v cpu=$((after - before)) -v n="$requests" 'BEGIN {printf "%-24s %.4f ms a request, of %d\n", name, cpu / n, n}'
}

for round in 1 2 3; do
  echo "round $round"
  measure 'a file' "$address/footnote.css" none
  measure 'a kept answer, POST' "$address/graphql" kept
  measure 'a kept answer, GET' "$get" none
  measure 'nothing changed, 304' "$get" unchanged
  measure '{ __typename }, POST' "$address/graphql" typename
done
