#!/usr/bin/env python3
"""Does a service that runs for long stay as it was on its first day?

One ofserve and one Searcher live through all of it: 200 publishes, 50 builds that are killed, 50
drawings of a page whose process is killed, and 20,000 searches of each of the two, most of them
while a build runs. The reports are made up here, so that the right answer is known for each
generation. It must hold:

- every answer has the reports, and their texts, of the generation that it names, and that is the
  one of before the build or the one of after it; once a build has ended, the next answer is of the
  newest;
- a page is drawn as it was the first time, also right after the process that drew it was killed;
- memory and open descriptors of the living processes, looked at while nothing runs, are level: in
  the last quarter of the run there are (the median) at most two descriptors more than in the second
  quarter, and no more memory than a tenth and 4 MB above (PSS, with the process that starts those
  that draw, without the pictures of pages that ofserve keeps);
- the index folder has in the end what a new one has, and nothing lies in TMPDIR.

Prints the figures over time and a table; exit status 1 if anything was wrong.
"""
import argparse
import collections
import contextlib
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from soak_living import LIMIT, Kept, Served, measure
from soak_reports import WORDS, Reports, complaint, draw_query

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
KEPT_KB = 64 * 1024  # of pictures, at most
ROWS = 12  # that are printed of the figures over time
MEMORY_FACTOR, MEMORY_KB = 1.1, 4096  # what level means
CLOSING = 2  # descriptors, of connections that ofserve is about to close

FIGURES = ("searches of ofserve", "searches of a Searcher", "pages drawn", "publishes",
           "killed builds", "killed drawings", "wrong answers", "failed searches",
           "old answers", "wrong pages", "failed builds", "things left behind", "not level")
MUST_BE_ZERO = FIGURES[6:]


class Soak:
    def __init__(self, options, scratch):
        self.options, self.index, self.tmp = options, scratch / "index", scratch / "tmp"
        self.chance = random.Random(options.seed)
        self.reports = Reports(scratch / "reports", 24, self.chance)
        self.tmp.mkdir()
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "TMPDIR": str(self.tmp)}
        self.figures, self.states, self.samples = collections.Counter(), {}, []
        self.living = []
        self.answers, self.drawn, self.kept, self.usual = [], None, 0, 0.5
        self.started = time.monotonic()

    def problem(self, figure, text):
        self.figures[figure] += 1
        print(f"PROBLEM {figure}: {text}", file=sys.stderr, flush=True)

    # ---- Builds --------------------------------------------------------------------------------

    def start_build(self, index=None):
        command = [self.options.bindir / "ofindex", "--quiet", "--jobs", "1", "--db",
                   index or self.index, self.reports.folder]
        return subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True, start_new_session=True)

    def build(self, index=None):
        process = self.start_build(index)
        _, err = process.communicate(timeout=LIMIT)
        if process.returncode != 0:
            self.problem("failed builds", f"exit status {process.returncode}: {err}")

    def publish(self):
        began = time.monotonic()
        self.build()
        self.figures["publishes"] += 1
        self.usual = time.monotonic() - began

    def kill(self):
        process = self.start_build()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(self.chance.uniform(0, self.usual))
        if process.poll() is None:
            self.figures["killed builds"] += 1
            os.killpg(process.pid, signal.SIGKILL)
        else:
            self.figures["publishes"] += 1
        process.communicate()

    # ---- Searches ------------------------------------------------------------------------------

    def search(self, living, state, count, chance):
        """`count` searches by one of the living; the answers are judged when the build is over."""
        for _ in range(count):
            query = draw_query(state, chance)
            self.answers.append((living.name, query, living.ask(query)))

    def judge(self, allowed):
        """The answers that were given while the index went through the generations `allowed`."""
        for name, query, answer in self.answers:
            self.figures[name] += 1
            if "error" in answer:
                self.problem("failed searches", f"{query}: {answer['error']}")
            elif answer["generation"] not in allowed:
                self.problem("old answers", f"{query}: of {answer['generation']}, not {allowed}")
            elif wrong := complaint(answer, self.states[answer["generation"]], query):
                self.problem("wrong answers", wrong)
        self.answers.clear()

    def published(self, before, after):
        """The name of the generation that is there now, once both have said it; and that it holds
        the reports of before the build, or those of after it."""
        names = {living.ask(WORDS[0])["generation"] for living in self.living}
        if len(names) > 1:
            self.problem("old answers", f"they search different generations: {names}")
        name = names.pop()
        stub = (self.index / "XAPIANDB").read_text().split()[1].rsplit("/", 1)[0]
        lines = (self.index / stub / "manifest.jsonl").read_text().splitlines()[1:-1]
        entries = [e for e in map(json.loads, lines) if "file" in e]
        hashes = {e["path"]: e["sha256"] for e in entries}
        now = {p.name: hashlib.sha256(p.read_bytes()).hexdigest()
               for p in self.reports.folder.iterdir()}
        self.states.setdefault(name, after if hashes == now else before)
        return name, hashes == now

    # ---- Pages ---------------------------------------------------------------------------------

    def draw(self, killed):
        """A page of a report that is new in this generation, so none that was kept."""
        if killed:
            drawing = threading.Thread(target=self.served.draw, args=[self.reports.picture])
            drawing.start()
            time.sleep(self.chance.uniform(0, 0.1))  # while it stands by, or draws, or later
            self.kill_drawer()
            drawing.join()
            self.wait_for_drawers()
        status, picture = self.served.draw(self.reports.picture)
        self.figures["pages drawn"] += 1
        self.drawn = self.drawn or picture
        self.kept = min(self.kept + len(picture) / 1024, KEPT_KB)
        if status != 200 or picture != self.drawn:
            self.problem("wrong pages", f"status {status}, {len(picture)} bytes")

    def kill_drawer(self):
        """Whether there was a process that draws; one stands by once a page has been drawn."""
        for drawer in self.served.drawers():
            with contextlib.suppress(ProcessLookupError):
                os.kill(drawer, signal.SIGKILL)
                self.figures["killed drawings"] += 1
                return True
        return False

    def wait_for_drawers(self):
        """There is only the one that stands by."""
        end = time.monotonic() + LIMIT
        while len(self.served.drawers()) > 1:
            if time.monotonic() > end:
                self.problem("things left behind", f"processes that draw, for {LIMIT} s")
                return
            time.sleep(0.01)

    # ---- All of it -----------------------------------------------------------------------------

    def step(self, blow, share):
        name = self.current
        before = self.states[name]
        self.reports.change()
        threads = [threading.Thread(target=self.search, args=[living, before, share, random.Random(
            self.chance.random())]) for living in self.living]
        for thread in threads:
            thread.start()
        blow()
        for thread in threads:
            thread.join()
        self.current, done = self.published(before, self.reports.state())
        self.judge({name, self.current})
        if done:
            killed = self.chance.random() * self.options.publishes < 2 * self.options.kills
            self.draw(killed and self.figures["killed drawings"] < self.options.kills)
        self.wait_for_drawers()
        searches = sum(self.figures[living.name] for living in self.living)
        (rss, pss, fds), kept = (measure(living.process.pid) for living in self.living)
        self.samples.append((time.monotonic() - self.started, searches,
                             (rss, pss - self.kept, fds), kept))

    def run(self):
        options = self.options
        self.build()
        self.served = Served(options.bindir, self.index, self.environment)
        self.living = [self.served]
        self.living.append(Kept(options.bindir, self.index, self.environment))
        self.current, _ = self.published({}, self.reports.state())
        share = -(-options.searches // (options.publishes + options.kills))
        while (self.figures["publishes"] < options.publishes
               or self.figures["killed builds"] < options.kills
               or self.figures["killed drawings"] < options.kills
               or min(self.figures[living.name] for living in self.living) < options.searches):
            left = options.publishes - self.figures["publishes"]
            kills = options.kills - self.figures["killed builds"]
            dies = self.chance.random() * (max(left, 0) + max(kills, 0)) < kills
            self.step(self.kill if dies else self.publish, share)
        self.publish()
        self.look_at_levels()
        for living in self.living:
            if wrong := living.end():
                self.problem("failed searches", wrong)
        self.look_behind()
        return self.report()

    def look_at_levels(self):
        quarter = len(self.samples) // 4
        second, last = self.samples[quarter:2 * quarter], self.samples[-quarter:]
        for which, living in enumerate(self.living, 2):
            (pss, fds), (pss_last, fds_last) = (
                [statistics.median(sample[which][what] for sample in part) for what in (1, 2)]
                for part in (second, last))
            if pss_last > pss * MEMORY_FACTOR + MEMORY_KB:
                self.problem("not level", f"{living.name}: PSS from {pss} to {pss_last} kB")
            if fds_last > fds + CLOSING:
                self.problem("not level", f"{living.name}: descriptors from {fds} to {fds_last}")

    def listing(self, index):
        """How often each kind of thing lies there, numbers and hashes aside."""
        names = (str(p.relative_to(index)) for p in index.rglob("*"))
        return collections.Counter(re.sub(r"[0-9a-f]{6,}", "N", name) for name in names)

    def look_behind(self):
        """The index folder is as one that was built, and built again after a change."""
        fresh = self.index.with_name("fresh")
        self.build(fresh)
        self.reports.change()
        for index in (fresh, self.index):
            self.build(index)
        left = self.listing(self.index) - self.listing(fresh)
        for name in [*left.elements(), *(p.name for p in self.tmp.iterdir())]:
            self.problem("things left behind", name)

    def report(self):
        print("  minutes searches | ofserve: RSS MB, PSS MB without pictures, descriptors | Searcher: the same")
        for at in range(0, len(self.samples), -(-len(self.samples) // ROWS)):
            seconds, searches, *measured = self.samples[at]
            cells = [f"{r / 1024:9.1f} {p / 1024:9.1f} {d:6}" for r, p, d in measured]
            print(f"{seconds / 60:9.1f} {searches:8} | " + " | ".join(cells))
        for figure in FIGURES:
            print(f"{self.figures[figure]:8} {figure}")
        return 1 if any(self.figures[figure] for figure in MUST_BE_ZERO) else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bindir", type=pathlib.Path, default=ROOT / "build/dev/bin",
                        help="folder of ofindex, ofserve and search_as_asked")
    parser.add_argument("--searches", type=int, default=20000, metavar="N", help="of each")
    parser.add_argument("--publishes", type=int, default=200, metavar="N")
    parser.add_argument("--kills", type=int, default=50, metavar="N", help="of builds and drawings")
    parser.add_argument("--short", action="store_true", help="400 searches, 12 publishes, 4 kills")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    options.bindir = options.bindir.resolve()
    if options.short:
        options.searches, options.publishes, options.kills = 400, 12, 4
    print(f"soak: --seed {options.seed}", flush=True)
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="ofsearch-soak-"))
    soak = Soak(options, scratch)
    try:
        status = soak.run()
    except BaseException:
        print(f"soak: what there is lies in {scratch}", file=sys.stderr)
        for living in soak.living:
            living.process.kill()
        raise
    shutil.rmtree(scratch)
    return status


if __name__ == "__main__":
    sys.exit(main())
