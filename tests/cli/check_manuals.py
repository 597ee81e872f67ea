#!/usr/bin/env python3
"""Every page of the manual renders, and shows every long option of --help with its two hyphens.

usage: check_manuals.py FOLDER-OF-PROGRAMS
Renders with go-md2man and man; exit status 77 (skipped) where one of them is not installed.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLACES = ("indexer", "searcher", "searcher/web", "fetcher", "docs")
SECTIONS = ("NAME", "DESCRIPTION", "SEE ALSO")


def pages():
    return sorted(page for place in PLACES for page in (ROOT / place).glob("*.[178].md"))


def rendered(page, folder):
    """The text that man(1) shows; complains of whatever man warns of."""
    out = folder / page.stem
    with open(out, "wb") as file:
        subprocess.run([ROOT / "scripts/render-manual", page, "0"], stdout=file, check=True)
    shown = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", out], capture_output=True,
                           text=True, env={"PATH": "/usr/bin:/bin", "MANWIDTH": "80",
                                           "LC_ALL": "C.UTF-8"}, check=False)
    return re.sub(".\b", "", shown.stdout), shown.stderr.splitlines()


def options_of(program):
    text = subprocess.run([program, "--help"], check=True, capture_output=True, text=True).stdout
    return re.findall(r"^ {2}(?: {4}|-\w, )(--[a-z-]+)", text, re.M)


def complaints(page, bindir, folder):
    text, warnings = rendered(page, folder)
    yield from warnings
    if not re.match(rf"{page.stem.split('.')[0].upper()}\({page.stem[-1]}\)", text):
        yield "the head line does not name the page"
    for section in SECTIONS:
        if not re.search(rf"^{section}$", text, re.M):
            yield f"there is no section {section}"
    program = bindir / page.stem.split(".")[0]
    if page.stem[-1] != "7" and program.exists():
        for option in options_of(program):
            if not re.search(rf"(?<![\w-]){option}(?![\w-])", text):
                yield f"{option} is not shown"
    for sign in ("**", "\\$"):
        if sign in text:
            yield f"{sign} is shown as it is written"


def main():
    if not shutil.which("go-md2man") or not shutil.which("man"):
        print("skipped: go-md2man or man is not installed")
        return 77
    bindir, bad = pathlib.Path(sys.argv[1]), 0
    with tempfile.TemporaryDirectory() as folder:
        for page in pages():
            for complaint in complaints(page, bindir, pathlib.Path(folder)):
                print(f"{page.relative_to(ROOT)}: {complaint}")
                bad += 1
    print(f"{len(pages())} pages, {bad} complaints")
    return 1 if bad or not pages() else 0


if __name__ == "__main__":
    sys.exit(main())
