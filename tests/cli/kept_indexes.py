#!/usr/bin/env python3
"""Indexes that released versions wrote, tests/data/indexes/VERSION.tar.xz: this version answers from
one, or refuses it with the sentence that says what to do; ofindex brings it up to date, and the days
on which its reports came in are kept.

usage: kept_indexes.py FOLDER-OF-PROGRAMS
       kept_indexes.py --keep FOLDER-OF-PROGRAMS     writes the file of these programs' version
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
KEPT = ROOT / "tests/data/indexes"
# One a format that needs no library; small.
REPORTS = ("eastvale-2021-focused-visit.txt", "marlgate-2013-looked-after.md",
           "pellworth-2023-ilacs.html")
REFUSED = (r"ofsearch: the index at \S+ has schema version \d+, this program needs \d+\n"
           r"ofsearch: build it again with: ofindex --rebuild --db \S+ FOLDER\n")
LONG_AGO = "2020-02-02T02:02:02Z"


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def reports_in(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in REPORTS:
        shutil.copyfile(ROOT / "corpus" / name, folder / name)
    return folder


def keep(bindir):
    version = run(bindir / "ofindex", "--version").stdout.split()[1]
    target = KEPT / f"{version}.tar.xz"
    with tempfile.TemporaryDirectory() as folder:
        index = pathlib.Path(folder) / "index"
        done = run(bindir / "ofindex", "--quiet", "--db", index, reports_in(index.parent / "reports"))
        if done.returncode != 0:
            sys.exit(done.stderr)
        shutil.rmtree(index / "cache", ignore_errors=True)
        KEPT.mkdir(exist_ok=True)
        with tarfile.open(target, "w:xz", preset=9) as archive:
            archive.add(index, "index")
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size} bytes")


def date_back(index):
    """As if the reports had come in long ago, where the form of the manifest has no checksum."""
    manifest = next(index.glob("generations/*/manifest.jsonl"))
    text = manifest.read_text(encoding="utf-8")
    if '"manifest":1,' not in text:
        return re.findall(r'"indexed":"([^"]*)"', text)[0]
    manifest.write_text(re.sub(r'"indexed":"[^"]*"', f'"indexed":"{LONG_AGO}"', text), encoding="utf-8")
    return LONG_AGO


def complaints(kept, bindir, folder):
    with tarfile.open(kept) as archive:
        archive.extractall(folder)
    index, reports = folder / "index", reports_in(folder / "reports")
    came_in = date_back(index)
    before = run(bindir / "ofsearch", "--db", index, "children")
    if not (before.returncode == 0 and before.stdout) and \
            not (before.returncode == 3 and re.fullmatch(REFUSED, before.stderr)):
        yield f"neither answers nor is refused as it should be: {before.returncode} {before.stderr}"
    done = run(bindir / "ofindex", "--db", index, reports)
    # Since 0.2.0 an index knows the folder it was made from, which is not here.
    expected = 1 if "its reports stay in the index until --remove-root" in done.stderr else 0
    if done.returncode != expected or "damaged" in done.stderr:
        yield f"is not brought up to date: {done.returncode} {done.stderr}"
    after = run(bindir / "ofsearch", "--db", index, "--format", "json", "children")
    if after.returncode != 0:
        yield f"does not answer afterwards: {after.stderr}"
        return
    dates = {hit["report"]["indexed"] for hit in json.loads(after.stdout)["results"]}
    if dates != {came_in}:
        yield f"the reports came in on {came_in}, which is now {sorted(dates)}"


def main():
    if sys.argv[1] == "--keep":
        return keep(pathlib.Path(sys.argv[2]).resolve())
    bindir, bad = pathlib.Path(sys.argv[1]).resolve(), 0
    kept = sorted(KEPT.glob("*.tar.xz"))
    for file in kept:
        with tempfile.TemporaryDirectory() as folder:
            for complaint in complaints(file, bindir, pathlib.Path(folder)):
                print(f"the index of {file.name.removesuffix('.tar.xz')} {complaint}")
                bad += 1
    print(f"{len(kept)} kept indexes, {bad} complaints")
    return 1 if bad or not kept else 0


if __name__ == "__main__":
    sys.exit(main())
