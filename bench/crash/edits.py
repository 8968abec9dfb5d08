#!/usr/bin/env python3
"""Kills the server by kill -9 at a random moment while edits are made, again and again, and looks at what is left.

    edits.py KILLS DATABASE        such as 30 jdbc:h2:file:/tmp/crash/edits, or the address of an empty database of PostgreSQL

Three clients create people with a role, change and delete them, each edit with a key. After each kill the server is started
again, and each edit whose answer was lost is sent again with its key. Counted are, and all must be 0:

- lost: edits that were acknowledged and are not in the log, or not as they were sent
- half: edits with other changes in the log than they had
- twice: edits that are in the log more than once
- present: records that are not as the first import and all logged changes make them
- past: records that are not so after an edit in between, as @knownAt answers
"""
import collections
import json
import os
import random
import re
import shutil
import subprocess
import sys
import threading
import time
import urllib.request

from server import Server

HERE = os.path.dirname(os.path.abspath(__file__))
APP = os.path.abspath(os.environ.get("APP", os.path.join(HERE, "../../target/quarkus-app")))
WORK = os.environ.get("FOOTNOTE_BENCH_DATA", "/tmp/bench-crash-edits")
PORT = int(os.environ.get("PORT", "18098"))
MANAGEMENT_PORT = int(os.environ.get("MANAGEMENT_PORT", "19098"))
FIELDS = {"person": ["name", "summary"], "affiliation": ["person", "organization", "title"]}
EDIT = "mutation($input: EditInput!) { edit(input: $input) { edit { id } problems { code message } } }"
LISTS = """query($after: String) %s { people(first: 100, after: $after) { nodes { slug name summary
 affiliations(first: 100) { nodes { slug title person { slug } organization { slug } } } } pageInfo { hasNextPage endCursor } } }"""
EDITS = """query($after: String) { edits(first: 100, after: $after) { nodes { id summary created updated deleted
 changes(first: 10) { totalCount } } pageInfo { hasNextPage endCursor } } }"""
CHANGES = """query($after: String) { changes(first: 100, after: $after) { nodes { record action edit { id }
 fields(first: 20) { nodes { field before after } } } pageInfo { hasNextPage endCursor } } }"""


class EditedServer(Server):
    def __init__(self, database, key):
        super().__init__(database, APP, WORK, MANAGEMENT_PORT,
                         [f"-Dquarkus.http.port={PORT}", f"-Dfootnote.keys.file={WORK}/footnote.keys"], patience=600)
        self.key = key

    def send(self, query, variables):
        body = json.dumps({"query": query, "variables": variables}).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{PORT}/graphql", body, {
            "Content-Type": "application/json", "Authorization": "Bearer " + self.key})
        answer = json.load(urllib.request.urlopen(request, timeout=60))
        if "errors" in answer:
            raise ValueError(json.dumps(answer["errors"])[:500])
        return answer["data"]

    def all(self, query, field):
        after = None
        while True:
            page = self.send(query, {"after": after})[field]
            yield from page["nodes"]
            if not page["pageInfo"]["hasNextPage"]:
                return
            after = page["pageInfo"]["endCursor"]

    def edit(self, sent):
        """@return the id of the edit; None if it was not made or nobody knows"""
        for _ in range(50):
            try:
                payload = self.send(EDIT, {"input": sent})["edit"]
            except ValueError as error:
                if "OVERLOADED" not in str(error):
                    raise
                continue
            if payload["problems"]:
                raise SystemExit(f"refused: {payload['problems']} for {sent}")
            return payload["edit"]["id"]
        raise SystemExit("the server is overloaded for good")


class Client:
    """Makes edits of its own people, one after the other, until the server is gone."""

    def __init__(self, number, seed, first):
        self.name, self.random, self.first = f"c{number}", random.Random(seed), first
        self.there, self.made, self.acknowledged, self.pending = [], 0, {}, None

    def next(self):
        self.made += 1
        text = f"{self.name}-{self.made}"
        whole = {"summary": text, "key": text, "citing": [{"source": self.first["source"], "locator": text}]}
        kind = self.random.random()
        if kind < 0.5 or len(self.there) < 3:
            self.there.append(text)
            return {**whole, "changes": [
                {"person": {"id": text, "set": {"name": "Person " + text, "summary": text}}},
                {"affiliation": {"id": text, "set": {"person": text, "organization": self.first["organization"],
                                                     "kind": "STAFF", "title": "Title " + text}}}]}, {"created": 2}
        chosen = self.random.choice(self.there)
        if kind < 0.85:
            return {**whole, "changes": [{"person": {"id": chosen, "set": {"summary": text}}}]}, {"updated": 1}
        self.there.remove(chosen)
        return {**whole, "changes": [{"delete": {"id": "person:" + chosen, "cascade": True}}]}, {"deleted": 2}

    def run(self, server):
        try:
            while True:
                if self.pending is None:
                    self.pending = self.next()
                sent, counts = self.pending
                self.acknowledged[server.edit(sent)] = sent["summary"], counts
                self.pending = None
        except OSError:
            pass  # the server was killed; what is pending is sent again
        except ValueError as error:
            if "UNAVAILABLE" not in str(error):
                raise


def acknowledged(clients):
    return sum(len(client.acknowledged) for client in clients)


def applied(state, change):
    """Changes a state by a change of the log. @return whether the log fits to the state"""
    kind, slug = change["record"].split(":", 1)
    if kind not in FIELDS:
        return True
    fields = {one["field"]: one for one in change["fields"]["nodes"] if one["field"] in FIELDS[kind]}
    known = state.get(change["record"], {})
    fits = all(known.get(name) == one["before"] for name, one in fields.items())
    fits &= (change["action"] == "CREATED") == (change["record"] not in state)
    if change["action"] == "DELETED":
        state.pop(change["record"], None)
    else:
        state[change["record"]] = {**known, **{name: one["after"] for name, one in fields.items()}}
    return fits


def state_of(server, directive=""):
    state = {}
    for person in server.all(LISTS % directive, "people"):
        state["person:" + person["slug"]] = {"name": person["name"], "summary": person["summary"]}
        for role in person["affiliations"]["nodes"]:
            state["affiliation:" + role["slug"]] = {"person": role["person"]["slug"], "title": role["title"],
                                                    "organization": (role["organization"] or {}).get("slug")}
    return state


def plain(state):
    return {record: {name: value for name, value in fields.items() if value is not None} for record, fields in state.items()}


def check(server, clients, first, counts):
    logged = collections.defaultdict(list)
    edits = {edit["id"]: edit for edit in server.all(EDITS, "edits")}
    for edit in edits.values():
        logged[edit["summary"]].append(edit)
    for client in clients:
        for edit, (summary, expected) in client.acknowledged.items():
            found = edits.get(edit)
            counts["lost"] += found is None or found["summary"] != summary
            counts["half"] += found is not None and (
                found["changes"]["totalCount"] != sum(expected.values())
                or any(found[name] != expected.get(name, 0) for name in ("created", "updated", "deleted")))
    counts["twice"] += sum(len(all) > 1 for summary, all in logged.items() if summary)
    state, unfit = {record: dict(fields) for record, fields in first.items()}, 0
    numbers = [int(edit.split(":")[1]) for edit in edits]
    middle, past = f"edit:{random.choice(numbers)}" if numbers else "edit:0", None
    for change in server.all(CHANGES, "changes"):
        if past is None and int(change["edit"]["id"].split(":")[1]) > int(middle.split(":")[1]):
            past = {record: dict(fields) for record, fields in state.items()}
        unfit += not applied(state, change)
    counts["present"] += plain(state) != plain(state_of(server)) or unfit > 0
    counts["past"] += plain(past or state) != plain(state_of(server, f'@knownAt(edit: "{middle}")'))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    kills, database, seed = int(sys.argv[1]), sys.argv[2], int(os.environ.get("SEED", "1"))
    shutil.rmtree(WORK, ignore_errors=True)
    os.makedirs(WORK)
    told = subprocess.run(["java", "-jar", f"{APP}/quarkus-run.jar", "key", "add", "crash", "--role", "editor"], cwd=WORK,
                          capture_output=True, text=True, check=True)
    server = EditedServer(database, re.search(r"fnk_[\w-]{20,}", told.stdout + told.stderr).group())
    server.start()
    names = server.send("{ sources(first: 1) { nodes { slug } } organizations(first: 1) { nodes { slug } } }", {})
    named = {"source": names["sources"]["nodes"][0]["slug"], "organization": names["organizations"]["nodes"][0]["slug"]}
    first = state_of(server)
    clients = [Client(number, seed * 100 + number, named) for number in range(3)]
    chance, counts = random.Random(seed), collections.Counter()
    for kill in range(1, kills + 1):
        threads = [threading.Thread(target=client.run, args=(server,)) for client in clients]
        for thread in threads:
            thread.start()
        # by a number of edits, because a server that has just started is slow at first
        enough = acknowledged(clients) + chance.randint(1, 30)
        while acknowledged(clients) < enough and any(thread.is_alive() for thread in threads):
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.2))
        server.kill()
        for thread in threads:
            thread.join()
        server.start()
        counts["sent again"] += sum(client.pending is not None for client in clients)
        for client in clients:
            if client.pending is not None:
                client.acknowledged[server.edit(client.pending[0])] = client.pending[0]["summary"], client.pending[1]
                client.pending = None
        check(server, clients, first, counts)
        print(kill, "kills,", acknowledged(clients), "edits:", dict(counts), flush=True)
    server.kill()
    sys.exit(any(counts[name] for name in ("lost", "half", "twice", "present", "past")))


main()
