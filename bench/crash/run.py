#!/usr/bin/env python3
"""Kills an import by kill -9 at a random moment, again and again, while readers ask, and looks at what is left.

    run.py KILLS DATABASE          such as 50 jdbc:h2:file:/tmp/crash/h2, or the address of an empty database of PostgreSQL

Two datasets and a delta are imported in turn. Every record carries in its name the word of the dataset that it is from. On
H2, which one process opens, the server that readers ask takes the dataset through its admin API and is killed whole; on PostgreSQL the
import is a process of its own, and is killed while a server goes on answering.

Counted are: answers that are none of the known states, states after a kill that are none of the known ones, and imports that
were acknowledged and are not there. All must be 0.
"""
import collections
import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

from server import Server

HERE = os.path.dirname(os.path.abspath(__file__))
APP = os.path.join(HERE, "../../target/quarkus-app")
JAR = os.path.join(APP, "quarkus-run.jar")
WORK = os.environ.get("FOOTNOTE_BENCH_DATA", "/tmp/bench-crash")
PORT = int(os.environ.get("PORT", "18099"))
MANAGEMENT_PORT = int(os.environ.get("MANAGEMENT_PORT", "19099"))
RECORDS = os.environ.get("RECORDS", "20000")
TOKEN = "a-token-of-more-than-32-characters-for-the-bench"
QUESTION = """{
  dataset { fingerprint }
  organizations(first: 60, orderBy: [{slug: ASC}]) { totalCount nodes { name citations(first: 2) { totalCount } } }
  people(first: 60, orderBy: [{slug: DESC}]) { totalCount nodes { name names { totalCount } affiliations(first: 1) { nodes { title } } } }
  initiatives(first: 30) { totalCount nodes { name parent { name } } }
  names { totalCount } figures { totalCount }
}"""


def log(*words):
    print(*words, flush=True)


def ask():
    request = urllib.request.Request(f"http://localhost:{PORT}/graphql", json.dumps({"query": QUESTION}).encode(),
                                     {"Content-Type": "application/json"})
    return urllib.request.urlopen(request, timeout=30).read().decode()


class Readers:
    """Ask all the time, and count what they are told."""

    def __init__(self):
        self.answers, self.over, self.threads = collections.Counter(), False, []
        for _ in range(2):
            thread = threading.Thread(target=self.run, daemon=True)
            thread.start()
            self.threads.append(thread)

    def run(self):
        while not self.over:
            try:
                self.answers[ask()] += 1
                time.sleep(0.02)
            except (OSError, ValueError):
                self.answers["away"] += 1
                time.sleep(0.02)

    def end(self):
        self.over = True
        for thread in self.threads:
            thread.join()


def send(folder):
    """Has the server take a dataset; True when it says that it did."""
    archive = shutil.make_archive(folder, "zip", folder) if not os.path.exists(folder + ".zip") else folder + ".zip"
    with open(archive, "rb") as body:
        request = urllib.request.Request(f"http://localhost:{MANAGEMENT_PORT}/admin/import", body.read(),
                                         {"Content-Type": "application/zip", "Authorization": "Bearer " + TOKEN})
    try:
        return urllib.request.urlopen(request, timeout=300).status == 200
    except urllib.error.HTTPError as error:
        raise SystemExit(f"refused: {error.code} {error.read().decode()}") from error
    except OSError:
        return False


def command(folder, database):
    return subprocess.Popen(["java", "-Xmx256m", "-jar", JAR, "import", folder, "--database", database],
                            stdout=subprocess.DEVNULL, stderr=open(f"{WORK}/import.log", "a"))


class Trial:
    def __init__(self, kills, database):
        self.kills, self.database, self.h2 = kills, database, database.startswith("jdbc:h2:")
        self.random = random.Random(int(os.environ.get("SEED", "1")))
        self.counts = collections.Counter()

    def take(self, folder):
        """Whole, without being killed."""
        if not (send(folder) if self.h2 else command(folder, self.database).wait() == 0):
            raise SystemExit(f"{folder} could not be imported")
        return ask()

    def states(self):
        """What is answered in each state, and how long it takes to get there."""
        self.known, self.seconds = {}, {}
        for name, folder in (("one", "one"), ("one+delta", "delta"), ("other", "other"), ("other+delta", "delta")):
            begun = time.time()
            self.known[self.take(f"{WORK}/{folder}")] = name
            self.seconds[folder] = time.time() - begun
        if len(self.known) != 4:
            raise SystemExit("the four states are not all different")
        log("seconds", {name: round(value, 1) for name, value in self.seconds.items()})

    def interrupted(self, folder):
        """@return whether the import was acknowledged ahead of the kill"""
        # beside readers it takes longer than it did alone, and its first part is the start of a process
        after = self.random.uniform(*((0.1, 1.5) if self.h2 else (0.5, 1.7))) * self.seconds[folder]
        if self.h2:
            done = []
            thread = threading.Thread(target=lambda: done.append(send(f"{WORK}/{folder}")))
            thread.start()
            thread.join(after)
            acknowledged = done == [True]
            self.server.kill()
            thread.join()
            self.server.start()
            return acknowledged
        process = command(f"{WORK}/{folder}", self.database)
        try:
            return process.wait(after) == 0
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return False

    def run(self):
        self.server = Server(self.database, APP, WORK, MANAGEMENT_PORT, [
            f"-Dquarkus.http.port={PORT}", f"-Dfootnote.admin.token={TOKEN}", "-Dfootnote.limits.time=20s"])
        self.server.start()
        self.states()
        state = self.known[ask()]
        readers = Readers()
        for kill in range(self.kills):
            folder = self.random.choice([one for one in ("one", "other", "delta")
                                         if one != state and not (one == "delta" and "+" in state)])
            target = folder if folder != "delta" else state + "+delta"
            acknowledged = self.interrupted(folder)
            found = self.known.get(ask())
            self.counts["not a whole state"] += found is None
            self.counts["neither old nor new"] += found not in (state, target)
            self.counts["acknowledged and lost"] += acknowledged and found != target
            self.counts["old"] += found == state
            self.counts["new"] += found == target
            log(kill + 1, state, "->", target, "acknowledged" if acknowledged else "killed", "=", found)
            state = found or self.known[self.take(f"{WORK}/one")]
        readers.end()
        self.server.kill()
        self.report(readers)

    def report(self, readers):
        away = readers.answers.pop("away", 0)
        mixed = sum(count for answer, count in readers.answers.items() if answer not in self.known)
        for answer in readers.answers:
            if answer not in self.known:
                log("unknown:", answer[:400])
        log(f"{self.kills} kills: {dict(self.counts)}; {sum(readers.answers.values())} answers to readers,"
            f" {mixed} of no known state, {away} without an answer")
        sys.exit(1 if mixed or self.counts["neither old nor new"] or self.counts["acknowledged and lost"] else 0)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    os.makedirs(WORK, exist_ok=True)
    make = [sys.executable, os.path.join(HERE, "../import/make.py"), RECORDS]
    for folder, words in (("one", ["One"]), ("other", ["Other"]), ("delta", ["Delta", "--delta"])):
        if not os.path.isdir(f"{WORK}/{folder}"):
            subprocess.run(make + [f"{WORK}/{folder}"] + words, check=True)
    Trial(int(sys.argv[1]), sys.argv[2]).run()


main()
