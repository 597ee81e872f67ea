#!/usr/bin/env python3
"""How fast and how lasting ofserve is, on this machine.

usage: serving.py BINDIR INDEX [--seconds N] [--requests N] [--mixed] [--publish FOLDER]
       serving.py --peer PORT [--seconds N]
Asks for pages of results with facets, another query of queries.tsv each time, with 1, 8 and 64
clients that wait for each answer; then --requests more with 8, looking at memory and descriptors
before and after; with --mixed those are of every kind: pages, pictures, files, feeds, assets,
refusals. With --publish a new build of FOLDER is published again and again meanwhile.
With --peer the server is another one that listens on that port of this machine, such as
`fts5.py serve`, and only the times are taken.
Prints a table; exit status 1 if any answer but 200 and 503 came.
"""
import argparse
import collections
import http.client
import itertools
import pathlib
import subprocess
import sys
import threading
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "web"))
from serving import build_index, serving  # noqa: E402


def queries():
    lines = (HERE / "queries.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[-1] for line in lines if line and not line.startswith("#")]


def mixed_paths(server, searches):
    """An address of every kind, many of those that cost little."""
    report = server.json("/api/search?q=children&limit=1")[1]["results"][0]["report"]
    authority = urllib.parse.quote(report["authority"])
    once = [f"/reports/{report['id']}", f"/reports/{report['id']}/pages/1.png?n=1",
            f"/files/{report['id']}", f"/authorities/{authority}", f"/api/authorities/{authority}",
            "/feed.atom?q=neglect", "/search.csv?q=neglect", "/search.xlsx?q=neglect",
            "/trend?q=neglect", "/openapi.json", "/", "/nothing", "/search?q=a&year=soon"]
    light = ["/healthz", "/assets/site.css", "/help", "/api/search?q=neglect&limit=1&facets=none"]
    return once + searches[:20] + light * 400


class Load:
    """Clients that ask one after another until `stop` says so."""

    def __init__(self, port, paths):
        self.port, self.paths = port, itertools.cycle(paths)
        self.lock, self.times, self.statuses = threading.Lock(), [], collections.Counter()

    def ask(self, stop):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while not stop():
            with self.lock:
                path = next(self.paths)
            started = time.perf_counter()
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            took = time.perf_counter() - started
            with self.lock:
                self.times.append(took)
                self.statuses[answer.status] += 1
        connection.close()

    def run(self, clients, stop):
        started = time.perf_counter()
        threads = [threading.Thread(target=self.ask, args=(stop,)) for _ in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return time.perf_counter() - started

    def percentile(self, share):
        ordered = sorted(self.times)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def cpu_seconds(process):
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def publish_until(done, bindir, index, folder):
    while not done.is_set():
        subprocess.run([bindir / "ofindex", "-q", "--rebuild", "--db", index, folder], check=True)


def measured(port, paths, seconds, process=None):
    """Prints a row for each number of clients; the statuses that came."""
    seen = collections.Counter()
    print("clients  requests/s  CPU ms each  p50 ms  p99 ms  statuses")
    for clients in (1, 8, 64):
        load, before = Load(port, paths), cpu_seconds(process) if process else 0
        end = time.monotonic() + seconds
        took = load.run(clients, lambda: time.monotonic() > end)
        used = f"{1000 * (cpu_seconds(process) - before) / len(load.times):.2f}" if process else "-"
        print(f"{clients:7} {len(load.times) / took:11.0f} {used:>12} "
              f"{load.percentile(0.5):7.1f} {load.percentile(0.99):7.1f}  {dict(load.statuses)}", flush=True)
        seen += load.statuses
    return seen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bindir", type=pathlib.Path, nargs="?")
    parser.add_argument("index", type=pathlib.Path, nargs="?")
    parser.add_argument("--peer", type=int)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--mixed", action="store_true")
    parser.add_argument("--publish", type=pathlib.Path)
    options = parser.parse_args()
    paths = ["/search?q=" + urllib.parse.quote_plus(query) for query in queries()]
    if options.peer:
        return 0 if set(measured(options.peer, paths, options.seconds)) <= {200, 503} else 1
    if options.index is None:
        parser.error("BINDIR and INDEX, or --peer PORT")
    if not options.index.exists():
        build_index(options.bindir, options.index, options.publish)
    with serving(options.bindir, options.index) as server:
        done = threading.Event()
        publisher = threading.Thread(target=publish_until, args=(
            done, options.bindir, options.index, options.publish))
        if options.publish:
            publisher.start()
        seen = measured(server.port, paths, options.seconds, server.process)
        memory, descriptors = server.resident_kb(), server.descriptors()
        load = Load(server.port, mixed_paths(server, paths) if options.mixed else paths)
        left = itertools.count(options.requests, -1)
        load.run(8, lambda: next(left) <= 0)
        seen += {s: n for s, n in load.statuses.items() if not options.mixed or s not in (400, 404)}
        time.sleep(1)
        done.set()
        if options.publish:
            publisher.join()
        print(f"after {len(load.times)} more: memory {memory} -> {server.resident_kb()} kB, "
              f"descriptors {descriptors} -> {server.descriptors()}, {dict(load.statuses)}")
    return 0 if set(seen) <= {200, 503} else 1


if __name__ == "__main__":
    sys.exit(main())
