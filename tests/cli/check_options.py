#!/usr/bin/env python3
"""The long options of --help, of the manual page and of each completion are the same.

usage: check_options.py PROGRAM FOLDER
PROGRAM is the binary, such as build/dev/bin/ofsearch; FOLDER, such as searcher, holds NAME.1.md (or
NAME.8.md) and completion/NAME.{bash,zsh,fish}. Prints what differs; exit status 1 if anything does.
"""
import pathlib
import re
import subprocess
import sys

LONG = re.compile(r"(?<![\w-])--([a-z][a-z-]*[a-z])")

HIDDEN = {"complete-values"}  # what completions ask of the program


def of_help(program):
    text = subprocess.run([program, "--help"], check=True, capture_output=True, text=True).stdout
    return set(re.findall(r"^ {2}(?: {4}|-\w, )--([a-z-]+)", text, re.M))


def of_manual(path):
    """Options that have an entry of their own, not those that the text mentions."""
    options = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("**-"):
            options.update(LONG.findall(line.replace("*", " ")))
    return options


def of_completion(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".fish":
        return set(re.findall(r"^complete .*?\s-l ([a-z-]+)", text, re.M))
    return set(LONG.findall(text)) - HIDDEN


def main():
    program, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    wanted = of_help(program)
    if not wanted:
        sys.exit(f"{program} --help lists no options")
    manual = next(folder.glob(f"{program.name}.[18].md"), folder / f"{program.name}.1.md")
    found = {manual: of_manual}
    for shell in ("bash", "zsh", "fish"):
        found[folder / "completion" / f"{program.name}.{shell}"] = of_completion
    bad = False
    for path, options_of in found.items():
        options = options_of(path) if path.exists() else set()
        for name in sorted(wanted - options):
            bad = True
            print(f"{path}: has no --{name}")
        for name in sorted(options - wanted):
            bad = True
            print(f"{path}: has --{name}, which {program.name} does not know")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
