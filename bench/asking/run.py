#!/usr/bin/env python3
"""run.py FOOTNOTE_PORT SERVER_PID PSQL_ADDRESS: a search by prefix and a path, asked of Footnote and as hand-written SQL.

Processor milliseconds per request: of the server and its PostgreSQL for Footnote, of PostgreSQL alone for the SQL, which
is sent one statement at a time by psql. Both read the same tables. Run it while the machine does nothing else."""
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import urllib.request

PORT, SERVER, ADDRESS = sys.argv[1], int(sys.argv[2]), sys.argv[3]
TICK = 1000 / os.sysconf("SC_CLK_TCK")
RANDOM = random.Random(7)

SEARCH = "query($q: String!) { search(query: $q, first: 10) { nodes { name reason node { id } } } }"
PATH = """query($a: ID!, $b: ID!) { path(from: $a, to: $b, maxLength: 4, first: 1) {
  paths { length hops { from { id } to { id } } } } }"""

PREFIX_SQL = """SELECT * FROM (
  (SELECT 'person' AS kind, slug, name FROM person WHERE lower(name) LIKE '{0}%' ORDER BY lower(name) LIMIT 10)
  UNION ALL (SELECT 'organization', slug, name FROM organization WHERE lower(name) LIKE '{0}%' ORDER BY lower(name) LIMIT 10)
  UNION ALL (SELECT 'initiative', slug, name FROM initiative WHERE lower(name) LIKE '{0}%' ORDER BY lower(name) LIMIT 10)
) hit ORDER BY length(name), name LIMIT 10;"""

# level by level from one side, by the indexes that there are: what one writes without a program around it
STEPS_SQL = """WITH RECURSIVE reached (kind, id, depth) AS (
  SELECT 'p', {0}, 0
  UNION
  SELECT next.kind, next.id, depth + 1
  FROM reached CROSS JOIN LATERAL (
    SELECT 'o' AS kind, organization_id AS id FROM affiliation WHERE reached.kind = 'p' AND person_id = reached.id
    UNION ALL SELECT 'p', person_id FROM affiliation WHERE reached.kind = 'o' AND organization_id = reached.id
    UNION ALL SELECT 'i', initiative_id FROM participation WHERE reached.kind = 'o' AND organization_id = reached.id
    UNION ALL SELECT 'i', initiative_id FROM participation WHERE reached.kind = 'p' AND person_id = reached.id
    UNION ALL SELECT 'o', organization_id FROM participation WHERE reached.kind = 'i' AND initiative_id = reached.id
    UNION ALL SELECT 'p', person_id FROM participation WHERE reached.kind = 'i' AND initiative_id = reached.id
  ) next
  WHERE depth < 4 AND next.id IS NOT NULL
) SELECT min(depth) FROM reached WHERE kind = 'o' AND id = {1};"""


def processor(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * TICK


def backends():
    out = subprocess.run(["pgrep", "-f", "postgres: "], capture_output=True, text=True).stdout.split()
    return sum(processor(pid) for pid in out if os.path.exists(f"/proc/{pid}/stat"))


def ask(document, variables):
    body = json.dumps({"query": document, "variables": variables}).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{PORT}/graphql", body, {"content-type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def footnote(name, document, asked):
    for variables in asked:  # once to warm up
        ask(document, variables)
    before, clock = processor(SERVER) + backends(), time.time()
    for variables in asked:
        assert "errors" not in ask(document, variables)
    used, clock = processor(SERVER) + backends() - before, time.time() - clock
    print(f"| {name} | Footnote | {used / len(asked):.2f} | {clock * 1000 / len(asked):.2f} |")


def psql(text):
    return subprocess.run(["psql", "-X", "-qAt", ADDRESS], input=text, capture_output=True, text=True, check=True).stdout


def by_hand(name, how, statements):
    script = "SET statement_timeout = '10s';\n" + "\n".join(statements)
    with tempfile.NamedTemporaryFile("w+") as file:
        measured = f"{script}\n".join(["\\o /dev/null\n", "\\o\n\\timing off\nSELECT pg_read_file('/proc/self/stat');\n"])
        file.write(measured)
        file.flush()
        clock = time.time()
        out = subprocess.run(["psql", "-X", "-qAt", ADDRESS, "-f", file.name], capture_output=True, text=True).stdout
        clock = time.time() - clock
    fields = out.strip().splitlines()[-1].rsplit(")", 1)[1].split()
    used = (int(fields[11]) + int(fields[12])) * TICK
    print(f"| {name} | {how} | {used / len(statements):.2f} | {clock * 1000 / len(statements):.2f} |")


def main():
    names = psql("SELECT lower(name) FROM organization WHERE name ~ '^[A-Za-z ]+$' ORDER BY id").split("\n")
    prefixes = [RANDOM.choice(names)[:4].strip() for _ in range(300)]
    people = psql("SELECT p.id, p.slug FROM person p JOIN affiliation a ON a.person_id = p.id ORDER BY a.id LIMIT 20000").split()
    organizations = psql("SELECT id, slug FROM organization ORDER BY id").split()
    pairs = [(RANDOM.choice(people).split("|"), RANDOM.choice(organizations).split("|")) for _ in range(100)]
    print("| what | how | processor ms | wall ms |\n|---|---|---:|---:|")
    footnote("search by 4 letters", SEARCH, [{"q": prefix} for prefix in prefixes])
    psql("CREATE INDEX IF NOT EXISTS hand_person ON person (lower(name)); CREATE INDEX IF NOT EXISTS hand_organization"
         " ON organization (lower(name)); CREATE INDEX IF NOT EXISTS hand_initiative ON initiative (lower(name));")
    by_hand("search by 4 letters", "SQL, by lower(name) of three tables", [PREFIX_SQL.format(prefix) for prefix in prefixes])
    psql("DROP INDEX hand_person, hand_organization, hand_initiative")
    footnote("path of length 4 at most", PATH, [{"a": "person:" + a[1], "b": "organization:" + b[1]} for a, b in pairs])
    by_hand("path of length 4 at most", "SQL, recursive from one side (10 of them)",
            [STEPS_SQL.format(a[0], b[0]) for a, b in pairs[:10]])


main()
