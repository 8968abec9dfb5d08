#!/usr/bin/env python3
"""groups.py REF.PY: has the peer bench's comparison read Footnote's groups, whose keys are nested and whose sums are apart
for each currency: the peers add currencies up, so the sums are added here."""
import sys

path = sys.argv[1]
text = open(path).read()
mark = "            d[k] = sorted(d[k]"
ours = """            if d[k] and "key" in d[k][0]:  # Footnote's groups
                d[k] = [{**(g["key"].get("report") or g["key"]), **({"count": g["count"]} if "count" in g else
                        {"revenue": sum(int(v["sum"]) for v in g["aggregate"]["value"])})} for g in d[k]]
"""
if ours not in text:
    assert mark in text, "the peer bench compares Q6 in another way now"
    open(path, "w").write(text.replace(mark, ours + mark))
