#!/usr/bin/env python3
"""SQLite's FTS5, to compare with: porter and unicode61, the best ten by any word, facets by GROUP BY
over a table beside it. Counts are passages.

    fts5.py build PASSAGES.jsonl INDEX
    fts5.py answers|time INDEX QUERIES.tsv [--facets] [--grade VALUE]... [--exhaustive] [--budget S]
    fts5.py serve INDEX PORT

What the second takes and prints is that of query_tool.h. The third answers /search?q=... on the
loopback address with the same JSON, facets and the ten texts, for serving.py: the plainest server
that could be made of FTS5, with a process for each core and no page around the answer.
"""
import argparse
import http.server
import itertools
import json
import os
import pathlib
import re
import socket
import sqlite3
import sys
import time
import types
import urllib.parse

from figures import percentile, read_queries

FACETS = ("authority", "year", "visit_type", "grade")
BATCH = 10000  # rows a statement


def build(passages, index):
    pathlib.Path(index).unlink(missing_ok=True)
    database = sqlite3.connect(index)
    for setting in ("journal_mode=off", "synchronous=off", "cache_size=-262144"):
        database.execute(f"PRAGMA {setting}")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='porter unicode61')")
    database.execute("CREATE TABLE facts(rowid INTEGER PRIMARY KEY, id, authority, year, visit_type, grade)")
    numbers = itertools.count(1)
    with open(passages, encoding="utf-8") as lines:
        while batch := [(next(numbers), json.loads(line)) for line in itertools.islice(lines, BATCH)]:
            database.executemany("INSERT INTO facts VALUES(?,?,?,?,?,?)",
                                 [(n, row["id"], *(row[name] for name in FACETS)) for n, row in batch])
            database.executemany("INSERT INTO texts(rowid, text) VALUES(?,?)",
                                 [(n, row["text"]) for n, row in batch])
    database.execute("CREATE INDEX by_grade ON facts(grade)")
    database.commit()
    database.execute("INSERT INTO texts(texts) VALUES('optimize')")
    database.commit()
    print(database.execute("SELECT count(*) FROM facts").fetchone()[0], "passages")


class Search:
    def __init__(self, options, with_texts=False):
        self.options, self.with_texts = options, with_texts
        self.database = sqlite3.connect(f"file:{options.index}?mode=ro", uri=True)
        self.database.execute("PRAGMA cache_size=-1000000")
        self.database.execute("PRAGMA mmap_size=4000000000")
        marks = ",".join("?" * len(options.grade))
        self.where = f" AND facts.grade IN ({marks})" if options.grade else ""

    @staticmethod
    def expression(query):
        return " OR ".join(f'"{word}"' for word in re.findall(r"[^\W_]+", query))

    def __call__(self, query):
        words = self.expression(query)
        best = self.best(words)
        answer = {"matches": len(best), "facets": {}, "top": self.named(best)}
        if self.with_texts:
            answer["texts"] = self.texts(best)
        if self.options.facets:
            answer["facets"] = self.facets(words)
            answer["matches"] = sum(answer["facets"]["year"].values())
        return answer

    def best(self, words):
        # CROSS JOIN: the text first, or SQLite may walk through all rows of a grade.
        join = " CROSS JOIN facts ON facts.rowid = texts.rowid" if self.where else ""
        how = "bm25(texts)" if self.options.exhaustive else "texts.rank"
        limit = "" if self.options.exhaustive else f" ORDER BY {how} LIMIT 10"
        rows = self.database.execute(
            f"SELECT texts.rowid, {how} FROM texts{join} WHERE texts MATCH ?{self.where}{limit}",
            (words, *self.options.grade)).fetchall()
        return sorted(rows, key=lambda row: row[1])[:10]

    def named(self, best):
        name = "SELECT id FROM facts WHERE rowid = ?"
        return [(self.database.execute(name, (n,)).fetchone()[0], -rank) for n, rank in best]

    def texts(self, best):
        text = "SELECT text FROM texts WHERE rowid = ?"
        return [self.database.execute(text, (n,)).fetchone()[0] for n, _ in best]

    def facets(self, words):
        counts = self.count(words, FACETS, self.where, self.options.grade)
        if self.where:
            counts.update(self.count(words, ("grade",), "", ()))
        return counts

    def count(self, words, names, where, grades):
        parts = " UNION ALL ".join(f"SELECT '{name}', {name}, count(*) FROM hits GROUP BY {name}"
                                   for name in names)
        rows = self.database.execute(
            f"WITH hits AS MATERIALIZED (SELECT {', '.join('facts.' + name for name in names)} FROM texts "
            f"CROSS JOIN facts ON facts.rowid = texts.rowid WHERE texts MATCH ?{where}) {parts}",
            (words, *grades))
        counts = {name: {} for name in names}
        for name, value, count in rows:
            counts[name][value] = count
        return counts


def print_times(queries, search, budget):
    """As print_times() of query_tool.cc."""
    times, matches = [], []
    start = time.perf_counter()
    for attempt in range(6):
        if attempt > 1 and time.perf_counter() - start > budget:
            break
        for _, query in queries:
            if attempt == 0 and time.perf_counter() - start > budget / 3:
                break
            before = time.perf_counter()
            answer = search(query)
            if attempt > 0:
                times.append(1000 * (time.perf_counter() - before))
                matches.append(answer["matches"])
    print(*(f"{percentile(times, share):.3f}" for share in (0.5, 0.95, 0.99)),
          f"{percentile(matches, 0.5):.0f}", len(times), sep="\t")


def serve(index, port):
    listening = socket.create_server(("127.0.0.1", int(port)), backlog=128)
    for _ in range(os.cpu_count() - 1):
        if os.fork() == 0:
            break
    search = Search(types.SimpleNamespace(index=index, grade=[], facets=True, exhaustive=False),
                    with_texts=True)

    class Answer(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.0"  # a connection that stays open would hold its process

        def do_GET(self):
            query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query).get("q", [""])[0]
            body = json.dumps(search(query)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Answer, bind_and_activate=False)
    server.socket.close()
    server.socket = listening
    server.serve_forever()


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "build":
        return build(*sys.argv[2:])
    if len(sys.argv) == 4 and sys.argv[1] == "serve":
        return serve(*sys.argv[2:])
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("mode", choices=("answers", "time"))
    parser.add_argument("index")
    parser.add_argument("queries")
    parser.add_argument("--facets", action="store_true")
    parser.add_argument("--grade", action="append", default=[])
    parser.add_argument("--exhaustive", action="store_true")
    parser.add_argument("--budget", type=float, default=20)
    options = parser.parse_args()
    search, queries = Search(options), read_queries(options.queries)
    if options.mode == "time":
        return print_times(queries, search, options.budget)
    for name, query in queries:
        print(json.dumps({"id": name, **search(query)}))
    return None


if __name__ == "__main__":
    main()
