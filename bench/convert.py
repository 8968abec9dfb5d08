#!/usr/bin/env python3
"""convert.py SIZE_FOLDER OUT_FOLDER: makes a dataset for Footnote, a Data Package, of the CSV files that the peer bench generates.

A record's id is the peers' number as text, and every file is in the order of those numbers, so that the field `number`
is the peers' id and the peers' variables can be sent as they are. Every record cites one source, because Footnote takes
no fact without."""
import csv, json, os, sys

ORGANIZATION = {"company": "company", "university": "university", "government": "government", "lab": "laboratory"}
INITIATIVE = {"joint_lab": "joint_laboratory", "alliance": "alliance", "headquarters": "headquarters", "model_team": "other", "fund": "other",
              "programme": "programme"}
ROLE = {"lead": "lead", "partner": "partner", "funder": "funder", "host": "host", "supplier": "other"}


def convert(folder, out):
    def table(name):
        with open(f"{folder}/{name}.csv", encoding="utf-8", newline="") as f:
            rows = list(csv.DictReader(f))
        if [int(r["id"]) for r in rows] != list(range(1, len(rows) + 1)):
            sys.exit(f"{folder}/{name}.csv: the ids do not count from 1, so that number would not be the peers' id")
        return rows

    sources, resources = table("source"), []
    os.makedirs(out, exist_ok=True)

    def write(name, headers, rows, cited=True):
        with open(f"{out}/{name}.csv", "w", encoding="utf-8", newline="") as f:
            to = csv.writer(f, lineterminator="\n")
            to.writerow(headers + ["source"] * cited)
            for n, row in enumerate(rows, 1):
                to.writerow([*row, n % len(sources) + 1] if cited else row)
        resources.append({"name": name, "path": name + ".csv", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"})

    # a publisher is an organization, and the peers have its name only
    write("sources", ["id", "kind", "title", "url", "authors", "published"],
          ((r["id"], "article", r["title"], r["url"], r["publisher"], r["published_on"]) for r in sources), cited=False)
    organizations = table("organization")
    # the peers' slug goes into a text that they have no other use for, so that it can come out under its own name
    write("organizations", ["id", "kind", "name", "country", "city", "founded", "website"],
          ((r["id"], ORGANIZATION[r["kind"]], r["name"], r["country"], r["slug"], r["founded_on"], r["website"]) for r in organizations))
    write("organization_links", ["id", "organization", "kind", "target"],
          ((r["id"], r["id"], "part_of", r["parent_id"]) for r in organizations if r["parent_id"]))
    people = table("person")
    write("people", ["id", "name"], ((r["id"], r["name"]) for r in people))
    write("names", ["id", "person", "text", "language", "kind"],
          ((r["id"], r["id"], r["native_name"], "zh", "spelling") for r in people if r["native_name"]))
    write("affiliations", ["id", "person", "organization", "title", "kind", "from", "to"],
          ((r["id"], r["person_id"], r["organization_id"], r["title"], "other", r["started_on"], r["ended_on"]) for r in table("affiliation")))
    initiatives = table("initiative")
    write("initiatives", ["id", "kind", "name", "announced"],
          ((r["id"], INITIATIVE[r["kind"]], r["title"], r["announced_on"]) for r in initiatives))
    # the peers' role goes into the title, too, because a title is text as they have it and role is a closed list
    write("participations", ["id", "initiative", "organization", "role", "title"],
          ((r["id"], r["initiative_id"], r["organization_id"], ROLE[r["role"]], r["role"]) for r in table("participation")))
    reports = table("financial_report")
    write("financial_reports", ["id", "organization", "fiscal_year", "period", "published", "currency", "revision"],
          ((r["id"], r["organization_id"], r["fiscal_year"], r["period"].lower(), r["published_on"], r["currency"], 1) for r in reports))

    def figures():
        for r in reports:
            for metric, value in (("revenue", r["revenue"]), ("net-profit", r["net_profit"])):
                yield f"{r['id']}-{metric}", r["id"], "", metric, value, "money", r["currency"], "exact"
        for r in initiatives:
            if r["budget_amount"]:
                yield f"{r['id']}-budget", "", r["id"], "budget", r["budget_amount"], "money", r["budget_currency"], "exact"

    write("figures", ["id", "report", "initiative", "metric", "value", "unit", "currency", "qualifier"], figures())
    with open(f"{out}/datapackage.json", "w", encoding="utf-8") as f:
        json.dump({"profile": "tabular-data-package", "name": "peer-bench-" + os.path.basename(os.path.normpath(folder)).lower(),
                   "title": "Generated data of the peer bench", "licenses": [{"name": "CC0-1.0"}], "resources": resources}, f, indent=1)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    convert(sys.argv[1], sys.argv[2])
