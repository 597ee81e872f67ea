#!/usr/bin/env python3
"""What ofindex promises about one run after another: exit statuses, what it says, what is in the
index then. The tests are in the folder runs.

usage: ofindex_runs.py BINDIR [TEST...]    TEST: as changes_test.Changes.test_copies_are_one_report
"""
import os
import pathlib
import sys
import unittest

if __name__ == "__main__":
    if len(sys.argv) > 1:
        os.environ["BINDIR"] = sys.argv.pop(1)
    folder = pathlib.Path(__file__).resolve().parent / "runs"
    sys.path.insert(0, str(folder))
    found = unittest.defaultTestLoader.discover(str(folder), pattern="*_test.py")
    named = unittest.defaultTestLoader.loadTestsFromNames(sys.argv[1:])
    result = unittest.TextTestRunner().run(named if sys.argv[1:] else found)
    sys.exit(not result.wasSuccessful())
