#!/usr/bin/env python3
"""Reading the index has no end, as a damaged list can send Xapian round for ever: does the program
say so and end?

For each thing that ofsearch can be asked, and for a page of ofserve: counts how often the index is
read, then asks again and lets one of these readings, drawn, never come back (failing_calls.so). The
program must end by itself with status 3 and a sentence that names ofindex --check. ofserve must
answer its other pages until then.

Prints a line a trial; exit status 1 if any failed. Each takes more than ten seconds; --sample N
draws N of them. `--seed` repeats a run.
"""
import argparse
import contextlib
import os
import pathlib
import random
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MOST = 60  # seconds of processor time for one program, however long that takes on a busy machine
SENTENCE = "reading the index has no end; it may be damaged, see: ofindex --check"
QUESTIONS = {
    "a search": ["children in care"],
    "a phrase": ["\"social workers\""],
    "a list": ["--grade", "good", "--sort", "newest"],
    "facets": ["--facets", "all", "vis*"],
    "a report": ["--show"],
    "reports that read alike": ["--similar"],
    "a history": ["--history", "Eastvale"],
    "authorities side by side": ["--compare", "Eastvale", "Marlgate"],
    "a table": ["--matrix", "authority,year", "children"],
    "a trend": ["--trend", "year", "children"],
    "what nobody wrote": ["zzyzxq"],
}


def end_of(process):
    """Exit status, or None if it had to be killed, and standard error."""
    while process.poll() is None:
        fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        if sum(map(int, fields[11:13])) > MOST * os.sysconf("SC_CLK_TCK"):
            process.kill()
            process.wait()
            return None, ""
        time.sleep(0.2)
    with process.stderr:
        return process.returncode, process.stderr.read()


class Trials:
    def __init__(self, bindir, folder, draw):
        self.bindir, self.draw = bindir, draw
        self.index, self.counter = folder / "index", folder / "counter"
        self.plain = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder)}
        subprocess.run([bindir / "ofindex", "-q", "--db", self.index, ROOT / "corpus"], check=True)

    def environment(self, at):
        self.counter.write_bytes(bytes(4096))
        return {**self.plain, "LD_PRELOAD": str(self.bindir / "failing_calls.so"),
                "FAIL_CALL": "read", "FAIL_HOW": "endless", "FAIL_NAME": ".glass",
                "FAIL_AT": str(at), "FAIL_COUNTER": str(self.counter)}

    def readings(self):
        return struct.unpack_from("q", self.counter.read_bytes())[0]

    def id_of_some_report(self):
        done = subprocess.run([self.bindir / "ofsearch", "--db", self.index, "--format", "jsonl",
                               "-n", "1", "children"], check=False, capture_output=True,
                              env=self.plain)
        return done.stdout.split(b'"id":"')[1].split(b'"')[0].decode()

    def ask(self, question, at):
        """Exit status, or None if it has no end, and standard error."""
        if question[0] in ("--show", "--similar"):
            question = [*question, self.id_of_some_report()]
        seconds = "1" if at else "60"
        process = subprocess.Popen([self.bindir / "ofsearch", "--time-limit", seconds,
                                    "--db", self.index, *question], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True, env=self.environment(at))
        return end_of(process)

    def question(self, name):
        """What is wrong, or nothing."""
        status, words = self.ask(QUESTIONS[name], 0)
        if status not in (0, 1):
            return f"status {status} of a sound index: {words}"
        count = self.readings()
        at = self.draw.randint(1, count)
        end = self.ask(QUESTIONS[name], at)
        if end != (3, f"ofsearch: {SENTENCE}\n"):
            return f"reading {at} of {count}: status {end[0]}, {end[1]!r}"
        return None

    @contextlib.contextmanager
    def server(self, at):
        """The process and where it answers."""
        process = subprocess.Popen([self.bindir / "ofserve", "--db", self.index, "--threads", "2",
                                    "--listen", "127.0.0.1:0"], stderr=subprocess.PIPE, text=True,
                                   env=self.environment(at))
        try:
            line = process.stderr.readline()
            yield process, line.split("answers at ")[1].strip()
        finally:
            process.kill()
            process.wait()
            process.stderr.close()

    def page(self):
        with self.server(0) as (_, address):
            before = self.readings()
            urllib.request.urlopen(f"{address}search?q=children").read()
            after = self.readings()
        at = self.draw.randint(before + 1, after)
        with self.server(at) as (process, address):
            with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
                urllib.request.urlopen(f"{address}search?q=children", timeout=2).read()
                return f"reading {at} of {before} to {after}: an answer"
            if urllib.request.urlopen(f"{address}healthz").read() != b"ok\n":
                return "does not answer its other pages"
            status, words = end_of(process)
        if status != 3 or not words.endswith(f"ofserve: {SENTENCE}\n"):
            return f"reading {at} of {before} to {after}: status {status}, {words!r}"
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--bindir", type=pathlib.Path, required=True)
    parser.add_argument("--sample", type=int, metavar="N", help="so many, drawn, and ofserve")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    arguments = parser.parse_args()
    draw = random.Random(arguments.seed)
    names = list(QUESTIONS)
    if arguments.sample is not None:
        names = draw.sample(names, arguments.sample)
    print(f"seed {arguments.seed}", flush=True)
    failures = 0
    with tempfile.TemporaryDirectory(prefix="ofsearch-endless-") as folder:
        trials = Trials(arguments.bindir.resolve(), pathlib.Path(folder), draw)
        for name in [*names, "a page of ofserve"]:
            wrong = trials.question(name) if name in QUESTIONS else trials.page()
            failures += wrong is not None
            print(f"{name}: {wrong or 'said so and ended'}", flush=True)
    print(f"{len(names) + 1} trials, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
