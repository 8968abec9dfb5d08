#!/usr/bin/env python3
"""make.py FOLDER [RECORDS]: makes a dataset of so many records (a million), each of which cites a source in its own line; one in
ten is cited once more. Texts have commas, quotes and Chinese, because those take the long way through every writer."""
import csv, json, os, sys

folder, records = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
part = records // 100
resources, cited = [], []
os.makedirs(folder, exist_ok=True)


def write(name, headers, rows, kind=None):
    with open(f"{folder}/{name}.csv", "w", encoding="utf-8", newline="") as f:
        to = csv.writer(f, lineterminator="\n")
        to.writerow(headers + (["source", "locator", "note"] if kind else []))
        for n, row in enumerate(rows):
            to.writerow([*row, f"s{n % part}", f"paragraph {n % 9 + 1}", "Read in a table, with a comma" if n % 7 == 0 else ""] if kind else row)
            if kind and n % 10 == 0:
                cited.append((f"{kind}:{row[0]}", f"s{(n + 1) % part}", f"page {n % 300}"))
    resources.append({"name": name, "path": name + ".csv"})


write("sources", ["id", "kind", "title", "url", "publisher", "published"],
      ((f"s{n}", "article", f"Article {n}, \"quoted\"", f"https://example.org/{n}", "A publisher", f"20{n % 20:02}-0{n % 9 + 1}") for n in range(part)))
people, organizations, initiatives = part * 20, part * 10, part * 5
write("people", ["id", "name", "summary"], ((f"p{n}", f"雷 {n}", "Somebody, of whom a sentence is known" if n % 3 else "") for n in range(people)), "person")
write("organizations", ["id", "kind", "name", "country", "city", "founded"],
      ((f"o{n}", ("company", "university", "laboratory")[n % 3], f"Organization {n}", "CN", f"City {n % 500}", f"19{n % 100:02}") for n in range(organizations)), "organization")
write("affiliations", ["id", "person", "organization", "title", "kind", "from", "to", "ended"],
      ((f"a{n}", f"p{n % people}", f"o{n * 7 % organizations}", "Head of \"research\"", ("executive", "staff", "board")[n % 3], f"20{n % 24:02}-05-0{n % 9 + 1}",
        "", "true" if n % 5 == 0 else "") for n in range(part * 25)), "affiliation")
write("initiatives", ["id", "kind", "name", "announced"], ((f"i{n}", ("alliance", "event")[n % 2], f"Initiative {n}", "2020-01-02") for n in range(initiatives)), "initiative")
write("participations", ["id", "initiative", "organization", "role", "committed_amount", "committed_currency"],
      ((f"t{n}", f"i{n % initiatives}", f"o{n * 3 % organizations}", "partner", *((f"{n * 1000}.5", "CNY") if n % 4 == 0 else ("", ""))) for n in range(part * 9)), "participation")
write("names", ["id", "person", "text", "language", "kind"], ((f"n{n}", f"p{n}", f"Lei {n}", "en", "translation") for n in range(part * 10)), "name")
write("financial_reports", ["id", "organization", "fiscal_year", "period", "revision"], ((f"r{n}", f"o{n % organizations}", 2000 + n // organizations, "fy", 1) for n in range(part * 8)), "financial_report")
write("figures", ["id", "report", "metric", "value", "unit", "currency", "qualifier"],
      ((f"f{n}", f"r{n % (part * 8)}", "revenue", f"{n}.25", "money", "CNY", "exact") for n in range(part * 12)), "figure")
write("citations", ["subject", "source", "locator"], cited)
json.dump({"name": "bench", "title": "A dataset of the bench", "resources": resources}, open(f"{folder}/datapackage.json", "w"))
