#!/usr/bin/env python3
"""Tries properties of the search on indexes that it builds: of the sample reports, and of real ones
where they are there ($OFSEARCH_REPORTS, else ../shared/reports beside the source).

usage: run.py --bindir DIR [--runs N] [--seed N] [--real-runs N] PROPERTY..."""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bindir", required=True, type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=150)
    parser.add_argument("--seed", default="")
    parser.add_argument("--real", action="store_true", help="real reports instead of the samples")
    parser.add_argument("properties", nargs="+")
    arguments = parser.parse_args()
    folders = [ROOT / "corpus"]
    if arguments.real:
        shared = pathlib.Path(os.environ.get("OFSEARCH_REPORTS", ROOT.parent / "shared/reports")).parent
        folders = [folder for folder in (shared / "reports/pdf", shared / "more/pdf",
                                         shared / "more/letters") if folder.is_dir()]
        if not folders:
            print("there are no real reports here: skipped")
            return 77
    with tempfile.TemporaryDirectory() as work:
        index = os.environ.get("OFSEARCH_PROPERTIES_DB", work + "/index")
        if not os.path.exists(index):
            subprocess.run([arguments.bindir / "ofindex", "--quiet", "--db", index, *folders])
        failed = False
        for name in arguments.properties:
            command = [arguments.bindir / "search_properties", index, name, str(arguments.runs)]
            failed |= subprocess.run(command + ([arguments.seed] if arguments.seed else [])).returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
