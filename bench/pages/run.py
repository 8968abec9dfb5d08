#!/usr/bin/env python3
"""run.py PORT SERVER_PID: processor time of pages, each beside the JSON of the same query, and what they weigh.

Start the server with FOOTNOTE_CACHE_BYTES=0, because a page that is kept costs as little as any other answer that is kept.
Both are asked in turns, so that both meet the same machine. Run it while the machine does nothing else."""
import gzip
import http.client
import os
import re
import statistics
import sys

PORT, SERVER = int(sys.argv[1]), int(sys.argv[2])
TICK = 1000 / os.sysconf("SC_CLK_TCK")
WARM, ROUNDS, REQUESTS = 1500, 5, 200
PAGES = ["/organization/xiaomi", "/person/lei-jun", "/initiative/ai-joint-laboratory", "/organizations", "/events", "/", "/missing",
         "/source/whu-xiaomi-joint-laboratory", "/search?query=lei"]
CONNECTION = http.client.HTTPConnection("127.0.0.1", PORT)


def processor():
    with open(f"/proc/{SERVER}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * TICK


def ask(path):
    CONNECTION.request("GET", path)
    answer = CONNECTION.getresponse()
    body = answer.read()
    assert answer.status == 200, (path, answer.status, body)
    return body


def cost(path):
    start = processor()
    for _ in range(REQUESTS):
        ask(path)
    return (processor() - start) / REQUESTS


def main():
    for page in PAGES:
        html = ask(page)
        json = re.search(r'href="(/q/[^"]*)">JSON', html.decode()).group(1).replace("&amp;", "&")
        for path in (page, json):
            for _ in range(WARM):
                ask(path)
        rounds = [(cost(page), cost(json)) for _ in range(ROUNDS)]
        page_cost, json_cost = (statistics.median(one[i] for one in rounds) for i in (0, 1))
        print(f"{page:40} page {page_cost:6.2f} ms  query {json_cost:6.2f} ms  {page_cost / json_cost:4.1f} times"
              f"  {len(html) / 1000:5.1f} kB, {len(gzip.compress(html, 6)) / 1000:4.1f} kB compressed", flush=True)
    for file in ("/explorer.css", "/explorer.js", "/explorer-graph.js", "/explorer-edit.js", "/d3-dispatch.min.js", "/d3-quadtree.min.js",
                 "/d3-timer.min.js", "/d3-force.min.js"):
        body = ask(file)
        print(f"{file:40} {len(body) / 1000:5.1f} kB, {len(gzip.compress(body, 6)) / 1000:4.1f} kB compressed")


main()
