#!/usr/bin/env python3
"""The table of folders in ARCHITECTURE.md names every folder of the tree that holds files, and none
that is not there. A row that ends in "/..." stands for all folders below.

Prints what is not so; exit status 1 if anything is not.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def folders_of_tree():
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"],
                            cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\n")
    parents = {str(pathlib.PurePosixPath(file).parent) for file in listed if "/" in file}
    return {folder + "/" for folder in parents if (ROOT / folder).is_dir()}


def rows_of_results():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    table = text.split("## Folders")[1].split("\n## ")[0]
    return [name for row in re.findall(r"^\| (`.*?) \|", table, re.M)
            for name in re.findall(r"`([^`]+)`", row)]


def main():
    rows, folders, bad = rows_of_results(), folders_of_tree(), []
    whole = [row[:-3] for row in rows if row.endswith("/...")]
    single = {row for row in rows if not row.endswith("/...")}
    for folder in sorted(folders):
        if folder not in single and not any(folder.startswith(top) for top in whole):
            bad.append(f"ARCHITECTURE.md: the table of folders has no {folder}")
    for row in sorted(single | set(whole)):
        if not any(folder.startswith(row) for folder in folders):
            bad.append(f"ARCHITECTURE.md: the table of folders has {row}, which is not there")
    if not rows:
        bad.append("ARCHITECTURE.md: there is no table of folders")
    print("\n".join(bad), end="\n" if bad else "")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
