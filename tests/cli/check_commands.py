#!/usr/bin/env python3
"""Every command of ours that README.md, the manual and the guides show, indented or in a block, runs.

usage: check_commands.py FOLDER-OF-PROGRAMS
ofindex and ofsearch run as they are shown, in a folder where the names of the examples exist; of
offetch, which would go to its site, and ofserve, which would not end, the options are looked at.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLACES = ("README.md", "SECURITY.md", "docs/*.md", "indexer/*.md", "searcher/*.md", "searcher/web/*.md",
          "fetcher/*.md")
COMMAND = re.compile(r"^(?: {4,7}|\$ )((ofindex|ofsearch|offetch|ofserve)(?: .*)?)$", re.M)
# ofsearch: 1 is that the samples have no such passage.
WELL = {"ofindex": (0,), "ofsearch": (0, 1), "offetch": (0,), "ofserve": (0,)}


def shown():
    for place in PLACES:
        for page in sorted(ROOT.glob(place)):
            for line, program in COMMAND.findall(page.read_text(encoding="utf-8")):
                yield page.relative_to(ROOT), line.split(" | ")[0].rstrip("\\ "), program


def prepare(folder):
    home = folder / "home"
    home.mkdir()
    for place in (home / "reports", folder / "reports", folder / "FOLDER"):
        shutil.copytree(ROOT / "corpus", place)
    shutil.copyfile(ROOT / "corpus/wrenshire-2015-sif.pdf", folder / "report.pdf")
    return home


def main():
    bindir = pathlib.Path(sys.argv[1]).resolve()
    commands, bad = list(dict.fromkeys(shown())), 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        environment = {"PATH": f"{bindir}:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
                       "HOME": str(prepare(folder)), **{key: value for key, value in os.environ.items()
                                                        if key.endswith("SAN_OPTIONS")}}
        # What is shown first on a page may need an index.
        commands.insert(0, (pathlib.Path("the test"), "ofindex --quiet reports/", "ofindex"))
        for page, line, program in commands:
            if program in ("offetch", "ofserve"):
                line += " --help"
            done = subprocess.run(["/bin/sh", "-c", line], cwd=folder, env=environment, timeout=60,
                                  stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
            if done.returncode not in WELL[program]:
                bad += 1
                print(f"{page}: {line}: ends with {done.returncode}: {done.stderr.strip()}")
    print(f"{len(commands) - 1} commands, {bad} do not run")
    return 1 if bad or len(commands) < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
