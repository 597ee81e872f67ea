#!/usr/bin/env python3
"""One database, three local shards and three servers give the same answers, byte for byte.

usage: same_answers.py BINDIR corpus FOLDER
       same_answers.py BINDIR ties
       same_answers.py BINDIR real FOLDER QUERIES

corpus: the sample reports. ties: made reports that say the same, so that only the order among
equals can differ. real: real reports and QUERIES, a table with a query in its second column (in
$OFSEARCH_REPORTS and $OFSEARCH_QUALITY where these are set); exit status 77 where there are none. Compared are the exit status and what is printed, without times.
Prints what differs; exit status 1 if anything does. With -v also the round trips and the bytes
received by each search.
"""
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import layouts

ALL = ["--facets", "all"]
# What each kind of search is made of. Words stand in the sample reports and in real ones alike.
SEARCHES = [
    ["fostering", *ALL], ["children in care", *ALL], ["private fostering DBS", *ALL],
    ["social worker caseloads", *ALL, "--explain"], ["LSCB IRO NEET", *ALL],
    ["multi-agency working"], ["multiagency"], ["multi agency audits"], ["weak management oversight"],
    ['"children in need"', *ALL], ['"private foster*"'], ["visits NEAR/5 children"],
    ["plan NEAR review", *ALL], ["foster*", *ALL], ["co*", "--explain"], ["c*"],
    ["homeless OR adoption"], ["missing AND children"], ["+missing interview"], ["missing -return"],
    ["the of and"], ["children", "--passages", "5"], ["children", "-n", "500", *ALL],
    ["children plans and reviews", "-n", "40", "--offset", "25"], ["fostering", "--offset", "5"],
    ["children", "-n", "0", *ALL], ["children", "-n", "3", "--offset", "100000"],
    ["leaders", "--grade", "inadequate", *ALL], ["leaders", "--grade", "good", "--grade", "ri", *ALL],
    ["children grade:good"], ["children", "--year", "2015..2024", *ALL], ["children", "--year", "2019"],
    ["children", "--type", "ilacs", *ALL], ["children", "--type", "ilacs", "--kind", "report"],
    ["children", "--region", "london", *ALL], ["children", "--standing-grade", "good"],
    ["children", "--from", "2016-01-01", "--to", "2023-12-31", *ALL],
    ["caseloads", "--section", "recommendations", *ALL], ["children", "--finding", "weakness", *ALL],
    ["--section", "recommendations", "--facets", "all", "-n", "50"],
    ["--finding", "strength", "--facets", "finding,grade"], ["--facets", "all"],
    ["--sort", "newest", "-n", "500"], ["--sort", "oldest", "-n", "500"],
    ["--sort", "authority", "-n", "500"], ["--sort", "relevance"], ["--sort", "newest", "--offset", "7"],
    ["care plans", "--sort", "newest", *ALL], ["care plans", "--sort", "oldest"],
    ["care plans", "--sort", "authority", "--passages", "3"], ["fosterng"], ["safegarding concerms"],
    ["childern in carre", *ALL], ["xyzzyqq"], ['"no such phrase anywhere"'], ["zzz*"],
    ["children", "--indexed-since", "last-run", *ALL], ["--indexed-since", "2020-01-01"],
    ["children", "--indexed-since", "2999-01-01"], ["children", "--grade", "excellent"],
    ["children", "--authority", "no such place"], ["children", "--inspector", "nobody at all"],
    ["children", "--format", "csv"], ["children", "--format", "markdown"], ["children care"],
    ["x" * 300], ["children " + "y" * 300 + "*"], ["no-such-compound " + "z-" * 150 + "z"],
    ["--show", "000000000000"], ["--similar", "000000000000"],
]


def unmask(text):
    return json.dumps(json.loads(text), indent=1, ensure_ascii=False).splitlines() \
        if text.startswith("{") else text.splitlines()


class Layouts:
    """The index `three` of three shards as it is, in one database, and behind three servers."""

    def __init__(self, bindir, scratch, index):
        self.bindir = bindir
        folders = layouts.shard_folders(index)
        one = scratch / "one"
        subprocess.run(["xapian-compact", *map(str, folders), str(one)], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.servers = [layouts.Server(folder) for folder in folders]
        self.proxies = [layouts.Proxy(server.port) for server in self.servers]
        served = layouts.write_stub(scratch / "served", [proxy.port for proxy in self.proxies])
        self.paths = {"one database": one, "three shards": index, "three servers": served}
        self.different = self.compared = 0
        self.most_turns = (0, "")
        self.turns = []

    def answers(self, search):
        given = {}
        for name, path in self.paths.items():
            for proxy in self.proxies:
                proxy.reset()
            # What is compared are answers, however long a busy machine takes for them.
            arguments = ["ofsearch", "--db", path, "--time-limit", "120", "--shard-timeout", "120", *search]
            if "--format" not in search:
                arguments += ["--format", "json"]
            answer = layouts.run(self.bindir, arguments)
            answer["err"] = answer["err"].replace(str(path), "INDEX")
            # How passages are found differs: by their text, or by positions where a server looks.
            answer["out"] = re.sub(r'"passages: Query\(.*?\)",', '"passages: ...",', answer["out"])
            given[name] = answer
        turns = sum(proxy.turns for proxy in self.proxies)
        self.turns.append((turns, sum(proxy.received for proxy in self.proxies), search))
        return given

    def compare(self, search):
        given = self.answers(search)
        self.compared += 1
        first = given["one database"]
        for name, answer in given.items():
            if all(answer[part] == first[part] for part in ("status", "out", "err")):
                continue
            self.different += 1
            print(f"ofsearch {' '.join(search)}: {name} answer differently from one database")
            for part in ("out", "err"):
                before, after = (unmask(a[part]) for a in (first, answer))
                for line in list(difflib.unified_diff(before, after, "one database", name,
                                                      lineterm="", n=2))[:40]:
                    print("   ", line[:200])
        return first

    def check(self, searches):
        ids = []
        for search in searches:
            answer = self.compare(search)
            if answer["out"].startswith("{"):
                results = json.loads(answer["out"]).get("results", [])
                ids += [result["report"]["id"] for result in results[:1]]
        for report_id in sorted(set(ids))[:4]:
            self.compare(["--show", report_id])
            self.compare(["--similar", report_id, "-n", "20"])

    def stop(self):
        for each in self.proxies + self.servers:
            each.stop()


def made_reports(folder):
    """Reports of which many say the same: more than there are candidates."""
    folder.mkdir()
    for i in range(320):
        text = (f"Wrenshire County Council\nInspection of children's services\n\n1. Most plans are "
                f"clear. Foster carers are visited often.\n\n2. Managers {'do not ' * (i % 2)}know "
                "their staff. Plans are reviewed in time.\n\n3. Most plans are clear.\n")
        (folder / f"report-{i:03}.txt").write_text(text, encoding="utf-8")


TIES = [["plans"], ["plans clear"], ["most plans are clear for foster carers", "-n", "50"],
        ["managers know staff plans reviewed", "-n", "400"], ["plans", "-n", "400"],
        ["foster carers", "--offset", "190", "-n", "30"], ["plans", "--passages", "3", "-n", "30"],
        ["--sort", "newest", "-n", "400"], ["--sort", "authority", "--offset", "100"],
        ["plans", "--sort", "oldest"], ["plan*"], ["fostr carers"], ['"plans are clear"'],
        ["managers -carers", "--offset", "150"], ["staff OR foster OR visited", "-n", "250"],
        ["plans NEAR clear", "--offset", "199", "-n", "3"]]


def searches_of(kind, rest):
    if kind == "ties":
        return TIES
    if kind == "corpus":
        return SEARCHES
    lines = pathlib.Path(rest[1]).read_text(encoding="utf-8").splitlines()
    queries = [line.split("\t")[1] for line in lines if line.count("\t") >= 1]
    return SEARCHES + [[query, "--facets", "all", "--passages", "2"] for query in queries]


def main():
    layouts.need_server()
    bindir, kind, *rest = [argument for argument in sys.argv[1:] if argument != "-v"]
    if kind == "real":
        rest = [os.environ.get("OFSEARCH_REPORTS", rest[0]),
                str(pathlib.Path(os.environ.get("OFSEARCH_QUALITY", pathlib.Path(rest[1]).parent)) / "queries.tsv")]
    if kind == "real" and not all(pathlib.Path(path).exists() for path in rest):
        print(f"skipped: {' or '.join(rest)} is not there")
        return layouts.SKIPPED
    with tempfile.TemporaryDirectory(prefix="ofsearch-shards-") as folder:
        scratch = pathlib.Path(folder)
        source = pathlib.Path(rest[0]) if rest else scratch / "made"
        if kind == "ties":
            made_reports(source)
        started = time.monotonic()
        layouts.build_index(bindir, source, scratch / "three", 3)
        built = time.monotonic()
        tried = Layouts(bindir, scratch, scratch / "three")
        try:
            tried.check(searches_of(kind, rest))
        finally:
            tried.stop()
        most = sorted(tried.turns, key=lambda turn: turn[0])
        print(f"{tried.compared} searches, {tried.different} answers differ; index built in "
              f"{built - started:.0f} s, searched in {time.monotonic() - built:.0f} s")
        middle = most[len(most) // 2]
        print(f"round trips to three servers: median {middle[0]}, most {most[-1][0]} "
              f"({' '.join(most[-1][2])}); most bytes received {max(t[1] for t in most)}")
        for turns in tried.turns if "-v" in sys.argv else []:
            print(turns)
    return 1 if tried.different or not tried.compared else 0


if __name__ == "__main__":
    sys.exit(main())
