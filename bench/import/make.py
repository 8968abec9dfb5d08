#!/usr/bin/env python3
"""Makes a dataset of so many records, each of which cites a source in its own line.

    make.py RECORDS FOLDER [WORD]        all of it; the word stands in every name
    make.py RECORDS FOLDER WORD --delta  a delta: a hundredth of the organizations and people anew, with that word,
                                         and a hundredth of the names deleted
"""
import csv
import json
import os
import random
import sys

SHARES = {"sources": 0.01, "people": 0.10, "organizations": 0.02, "affiliations": 0.19, "initiatives": 0.04,
          "participations": 0.11, "names": 0.06, "financial_reports": 0.15, "figures": 0.32}
FAMILY = "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo".split()
GIVEN = "Wei Fang Na Min Jing Lei Jun Yang Yong Yan Jie Juan Tao Ming Chao Xia Ping Gang Hao Ying".split()
CITIES = "Beijing Wuhan Shanghai Shenzhen Suzhou Hangzhou Chengdu Nanjing".split()


class Maker:
    def __init__(self, records, folder, word, delta):
        self.count = {name: max(1, int(records * share)) for name, share in SHARES.items()}
        self.folder, self.word, self.delta, self.random = folder, word, delta, random.Random(7)
        self.written = []
        os.makedirs(folder, exist_ok=True)

    def pick(self, resource, letter):
        place = self.random.random()
        return f"{letter}{int(place * place * self.count[resource])}"

    def cited(self):
        return [self.pick("sources", "s"), f"page {self.random.randrange(300)}"]

    def date(self):
        year = 1990 + self.random.randrange(33)
        return self.random.choice([f"{year}", f"{year}-{self.random.randrange(1, 13):02}",
                                   f"{year}-{self.random.randrange(1, 13):02}-{self.random.randrange(1, 29):02}"])

    def file(self, resource, header, line, step=1):
        self.written.append(resource)
        with open(os.path.join(self.folder, resource + ".csv"), "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(header.split(","))
            for i in range(0, self.count[resource], step):
                writer.writerow(line(i))

    def person(self, i):
        name = f"{FAMILY[i % 20]} {GIVEN[i // 20 % 20]}{GIVEN[i // 400 % 20].lower()}"
        return [f"p{i}", f"{name} {self.word}".strip(), self.random.choice(CITIES), *self.cited()]

    def organization(self, i):
        return [f"o{i}", self.random.choice(["company", "university", "laboratory"]), f"{CITIES[i % 8]} Works {i} {self.word}".strip(),
                "CN", self.random.choice(CITIES), self.date(), *self.cited()]

    def nouns(self, step=1):
        self.file("people", "id,name,hometown,source,locator", self.person, step)
        self.file("organizations", "id,kind,name,country,city,founded,source,locator", self.organization, step)

    def whole(self):
        r = self.random
        self.file("sources", "id,kind,title,url,published",
                  lambda i: [f"s{i}", "article", f"Article {i} {self.word}".strip(), f"https://example.org/{i}", self.date()])
        self.nouns()
        self.file("affiliations", "id,person,organization,title,kind,from,source,locator",
                  lambda i: [f"a{i}", self.pick("people", "p"), self.pick("organizations", "o"), f"Engineer {self.word}".strip(),
                             "staff", self.date(), *self.cited()])
        self.file("initiatives", "id,kind,name,announced,city,parent,source,locator",
                  lambda i: [f"i{i}", "programme", f"Programme {i} {self.word}".strip(), self.date(), r.choice(CITIES),
                             f"i{r.randrange(i)}" if i % 5 == 4 else "", *self.cited()])
        self.file("participations", "id,initiative,organization,role,committed_amount,committed_currency,source,locator",
                  lambda i: [f"q{i}", self.pick("initiatives", "i"), self.pick("organizations", "o"), "partner",
                             r.randrange(10 ** 9), "CNY", *self.cited()])
        self.file("names", "id,person,text,language,kind,source,locator",
                  lambda i: [f"n{i}", self.pick("people", "p"), f"{r.choice(GIVEN)} {r.choice(FAMILY)} {i}", "en", "alias",
                             *self.cited()])
        self.file("financial_reports", "id,organization,fiscal_year,period,currency,revision,source,locator",
                  lambda i: [f"f{i}", self.pick("organizations", "o"), 2000 + i % 24, r.choice(["fy", "q1", "q2", "q3"]), "CNY", 1,
                             *self.cited()])
        self.file("figures", "id,report,metric,value,unit,currency,qualifier,source,locator",
                  lambda i: [f"g{i}", self.pick("financial_reports", "f"), r.choice(["revenue", "net-profit"]),
                             r.randrange(10 ** 12), "money", "CNY", "exact", *self.cited()])

    def changes(self):
        self.nouns(100)
        self.count["deletions"] = self.count["names"]
        self.file("deletions", "record", lambda i: [f"name:n{i}"], 100)

    def run(self):
        self.changes() if self.delta else self.whole()
        with open(os.path.join(self.folder, "datapackage.json"), "w", encoding="utf-8") as out:
            package = {"name": "made", "resources": [{"name": name, "path": name + ".csv"} for name in self.written]}
            if self.delta:
                package["footnote"] = {"delta": True}
            json.dump(package, out, indent=2)
            out.write("\n")


if __name__ == "__main__":
    words = [argument for argument in sys.argv[1:] if argument != "--delta"]
    if len(words) < 2:
        sys.exit(__doc__)
    Maker(int(words[0]), words[1], words[2] if len(words) > 2 else "", "--delta" in sys.argv).run()
