#!/usr/bin/env python3
"""The API answers as the command line does, from one generation, and follows a new one.

usage: api_test.py BINDIR
"""
import contextlib
import csv
import gzip
import io
import json
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse
import zipfile
from xml.etree import ElementTree

from serving import ROOT, SLOWER, build_index, sample_index, serving

BINDIR = pathlib.Path(sys.argv.pop(1)).resolve()

# As on the command line: the query, then option and value.
SEARCHES = [
    ["private fostering"],
    ["\"care leavers\""],
    ["children NEAR/5 families"],
    ["foster* -agency"],
    ["kinship OR fostering", "limit=3", "offset=1", "passages=2"],
    ["supervision", "grade=good", "grade=ri", "facets=all"],
    ["", "authority=eastvale", "sort=oldest"],
    ["", "type=ilacs", "facets=none"],
    ["", "year=2018..2024", "sort=authority", "limit=100"],
    ["plans", "section=recommendations"],
    ["children", "finding=weakness", "from=2015-01-01", "to=2024-12-31"],
    ["zebra"],
    ["zebra crossing", "grade=outstanding"],
    ["((", "kind=report"],
    ["acomodation"],
    ["<b>&\"'", "region=London"],
    ["naïve “café” – 中文"],
    ["children", "explain=1"],
    ["", "authority=unknown"],
    ["children", "facets=year,type", "limit=0"],
    ["zebra", "facets=year"],
]


FLAGS = ("exact", "explain", "literal", "with-predecessors")
DRAWN_QUERIES = [search[0] for search in SEARCHES] + [
    "grade:good plans", "authority:\"kingston upon hull\"", "type:jtai", "inadequate in eastvale since 2019",
    "\"", "AND", "-", "+children homes", "(care AND plans) OR visits", "grade:goood x", "finding:weakness"]
DRAWN = {
    "authority": ["eastvale", "Eastvale,Wrenshire", "Nowhereshire", "region-of:Leeds", "unknown"],
    "year": ["2018", "2018..2022", "..2015", "2020..", "2018,2021", "soon", "2022..2018"],
    "type": ["ilacs", "sif,jtai", "focused visit", "foo", "unknown"],
    "grade": ["good", "ri,inadequate", "leaders:inadequate", "goood", "none"],
    "region": ["London", "north west,London", "nowhere"],
    "standing-grade": ["ri", "none"], "focus": ["front door", "in-care,permanence"],
    "inspector": ["nobody", "a"], "section": ["recommendations", "care,leadership", "z"],
    "finding": ["weakness", "strength,mixed"], "topic": ["neglect", "private fostering", "foo"],
    "from": ["2018-01-01", "June 2018", "01/02/2018", "last year", "2018-13-01"],
    "to": ["2022", "31/12/2020", "nonsense"], "indexed-since": ["yesterday", "last-run", "never"],
    "sort": ["relevance", "newest", "oldest", "authority", "best"], "match": ["all", "most", "any", "x"],
    "limit": ["0", "1", "25", "-1"], "offset": ["7", "5000", "x"], "passages": ["0", "3", "500"],
    "facets": ["all", "none", "year,visit_type", "foo"], "without": ["police check", "zzz"],
    **{flag: ["1"] for flag in FLAGS}}


def command_line(search):
    flags = [f"--{o.removesuffix('=1')}" if o.removesuffix("=1") in FLAGS else f"--{o}"
             for o in search[1:]]
    query = ["--", search[0]] if search[0] else []
    return flags + query


def query_string(search):
    pairs = [("q", search[0])] + [tuple(option.split("=", 1)) for option in search[1:]]
    return urllib.parse.urlencode(pairs)


def without(text, *names):
    """JSON text without the values that differ: the time taken, and what only the API has."""
    text = re.sub(r'"took_ms":[0-9.e+-]+', '"took_ms":0', text)
    return re.sub(r',"generation":"[0-9a-f]{12}"}\n$', "}\n", text)


def below_roots(text):
    """A CSV of results with each file as it lies below its root; anything else as it is."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if not rows or "file" not in rows[0]:
        return text
    file, path = rows[0].index("file"), rows[0].index("path")
    for row in rows[1:]:
        text = text.replace(row[file], row[path])
    return text


def sheet_rows(book):
    """Texts of the first sheet of a workbook, every part of which is well-formed."""
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        assert parts.testzip() is None
        trees = {name: ElementTree.fromstring(parts.read(name)) for name in parts.namelist()}
    rows = []
    for row in trees["xl/worksheets/sheet1.xml"].iter(f"{main}row"):
        cells = {}
        for cell in row.iter(f"{main}c"):
            letters = cell.get("r").rstrip("0123456789")
            column = 0
            for letter in letters:
                column = 26 * column + ord(letter) - ord("A") + 1
            cells[column - 1] = "".join(cell.itertext())
        rows.append(cells)
    width = max(rows[0]) + 1
    return [[row.get(i, "") for i in range(width)] for row in rows]


class Api(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stack = contextlib.ExitStack()
        cls.index = cls.stack.enter_context(sample_index(BINDIR))
        cls.server = cls.stack.enter_context(serving(BINDIR, cls.index))

    @classmethod
    def tearDownClass(cls):
        cls.stack.close()

    def ofsearch(self, *arguments):
        done = subprocess.run([BINDIR / "ofsearch", "--db", self.index, *arguments], check=False,
                              capture_output=True, timeout=60)
        return done.stdout.decode()

    def some_id(self):
        return self.server.json("/api/search?q=children&limit=1")[1]["results"][0]["report"]["id"]

    def test_search_is_byte_for_byte_the_command_lines(self):
        for search in SEARCHES:
            with self.subTest(search):
                status, _, body = self.server.get(f"/api/search?{query_string(search)}")
                self.assertEqual(status, 200, body)
                printed = self.ofsearch("--format", "json", *command_line(search))
                self.assertEqual(without(body.decode()), without(printed))

    def test_passages_that_say_the_same_are_there_and_marked_as_on_the_command_line(self):
        same = ("Social workers in the assessment team see children within the week, talk with them alone "
                "about kites and record what they say in words that a child will understand.")
        with tempfile.TemporaryDirectory(prefix="ofserve-") as folder:
            reports, index = pathlib.Path(folder) / "reports", pathlib.Path(folder) / "index"
            reports.mkdir()
            for authority in ("Leeds", "Bolton"):
                (reports / f"{authority}.txt").write_text(
                    f"{authority} City Council: inspection of children's services\n\n"
                    f"1. Leaders of {authority} know their services.\n\n2. {same}\n")
            build_index(BINDIR, index, reports)
            printed = subprocess.run([BINDIR / "ofsearch", "--db", index, "--format", "json", "kites"],
                                     check=True, capture_output=True, timeout=60).stdout.decode()
            self.assertIn('"same_as"', printed)
            with serving(BINDIR, index) as server:
                self.assertEqual(without(server.get("/api/search?q=kites")[2].decode()),
                                 without(printed))

    def test_drawn_searches_are_answered_or_refused_as_on_the_command_line(self):
        seed = random.randrange(10**6)
        draw = random.Random(seed)
        for number in range(60):
            names = draw.sample(list(DRAWN), draw.choice((0, 1, 1, 2, 3)))
            search = [draw.choice(DRAWN_QUERIES)] + [f"{name}={draw.choice(DRAWN[name])}" for name in names]
            with self.subTest(f"seed {seed}, number {number}: {search}"):
                status, _, body = self.server.get(f"/api/search?{query_string(search)}")
                done = subprocess.run([BINDIR / "ofsearch", "--db", self.index, "--format", "json",
                                       *command_line(search)], check=False, capture_output=True,
                                      timeout=60)
                if done.returncode == 2:
                    self.assertEqual(status, 400, done.stderr)
                    detail = json.loads(body)["detail"]
                    self.assertNotIn("--", detail)
                    self.assertNotIn("ofsearch", detail)
                else:
                    self.assertEqual(without(body.decode()), without(done.stdout.decode()))

    def test_histories_and_matrices_are_the_command_lines(self):
        for path, arguments in (
                ("/api/authorities/Eastvale", ["--history", "Eastvale"]),
                ("/api/authorities/eastvale?sort=newest", ["--history", "eastvale", "--sort", "newest"]),
                ("/api/authorities/Wrenshire?year=2012..", ["--history", "Wrenshire", "--year", "2012.."]),
                ("/api/authorities/Cumbria", ["--history", "Cumbria"]),
                ("/api/authorities/Eastvale?limit=2&offset=1",
                 ["--history", "Eastvale", "--limit", "2", "--offset", "1"]),
                ("/api/authorities/Eastvale/since-last", ["--since-last", "Eastvale"]),
                ("/api/authorities/Wrenshire/since-last?type=area-send",
                 ["--since-last", "Wrenshire", "--type", "area-send"]),
                ("/api/matrix?rows=topic&columns=year&q=eastvale+homes+since+2022",
                 ["--matrix", "topic,year", "eastvale homes since 2022"]),
                ("/api/matrix?rows=authority&columns=year", ["--matrix", "authority,year"]),
                ("/api/matrix?rows=authority&columns=year&limit=3",
                 ["--matrix", "authority,year", "--limit", "3"]),
                ("/api/matrix?rows=topic&columns=grade&q=children",
                 ["--matrix", "topic,grade", "children"])):
            with self.subTest(path):
                status, _, body = self.server.get(path)
                self.assertEqual(status, 200, body)
                self.assertEqual(without(body.decode()), self.ofsearch("--format", "json", *arguments))

    def test_tables_are_described_with_the_parameters_that_they_take(self):
        paths = self.server.json("/openapi.json")[1]["paths"]
        values = {"limit": "2", "offset": "1", "sort": "newest", "passages": "2", "facets": "year", "explain": "1"}
        for path, address in (("/api/authorities/{name}", "/api/authorities/Eastvale?"),
                              ("/api/matrix", "/api/matrix?rows=topic&columns=year&")):
            described = {row["name"] for row in paths[path]["get"]["parameters"]}
            for name, value in values.items():
                with self.subTest(path=path, name=name):
                    status = self.server.get(f"{address}{name}={value}")[0]
                    self.assertEqual(status, 200 if name in described else 400)

    def test_a_spreadsheet_has_the_rows_of_csv(self):
        for search in SEARCHES[:8]:
            with self.subTest(search):
                query = query_string(search)
                status, headers, body = self.server.get(f"/search.xlsx?{query}")
                self.assertEqual(status, 200)
                self.assertIn(".xlsx", headers["Content-Disposition"])
                rows = sheet_rows(body)
                lines = list(csv.reader(io.StringIO(
                    self.server.get(f"/search.csv?{query}")[2].decode(), newline="")))
                self.assertEqual(rows[0], lines[0])
                self.assertEqual(len(rows), len(lines))
                title = lines[0].index("title")
                self.assertEqual([row[title] for row in rows], [line[title] for line in lines])

    def test_outcomes_are_the_command_lines(self):
        for query, arguments in (("", []), ("?region=north+west", ["--region", "north west"]),
                                 ("?type=sif", ["--type", "sif"])):
            _, headers, body = self.server.get(f"/outcomes.csv{query}")
            self.assertEqual(body.decode(), self.ofsearch("--outcomes", "--format", "csv", *arguments))
            self.assertIn("outcomes.csv", headers["Content-Disposition"])
            lines = list(csv.reader(io.StringIO(body.decode(), newline="")))
            self.assertEqual(sheet_rows(self.server.get(f"/outcomes.xlsx{query}")[2])[0], lines[0])

    def test_a_topic_that_there_is_with_a_wrong_parameter_says_which(self):
        for parameter, words in (("year=abc", "&quot;abc&quot; is no year"),
                                 ("colour=blue", "there is no parameter &quot;colour&quot;")):
            status, _, body = self.server.get(f"/topics/neglect?{parameter}")
            self.assertEqual(status, 400)
            self.assertIn(words.lower(), body.decode().replace("&#34;", "&quot;").lower())
        for topic in ("nothing", "year%3Aabc", "neglect%2Cnothing"):
            self.assertEqual(self.server.get(f"/topics/{topic}?year=2020")[0], 404)

    def test_no_authority_is_rather_praised_and_rather_criticised(self):
        rather = {"praised": [], "criticised": []}
        for topic in ("neglect", "leadership", "care-leavers", "caseloads", "early-help"):
            body = self.server.get(f"/topics/{topic}")[2].decode()
            found = {}
            for name, authorities in rather.items():
                part = re.search(f'id="{name}".*?</section>', body, re.S)
                entries = re.findall(r'">([^<]+)</a> <span class="count">(\d+) of (\d+)', part[0]) \
                    if part else []
                for _, some, of_all in entries:
                    self.assertLessEqual(int(some), int(of_all), topic)
                found[name] = {entry[0] for entry in entries}
                authorities += entries
            self.assertEqual(found["praised"] & found["criticised"], set(), topic)
        self.assertTrue(all(rather.values()), rather)

    def test_a_trend_of_exact_words_links_to_what_it_counts(self):
        _, _, body = self.server.get("/trend?q=child&exact=1&without=cin")
        links = re.findall(r'href="(/search\?[^"]*)"[^>]*>\s*([0-9,]+)', body.decode())
        speaking = [(link, count) for link, count in links if "q=child" in link]
        self.assertTrue(speaking)
        for link, count in speaking:
            self.assertIn("exact=1", link)
            self.assertIn("without=cin", link)
            api = link.replace("&amp;", "&").replace("/search?", "/api/search?")
            found = json.loads(self.server.get(api)[2])["total"]["reports"]
            self.assertEqual(found, int(count.replace(",", "")), link)
        self.assertFalse([link for link, _ in links if "q=" not in link and "exact" in link])

    def test_outcomes_of_visits_without_grades_are_refused(self):
        status, _, body = self.server.get("/outcomes.csv?type=focused-visit")
        self.assertEqual(status, 400)
        self.assertIn(b"inspections that award grades, and focused-visit does not", body)

    def test_a_report_is_byte_for_byte_the_command_lines(self):
        report = self.some_id()
        _, _, body = self.server.get(f"/api/reports/{report}")
        self.assertEqual(without(body.decode()), self.ofsearch("--show", report, "--format", "json"))

    def test_a_report_has_the_passages_asked_for(self):
        report = self.some_id()
        for query, arguments in (("section=recommendations", ["--section", "recommendations"]),
                                 ("finding=weakness&q=children", ["--finding", "weakness", "children"]),
                                 ("topic=neglect", ["--topic", "neglect"])):
            _, _, body = self.server.get(f"/api/reports/{report}?{query}")
            self.assertEqual(without(body.decode()),
                             self.ofsearch("--show", report, "--format", "json", *arguments))

    def test_answers_of_a_partial_index_say_so(self):
        down, words = "127.0.0.1:1", "This answer is partial: the part 127.0.0.1:1"
        with tempfile.TemporaryDirectory(prefix="ofserve-") as folder:
            stub = pathlib.Path(folder) / "index"
            shutil.copytree(self.index, stub)
            with open(stub / "XAPIANDB", "a", encoding="utf-8") as file:
                file.write(f"remote {down}\n")
            with serving(BINDIR, stub, "--allow-partial") as server:
                for path in ("/api/search?q=children", "/api/matrix?rows=year&columns=grade",
                             "/api/authorities/wrenshire", "/api/authorities/wrenshire/since-last"):
                    self.assertEqual(server.json(path)[1].get("missing_shards"), [down], path)
                for path in ("/search?q=children", "/trend?q=children", "/overview", "/topics",
                             "/authorities/wrenshire", "/authorities/wrenshire/since-last", "/",
                             "/about", f"/reports/{self.some_id()}?q=children&at=1"):
                    self.assertEqual(server.get(path)[2].decode().count(words), 1, path)
                for path in ("/search.csv?q=children", "/search.md?q=children",
                             "/search.xlsx?q=children", "/outcomes.csv", "/outcomes.xlsx"):
                    headers = server.get(path)[1]
                    self.assertEqual(headers["Missing-Shards"], down, path)
                    self.assertIn("-partial.", headers["Content-Disposition"], path)
                self.assertIn("this answer is partial", server.get("/search.md?q=children")[2].decode())
                self.assertIn("this answer is partial", server.get("/feed.atom?q=children")[2].decode())
                self.assertNotIn(words, server.get("/help")[2].decode())
        self.assertNotIn("Missing-Shards", self.server.get("/search?q=children")[1])

    def test_csv_and_markdown_are_the_command_lines(self):
        for path, name in (("/search.csv", "csv"), ("/search.md", "markdown")):
            for search in SEARCHES:
                with self.subTest(f"{name} {search}"):
                    _, headers, body = self.server.get(f"{path}?{query_string(search)}")
                    printed = self.ofsearch("--format", name, *command_line(search))
                    self.assertEqual(body.decode(), below_roots(printed))
                    self.assertIn("attachment", headers["Content-Disposition"])

    def test_files_do_not_say_where_the_server_keeps_its_reports(self):
        folder = str(ROOT)
        for path in ("/search.csv?q=children", "/search.md?q=children", "/outcomes.csv"):
            self.assertNotIn(folder, self.server.get(path)[2].decode(), path)
        rows = sheet_rows(self.server.get("/search.xlsx?q=children")[2])
        file, path = rows[0].index("file"), rows[0].index("path")
        self.assertGreater(len(rows), 1)
        self.assertEqual([row[file] for row in rows], ["file"] + [row[path] for row in rows[1:]])

    def test_a_file_is_called_by_what_was_searched(self):
        for query, name in (("private fostering", "search-private-fostering.csv"), ("-?", "search.csv"),
                            ('"Año": ../x\r\n;', "search-ano-x.csv"),
                            ("a" * 99, "search-" + "a" * 53 + ".csv")):
            _, headers, _ = self.server.get("/search.csv?q=" + urllib.parse.quote(query))
            self.assertEqual(headers["Content-Disposition"], f'attachment; filename="{name}"')

    def test_a_file_that_cannot_be_made_is_one_sentence(self):
        for path, words in (("/search.csv?q=a&year=soon", "year"), ("/search.md?q=a&limit=all", "0 to 1000"),
                            ("/search.xlsx", "nothing to search for"), ("/outcomes.csv?q=a", "takes no words"),
                            ("/feed.atom?q=a&yeer=2020", "yeer")):
            with self.subTest(path):
                status, headers, body = self.server.get(path)
                self.assertEqual(status, 400)
                self.assertEqual(headers["Content-Type"], "text/plain; charset=utf-8")
                self.assertIn(words, body.decode())
                self.assertNotIn("<", body.decode())

    def test_facets_are_those_of_the_search(self):
        _, facets = self.server.json("/api/facets?q=children")
        _, search = self.server.json("/api/search?q=children&facets=all")
        self.assertEqual(facets["facets"], search["facets"])
        self.assertEqual(facets["results"], [])
        _, one = self.server.json("/api/facets?q=children&facets=year")
        self.assertEqual(list(one["facets"]), ["year"])

    def test_mistakes_are_problems_that_say_what_to_do(self):
        for path, status, words in (
                ("/api/search?q=a&grade=goood", 400, "good"),
                ("/api/search?q=a&year=soon", 400, "year"),
                ("/api/search?q=a&yeer=2020", 400, "year"),
                ("/api/search?q=a&explain=maybe", 400, "it takes 1, true or yes"),
                ("/api/search?q=a&limit=-3", 400, "a whole number from 0 to 1000 here"),
                ("/api/search?q=a&limit=all", 400, "a whole number from 0 to 1000 here"),
                ("/api/search?q=a&db=/etc", 400, "db"),
                ("/api/search?q=a&format=csv", 400, "format"),
                ("/api/search?q=a&thesaurus=/etc/passwd", 400, "thesaurus"),
                ("/api/search", 400, "nothing to search for"),
                ("/api/reports/000000000000", 404, "000000000000"),
                ("/api/authorities/Nowhere", 404, "Nowhere"),
                ("/api/authorities/Nowhere/since-last", 404, "Nowhere"),
                ("/api/authorities/wrenshire?grade=bad", 400, "bad"),
                ("/api/authorities/wrenshire?year=abc", 400, "abc"),
                ("/api/authorities/wrenshire/since-last?kind=bad", 400, "bad"),
                ("/api/authorities/wrenshire/since-last?finding=weakness", 400, "finding"),
                ("/api/authorities/wrenshire?q=fostering", 400, "leave q out"),
                ("/api/authorities/Nowhere?grade=bad", 404, "Nowhere"),
                ("/api/facets?q=children&limit=abc", 400, "abc"),
                ("/api/facets?limit=abc", 400, "abc"),
                (f"/api/reports/{self.some_id()}?section=nonsense", 400, "nonsense"),
                (f"/api/reports/{self.some_id()}?sectoin=care", 400, "section"),
                (f"/api/reports/{self.some_id()}?year=2020", 400, "year"),
                ("/api/matrix", 400, "rows"),
                ("/api/matrix?rows=authority&columns=nothing", 400, "nothing"),
                ("/api/nothing", 404, "no page")):
            with self.subTest(path):
                got, headers, body = self.server.get(path)
                problem = json.loads(body)
                self.assertEqual((got, problem["status"]), (status, status))
                self.assertEqual(headers["Content-Type"], "application/problem+json")
                self.assertIn(words, problem["detail"])
                self.assertNotIn("--", problem["detail"])

    def test_files_are_those_that_were_indexed_and_no_others(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            documents = folder / "documents"
            documents.mkdir()
            for name in ("eastvale-2024-ilacs-short.pdf", "pellworth-2023-ilacs.html"):
                shutil.copy(ROOT / "corpus" / name, documents)
            build_index(BINDIR, folder / "index", documents)
            with serving(BINDIR, folder / "index") as server:
                results = server.json("/api/search?sort=newest")[1]["results"]
                by_end = {r["report"]["path"].rpartition(".")[2]: r["report"] for r in results}
                for end, kind, shown in (("pdf", "application/pdf", "inline"),
                                         ("html", "application/octet-stream", "attachment")):
                    report = by_end[end]
                    status, headers, body = server.get(f"/files/{report['id']}")
                    self.assertEqual(status, 200)
                    self.assertEqual(headers["Content-Type"], kind)
                    self.assertTrue(headers["Content-Disposition"].startswith(shown))
                    self.assertEqual(body, (documents / report["path"]).read_bytes())
                pdf = by_end["pdf"]
                page = f"/reports/{pdf['id']}/pages/1.png?n=1"
                status, headers, body = server.get(page)
                self.assertEqual((status, headers["Content-Type"]), (200, "image/png"))
                self.assertTrue(body.startswith(b"\x89PNG"))
                for path in ("/files/0000000000000000", "/files/..%2fetc%2fpasswd", "/files/",
                             f"/reports/{pdf['id']}/pages/0", f"/reports/{pdf['id']}/pages/x.png",
                             f"/reports/{pdf['id']}/pages/999.png",
                             f"/reports/{by_end['html']['id']}/pages/1"):
                    self.assertEqual(server.get(path)[0], 404, path)
                # Another document under the name, or none: neither is given.
                file = documents / pdf["path"]
                file.unlink()
                file.symlink_to("/etc/passwd")
                for path in (f"/files/{pdf['id']}", f"/reports/{pdf['id']}/pages/2.png"):
                    status, _, body = server.get(path)
                    self.assertEqual(status, 404)
                    self.assertIn(b"changed", body)
                file.unlink()
                self.assertEqual(server.get(f"/files/{pdf['id']}")[0], 404)
                self.assertEqual(server.get(f"/reports/{pdf['id']}")[0], 200)

    def test_what_has_not_changed_is_not_sent_again(self):
        for path in ("/api/search?q=children", "/search?q=children", f"/reports/{self.some_id()}"):
            _, headers, _ = self.server.get(path)
            status, _, body = self.server.get(path, {"If-None-Match": headers["ETag"]})
            self.assertEqual((status, body), (304, b""))
            self.assertEqual(self.server.get(path, {"If-None-Match": 'W/"other"'})[0], 200)

    def test_answers_are_compressed_for_who_takes_that_and_otherwise_the_same(self):
        report = self.some_id()
        for path in ("/search?q=children", "/api/search?q=children&facets=all", f"/reports/{report}",
                     "/search.csv?q=children", "/assets/site.css", "/openapi.json", "/help"):
            plain, small = self.server.get(path), self.server.get(path, {"Accept-Encoding": "gzip"})
            head = self.server.get(path, {"Accept-Encoding": "gzip"}, "HEAD")
            self.assertIsNone(plain[1]["Content-Encoding"], path)
            self.assertEqual(small[1]["Content-Encoding"], "gzip", path)
            self.assertLess(2 * len(small[2]), len(plain[2]), path)
            first, second = plain[2], gzip.decompress(small[2])
            if path.startswith("/api/"):
                first, second = (without(text.decode(), "took_ms") for text in (first, second))
            self.assertEqual(first, second, path)
            self.assertEqual(plain[1]["ETag"], small[1]["ETag"], path)
            for _, headers, _ in (plain, small, head):
                self.assertIn("Accept-Encoding", headers["Vary"], path)
            if not path.startswith("/api/"):  # the time taken has a length of its own
                self.assertEqual(head[1]["Content-Length"], str(len(small[2])), path)
            if small[1]["ETag"]:
                same = {"Accept-Encoding": "gzip", "If-None-Match": small[1]["ETag"]}
                self.assertEqual(self.server.get(path, same)[0], 304)
        for path in ("/healthz", "/assets/icon.svg", "/search.xlsx?q=children"):
            self.assertIsNone(self.server.get(path, {"Accept-Encoding": "gzip"})[1]["Content-Encoding"])

    def test_a_region_is_told_in_words(self):
        page = self.server.get("/search?q=children&authority=region-of:hull")[2].decode()
        told = "in the region of Kingston upon Hull (Yorkshire and The Humber)"
        self.assertIn(f"authority {told}", page)
        self.assertIn("I" + told[1:], page)
        self.assertNotIn("authority region-of:", page)
        answer = self.server.json("/api/search?authority=region-of:hull")[1]
        self.assertEqual(answer["interpreted"], f"authority {told}")

    def test_authorities_that_took_over_are_a_list_in_words(self):
        page = re.sub("<[^>]*>", "", self.server.get("/authorities/Cumbria")[2].decode())
        self.assertIn("now belongs to Cumberland and Westmorland and Furness.", page)

    def test_a_page_that_refuses_keeps_the_words(self):
        status, _, body = self.server.get("/search?q=kinship+%22care%22&authority=nowhere")
        self.assertEqual(status, 400)
        self.assertIn('value="kinship &quot;care&quot;"', body.decode())

    def test_every_answer_has_the_security_headers(self):
        for path in ("/", "/search?q=children", "/healthz", "/nothing", "/api/search?q=a",
                     "/assets/site.css", "/search?q=a&year=x"):
            _, headers, _ = self.server.get(path)
            policy = headers["Content-Security-Policy"]
            self.assertIn("default-src 'none'", policy)
            self.assertNotIn("unsafe", policy)
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(headers["X-Frame-Options"], "DENY")
            self.assertIsNone(headers["Set-Cookie"])

    def test_a_base_path_stands_before_every_address(self):
        with serving(BINDIR, self.index, base="/of/reports") as server:
            for path in ("", "/", "/search?q=children", "/help", "/about"):
                status, _, body = server.get(path)
                self.assertEqual(status, 200)
                for link in re.findall(r'(?:href|src|action)="(/[^"]*)"', body.decode()):
                    self.assertTrue(link.startswith("/of/reports/"), link)
            outside = server.raw(b"GET /search?q=a HTTP/1.1\r\nHost: localhost\r\n"
                                 b"Connection: close\r\n\r\n")
            self.assertIn(b"404", outside[:20])

    def test_what_is_read_away_from_the_pages_has_the_address_that_others_see(self):
        seen = "https://search.example.org/of/reports"
        with serving(BINDIR, self.index, "--public-url", seen + "/", base="/of/reports") as server:
            for host in ("127.0.0.1", "search.example.org", "SEARCH.example.org:443"):
                status, _, body = server.get("/opensearch.xml", {
                    "Host": host, "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http"})
                self.assertEqual(status, 200)
                for address in re.findall(r'template="([^"?]*)', body.decode()):
                    self.assertTrue(address.startswith(seen + "/"), address)
                self.assertNotIn(b"evil", body)
            self.assertEqual(server.get("/help", {"Host": "other.example.org"})[0], 400)
            feed = ElementTree.fromstring(server.get("/feed.atom?q=children")[2])
            links = [link.get("href") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
            self.assertGreater(len(links), 10)
            for link in links:
                self.assertTrue(link.startswith(seen + "/"), link)
                self.assertEqual(server.get(link.removeprefix(seen))[0], 200, link)
            described = server.json("/openapi.json")[1]
            self.assertEqual(described["servers"], [{"url": seen}])
        for wrong in ("search.example.org", "https://", "ftp://a.example/", "https://a.example:x/",
                      "https://user@a.example/", "https://a.example/x?y", "https://a.example/../x"):
            ran = subprocess.run([BINDIR / "ofserve", "--db", self.index, "--public-url", wrong],
                                 capture_output=True, text=True, timeout=60)
            self.assertEqual(ran.returncode, 2, wrong)
            self.assertIn("--public-url", ran.stderr)

    def test_only_who_signed_in_is_answered_where_that_is_asked(self):
        with serving(BINDIR, self.index, "--auth-header", "X-Remote-User") as server:
            self.assertEqual(server.get("/search?q=a")[0], 403)
            self.assertEqual(server.get("/api/search?q=a")[0], 403)
            self.assertEqual(server.get("/healthz")[0], 200)
            self.assertEqual(server.get("/search?q=a", {"X-Remote-User": "kim"})[0], 200)

    def test_one_client_cannot_take_all_searches(self):
        with serving(BINDIR, self.index, "--behind-proxy", "--threads", "1") as server:
            seen = []

            def ask(client):
                # A page of some hundred searches: it takes longer than all threads need to ask.
                seen.append((client, server.get("/topics", {"X-Forwarded-For": client})[0]))

            greedy = [threading.Thread(target=ask, args=("10.0.0.1",)) for _ in range(40)]
            for thread in greedy:
                thread.start()
            ask("10.0.0.2")
            for thread in greedy:
                thread.join()
            # On a slow machine the one search that runs may take longer than an answer may: 503.
            self.assertNotIn(("10.0.0.2", 429), seen)
            self.assertIn(("10.0.0.1", 429), seen)
            self.assertTrue({status for _, status in seen} <= {200, 429, 503}, seen)

    def test_a_signal_lets_answers_in_flight_end(self):
        with serving(BINDIR, self.index) as server:
            answers = []

            def ask():
                answers.append(server.get("/api/search?q=a*+b*+c*&limit=100&passages=100")[0])

            threads = [threading.Thread(target=ask) for _ in range(4)]
            for thread in threads:
                thread.start()
            time.sleep(0.02 * SLOWER)  # until they are in flight
            with contextlib.suppress(Exception):
                idle = server.connect()
            server.process.send_signal(signal.SIGTERM)
            for thread in threads:
                thread.join()
            self.assertEqual(server.process.wait(20), 0)
            self.assertTrue(set(answers) <= {200}, answers)
            idle.close()

    def test_a_new_index_is_followed_and_no_answer_mixes_two(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            documents, index = folder / "documents", folder / "index"
            documents.mkdir()
            names = sorted(p.name for p in (ROOT / "corpus").iterdir())
            for name in names[:6]:
                shutil.copy(ROOT / "corpus" / name, documents)
            build_index(BINDIR, index, documents)
            with serving(BINDIR, index) as server:
                totals, failures, done = {}, [], threading.Event()

                def watch():
                    while not done.is_set():
                        status, answer = server.json("/api/search?sort=newest&limit=100")
                        if status != 200:
                            failures.append(answer)
                            continue
                        counts = {answer["total"]["reports"], len(answer["results"])}
                        totals.setdefault(answer["generation"], set()).update(counts)

                threads = [threading.Thread(target=watch) for _ in range(3)]
                for thread in threads:
                    thread.start()
                for name in names[6:10]:
                    shutil.copy(ROOT / "corpus" / name, documents)
                    build_index(BINDIR, index, documents)
                time.sleep(0.3)
                done.set()
                for thread in threads:
                    thread.join()
                self.assertEqual(failures, [])
                self.assertEqual(server.json("/api/search?sort=newest")[1]["total"]["reports"], 10)
                for counts in totals.values():
                    self.assertEqual(len(counts), 1, totals)
                self.assertGreater(len(totals), 1)


if __name__ == "__main__":
    unittest.main()
