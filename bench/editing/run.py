#!/usr/bin/env python3
"""run.py APP_FOLDER DATASET_FOLDER|- JDBC_URL [POSTMASTER_PID]: processor time of one edit with one citation.

Starts the packaged application (target/quarkus-app) with a database and a dataset ("-" for the one that ships), sends edits
one after the other, each a new person with a role, and then changes of one field. Prints processor milliseconds per edit, of
the application and of PostgreSQL if the pid of its postmaster is given. The first edits are not counted."""
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request

APP, DATASET, URL = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
POSTMASTER = int(sys.argv[4]) if len(sys.argv) > 4 else None
PORT = int(os.environ.get("PORT", "18473"))
WARMUP, COUNTED = int(os.environ.get("WARMUP", "600")), int(os.environ.get("COUNTED", "400"))
TICK = 1000 / os.sysconf("SC_CLK_TCK")
MUTATION = "mutation($input: EditInput!) { edit(input: $input) { edit { id } problems { message path } } }"


def ticks(pid):
    """Processor time of a process and its children, also of those that have ended."""
    total = 0
    for entry in [e for e in os.listdir("/proc") if e.isdigit()]:
        try:
            fields = open(f"/proc/{entry}/stat").read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(entry) == pid:
            total += sum(map(int, fields[11:15]))
        elif int(fields[1]) == pid:
            total += sum(map(int, fields[11:13]))
    return total * TICK


def send(key, query, variables):
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {"content-type": "application/json", "authorization": "Bearer " + key}
    answer = json.load(urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{PORT}/graphql", body, headers)))
    if "errors" in answer or answer["data"].get("edit", {}).get("problems"):
        sys.exit(json.dumps(answer))
    return answer["data"]


def new(i, first):
    return {"citing": [{"source": first["source"], "locator": f"paragraph {i}"}], "changes": [
        {"person": {"id": f"bench-{i}", "set": {"name": f"Bench Person {i}"}}},
        {"affiliation": {"id": f"bench-{i}", "set": {"person": f"bench-{i}", "organization": first["organization"],
                                                     "kind": "STAFF", "title": "Engineer"}}}]}


def changed(i, first):
    return {"citing": [{"source": first["source"], "locator": f"paragraph {i}"}], "changes": [
        {"person": {"id": f"bench-{i % WARMUP}", "set": {"summary": f"Changed {i}"}}}]}


def measure(name, make, process, key, first):
    for i in range(WARMUP):
        send(key, MUTATION, {"input": make(i, first)})
    app, postgres = ticks(process.pid), ticks(POSTMASTER) if POSTMASTER else 0
    begun = time.monotonic()
    for i in range(WARMUP, WARMUP + COUNTED):
        send(key, MUTATION, {"input": make(i, first)})
    wall = (time.monotonic() - begun) * 1000 / COUNTED
    app, postgres = (ticks(process.pid) - app) / COUNTED, ((ticks(POSTMASTER) if POSTMASTER else 0) - postgres) / COUNTED
    print(f"| {name} | {app:.2f} | {postgres:.2f} | {app + postgres:.2f} | {wall:.1f} |", flush=True)


with tempfile.TemporaryDirectory() as folder:
    run = ["java", "-Xmx1g", "-jar", f"{APP}/quarkus-run.jar"]
    # the file of keys is in the folder in which both run
    told = subprocess.run(run + ["key", "add", "bench", "--role", "editor"], capture_output=True, text=True, cwd=folder)
    key = next(word for word in (told.stdout + told.stderr).split() if word.startswith("fnk_"))
    environment = {**os.environ, "FOOTNOTE_DATABASE_URL": URL, "QUARKUS_HTTP_PORT": str(PORT),
                   "QUARKUS_HTTP_HOST": "127.0.0.1"}
    if DATASET != "-":
        environment["FOOTNOTE_DATASET"] = DATASET
    with open(os.environ.get("LOG", folder + "/log"), "w") as log:
        process = subprocess.Popen(run, env=environment, cwd=folder, stdout=log, stderr=log)
    try:
        for _ in range(600):
            try:
                first = send(key, "{ sources(first: 1) { nodes { slug } } organizations(first: 1) { nodes { slug } } }", {})
                break
            except OSError:
                time.sleep(0.5)
        first = {"source": first["sources"]["nodes"][0]["slug"], "organization": first["organizations"]["nodes"][0]["slug"]}
        print("| Edit | Application | PostgreSQL | Processor ms | Wall ms |\n|---|---|---|---|---|")
        measure("new person with a role", new, process, key, first)
        measure("changed field of a person", changed, process, key, first)
    finally:
        process.terminate()
        process.wait()
