#!/usr/bin/env python3
"""What the dearest queries cost: CPU, memory and the sentence, one line each.

    hostile_queries.py --bindir build/release/bin --db INDEX [--long FOLDER]

INDEX is any index; the words of its own reports are used, the most frequent first. Prints the
CPU seconds of ofsearch (user and system), the most memory beside that of a count for one word, the
exit status and the first line of what it says. `--long FOLDER` builds there an index of one
text of 31 MB without full stops, and searches it. Exit status 1 if a query of up to 4 kB took more
than --cpu seconds, a search took more than --memory MB beside, or a time limit was not kept within
a tenth.
"""
import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

COMMON = ("the of and to in for is are with their that children by on as have be this not from "
          "care social local authority services need young people work staff plans who they has "
          "which at an all was been when").split()


def unknown(draw, size):
    return "".join(draw.choice("bcdfghjklmnprstvw") + draw.choice("aeiou") for _ in range(size))


def queries():
    draw = random.Random(1)

    def pairs(count):
        seen = []
        while len(seen) < count:
            pair = f'"{draw.choice(COMMON)} {draw.choice(COMMON)}"'
            if pair not in seen:
                seen.append(pair)
        return seen

    def fill(words, size):
        text = " ".join(words)
        return text[:size].rsplit(" ", 1)[0]

    new = [unknown(draw, 5) for _ in range(20000)]
    letters = "abcdefghijklmnopqrstuvwxyz"
    yield "one word", "children"
    yield "two words in quotes", '"private fostering"'
    yield "100 kB of words", fill(COMMON * 600, 100_000)
    yield "100 kB of different words", fill(new, 100_000)
    yield "10 kB of unknown words", fill(new[:2000], 10_000)
    yield "4 kB of unknown words", fill(new, 4_000)
    yield "64 unknown words", " ".join(new[:64])
    yield '"the the the ..." of 200', '"' + "the " * 200 + '"'
    yield '"the the the ..." of 64', '"' + "the " * 64 + '"'
    yield '"the of"', '"the of"'
    yield '"of the"', '"of the"'
    yield "a whole sentence in quotes", '"' + " ".join(COMMON[:20]) + '"'
    yield "100 wildcards", " ".join(f"{a}{b}*" for a in letters[:10] for b in letters[:10])
    yield "8 wildcards of one letter", " ".join(f"{a}*" for a in "scpratei")
    yield "8 wildcards in one phrase", '"' + " ".join(f"{a}*" for a in "scpratei") + '"'
    yield "100 phrases of common words", " ".join(pairs(100))
    yield "16 phrases of common words", " ".join(pairs(16))
    yield "16 long phrases of common words", " ".join(
        f'"{" ".join(draw.sample(COMMON, 4))}"' for _ in range(16))
    yield "10,000 phrases", " ".join(f'"{a} {b}"' for a in new[:100] for b in new[:100])
    yield "64 common words", " ".join((COMMON * 2)[:64])
    yield "64 common words, one of them needed", " OR ".join((COMMON * 2)[:64])
    yield "16 words NEAR each other", " NEAR/50 ".join(COMMON[:16])
    yield "children NEAR/50 the", "children NEAR/50 the"
    yield "4 kB of one word", "children " * 450
    yield "4 kB of one phrase", '"the children" ' * 270
    yield "4 kB of brackets", "(" * 4000
    yield "4 kB of hyphens", "a-b-c-d " * 500
    yield "4 kB of exclusions", " ".join(f"-{w}" for w in COMMON) + " -x" * 1200
    yield "4 kB of filters", "grade:good " * 370
    yield "1 MB of anything", "the " * 250_000


class Meter:
    def __init__(self, bindir, db):
        self.bindir, self.db = bindir, db
        self.base = 0.0

    def run(self, query, *options):
        """CPU and wall seconds, MB, exit status, the first line of standard error."""
        command = [str(self.bindir / "ofsearch"), "--db", str(self.db), *options]
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            # An argument has 128 kB at most.
            argument = query[:131_000]
            start = time.monotonic()
            process = subprocess.Popen([*command, "--", argument], stdout=out, stderr=err,
                                       env={**os.environ, "XDG_CONFIG_HOME": "/nonexistent"})
            _, status, used = os.wait4(process.pid, 0)
            wall = time.monotonic() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            err.seek(0)
            said = err.read(4000).decode(errors="replace").split("\n")[0]
        return (used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, process.returncode,
                said)


def report(name, size, cpu, memory, status, said):
    print(f"{name:38} {size:8,} B {cpu:7.2f} s {memory:7.1f} MB  {status:3}  {said[:70]}", flush=True)


def many_reports(meter):
    yield "1,000 reports of 10 passages", meter.run(
        "children", "-n", "1000", "--passages", "10", "--format", "json")
    yield "all reports, all passages", meter.run(
        "children", "-n", "all", "--passages", "all", "--format", "jsonl", "--time-limit", "60")


def long_text(bindir, folder):
    """A text without full stops, as an index."""
    docs = folder / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    draw = random.Random(1)
    words = ["fostering", "children", "families", "visits", "plans", "leaders"]
    with open(docs / "long.txt", "w", encoding="utf-8") as file:
        for _ in range(31 * 1024 // 8):
            file.write(" ".join(draw.choice(words) for _ in range(1024)) + " ")
    subprocess.run([str(bindir / "ofindex"), "-q", "--db", str(folder / "ix"), str(docs)],
                   check=False)
    return folder / "ix"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bindir", type=pathlib.Path, required=True)
    parser.add_argument("--db", type=pathlib.Path, required=True)
    parser.add_argument("--long", type=pathlib.Path)
    parser.add_argument("--cpu", type=float, default=1.0)
    parser.add_argument("--memory", type=float, default=64.0)
    arguments = parser.parse_args()
    meter = Meter(arguments.bindir, arguments.db)
    meter.run("children")  # the files come from the disk once
    base = meter.run("fostering", "-n", "0")[2]
    faults = []

    def take(name, query, measured, most_cpu):
        cpu, _, memory, status, said = measured
        report(name, len(query.encode()), cpu, memory - base, status, said)
        if len(query) <= 4096 and cpu > most_cpu:
            faults.append(f"{name}: {cpu:.2f} s of CPU")
        if memory - base > arguments.memory:
            faults.append(f"{name}: {memory - base:.0f} MB beside a plain search")
        if status not in (0, 1, 2, 3):
            faults.append(f"{name}: exit status {status}")

    print(f"{'query':38} {'size':>10} {'CPU':>9} {'memory':>10}  exit  standard error")
    for name, query in queries():
        take(name, query, meter.run(query), arguments.cpu)
        if len(query) <= 4096:
            take("    any of it", query, meter.run(query, "--match", "any"), arguments.cpu)
    for name, measured in many_reports(meter):
        take(name, "", measured, 3 * arguments.cpu)
    # What takes longer than that is stopped in time.
    cpu, wall, memory, status, said = meter.run(
        "children", "--matrix", "topic,authority", "--time-limit", "1")
    report(f"--time-limit 1: {wall:.2f} s", 0, cpu, memory - base, status, said)
    if wall > 1.1 + 0.1:  # with the start of the program
        faults.append(f"--time-limit 1 was kept after {wall:.2f} s only")
    if arguments.long:
        meter.db = long_text(arguments.bindir, arguments.long)
        take("a text of 31 MB without full stops", "", meter.run("fostering", "-n", "1"),
             arguments.cpu)
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
