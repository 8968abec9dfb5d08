#!/usr/bin/env python3
"""Kills the first import into an H2 by kill -9 at a random moment, again and again, and looks at what the next one makes of it.

    first.py KILLS FOLDER

An import into an empty file takes indexes away and commits in steps, so that there is more to be left half done than where a
dataset was there before. Up to four imports are killed one behind the other, then one ends, and its export and its indexes
are compared with those of an import that nobody killed.
"""
import glob
import hashlib
import os
import random
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
APP = os.path.join(HERE, "../../target/quarkus-app")
RECORDS = os.environ.get("RECORDS", "20000")
INDEXES = """SELECT c.table_name, c.column_name, c.ordinal_position, i.index_type_name FROM information_schema.indexes i
 JOIN information_schema.index_columns c ON c.index_name = i.index_name ORDER BY 1, 2, 3, 4"""


def start(verb, *arguments):
    return subprocess.Popen(["java", "-Xmx256m", "-XX:+UseSerialGC", "-jar", f"{APP}/quarkus-run.jar", verb, *arguments],
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def done(process):
    said = process.communicate()[1]
    if process.returncode:
        raise SystemExit(f"{' '.join(process.args)} ended with {process.returncode}: {said[-1000:]}")


def state(work, database):
    """What is in a database, as hashes of what comes out of it and of its indexes."""
    shutil.rmtree(f"{work}/out", ignore_errors=True)
    done(start("export", f"{work}/out", "--database", database))
    out = hashlib.sha256()
    for path in sorted(glob.glob(f"{work}/out/*")):
        out.update(open(path, "rb").read())
    h2 = glob.glob(f"{APP}/lib/main/com.h2database.h2-*.jar")[0]
    indexes = subprocess.run(["java", "-cp", h2, "org.h2.tools.Shell", "-url", f"jdbc:h2:file:{database}", "-user", "",
                              "-sql", INDEXES], capture_output=True, text=True, check=True).stdout
    rows = [line for line in indexes.splitlines() if "|" in line]
    return out.hexdigest(), hashlib.sha256("\n".join(rows).encode()).hexdigest(), len(rows)


def main():
    kills, work = int(sys.argv[1]), os.path.abspath(sys.argv[2])
    os.makedirs(work, exist_ok=True)
    subprocess.run([sys.executable, f"{HERE}/../import/make.py", RECORDS, f"{work}/data", "Old"], check=True,
                   stdout=subprocess.DEVNULL)
    begun = time.time()
    done(start("import", f"{work}/data", "--database", f"{work}/whole"))
    takes = time.time() - begun
    expected = state(work, f"{work}/whole")
    print(f"an import takes {takes:.1f} s; {expected[2]} columns of indexes", flush=True)
    killed = differing = whole = 0
    while killed < kills:
        for path in glob.glob(f"{work}/killed.*"):
            os.remove(path)
        for _ in range(random.randint(1, 4)):
            process = start("import", f"{work}/data", "--database", f"{work}/killed")
            try:
                process.wait(random.uniform(0.2, 1.0) * takes)
                whole += 1
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                killed += 1
        done(start("import", f"{work}/data", "--database", f"{work}/killed"))
        found = state(work, f"{work}/killed")
        differing += found != expected
        print(f"{killed} killed, {whole} came first, {differing} differ", flush=True)
    sys.exit(differing > 0)


main()
