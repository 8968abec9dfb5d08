#!/usr/bin/env python3
"""figures.py ANSWERS OUTAGES : what became of the requests, as a table of Markdown."""
import sys
from collections import Counter

answers = sorted(tuple(line.rstrip("\n").split(" ", 3)) for line in open(sys.argv[1]))
answers = [(int(asked), int(took), status, verdict) for asked, took, status, verdict in answers]
outages = [(kind, int(begin), int(end)) for kind, begin, end in map(str.split, open(sys.argv[2]))]

kinds = list(dict.fromkeys(kind for kind, _, _ in outages))
rows = {kind: {"n": 0, "away": [], "asked": 0, "refused": Counter(), "recovery": [], "slowest": 0} for kind in kinds}
outside = []
explained = set()
for i, (kind, begin, end) in enumerate(outages):
    following = outages[i + 1][1] if i + 1 < len(outages) else answers[-1][1] + 1
    row = rows[kind]
    row["n"] += 1
    row["away"].append(end - begin)
    recovery = 0
    for index, (asked, took, status, verdict) in enumerate(answers):
        # under way when the database went, or asked from then until the next time
        if took < begin or took >= following:
            continue
        if asked < end:
            row["asked"] += 1
            row["slowest"] = max(row["slowest"], took - asked)
        if verdict != "ok":
            explained.add(index)
            row["refused"][verdict] += 1
            recovery = max(recovery, took - end)
    row["recovery"].append(max(0, recovery))
outside = [answers[i] for i in range(len(answers)) if answers[i][3] != "ok" and i not in explained]

print(f"{len(answers):,} requests, {sum(a[3] == 'WRONG' for a in answers)} wrong answers, "
      f"{sum(a[2] == '0' for a in answers)} without an answer, {len(outside)} errors before the first outage.")
print()
print("| how | times | away, ms | asked meanwhile | slowest answer, ms | refused | last error after it was back, ms: median, most |")
print("|---|---:|---:|---:|---:|---|---:|")
for kind, row in rows.items():
    recovery = sorted(row["recovery"])
    refused = ", ".join(f"{count:,} {code}" for code, count in row["refused"].most_common()) or "none"
    print(f"| {kind} | {row['n']} | {min(row['away']):,} to {max(row['away']):,} | {row['asked']:,} | {row['slowest']:,} | "
          f"{refused} | {recovery[len(recovery) // 2]:,}, {recovery[-1]:,} |")
