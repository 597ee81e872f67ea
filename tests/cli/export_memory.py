#!/usr/bin/env python3
"""Exports of many passages: their memory does not grow with the passages, and they are whole or nothing.

usage: export_memory.py FOLDER-OF-PROGRAMS
"""
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import unittest

BIN = pathlib.Path(sys.argv.pop()).resolve()
REPORTS, PASSAGES, WORDS = 120, 80, 90  # 9,600 passages of 90 words
EVERYTHING = ("--limit", "all", "--passages", "all")
# As results in memory they were more than 16 MB.
MOST_KB = 10 * 1024


def report(chance, number):
    """Every passage has other words, so that none repeats another, and "children"."""
    paragraphs = [f"{n}. " + " ".join(f"w{chance.randrange(5000)}" for _ in range(WORDS)) + " children."
                  for n in range(1, PASSAGES + 1)]
    return (f"Inspection of Norfolk local authority children’s services\n\n"
            f"Inspection dates: {1 + number % 28} March {2014 + number % 10}\n\n"
            "What is working well\n\n" + "\n\n".join(paragraphs) + "\n")


class Exports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.place.name)
        chance = random.Random(65)
        (folder / "reports").mkdir()
        for number in range(REPORTS):
            (folder / "reports" / f"{number}.txt").write_text(report(chance, number), encoding="utf-8")
        cls.tmp = folder / "tmp"
        cls.tmp.mkdir()
        cls.db = folder / "index"
        cls.environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder)}
        subprocess.run([BIN / "ofindex", "--quiet", "--db", cls.db, folder / "reports"],
                       env=cls.environment, check=True, timeout=600)

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def search(self, *options, tmp=None, before=None):
        """The ended process, its kilobytes, and the bytes that it printed."""
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = subprocess.Popen(
                [BIN / "ofsearch", "--db", self.db, "--time-limit", "120", "children", *options],
                env={**self.environment, "TMPDIR": str(tmp or self.tmp)}, stdout=out, stderr=err,
                preexec_fn=before)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            size = os.fstat(out.fileno()).st_size
            err.seek(0)
            return process.returncode, used.ru_maxrss, size, err.read().decode()

    def test_memory_is_that_of_a_search(self):
        _, plain, _, _ = self.search("--limit", "10")
        for name in ("csv", "json", "markdown", "xlsx", "text"):
            with self.subTest(format=name):
                status, most, size, said = self.search(*EVERYTHING, "--format", name)
                self.assertEqual((status, said), (0, ""))
                self.assertGreater(size, 2_000_000)
                print(f"{name}: {most - plain} kB more than ten results, {size} bytes written")
                self.assertLess(most - plain, MOST_KB)
        self.assertEqual(list(self.tmp.iterdir()), [])

    def assert_nothing_but(self, sentence, ended):
        status, _, size, said = ended
        self.assertEqual((status, size), (3, 0))
        self.assertIn(sentence, said)
        self.assertNotIn("unexpected", said)

    def test_no_folder_for_temporary_files(self):
        for name in ("csv", "xlsx"):
            self.assert_nothing_but("cannot make a temporary file in /nowhere",
                                    self.search(*EVERYTHING, "--format", name, tmp="/nowhere"))

    def test_full_disk(self):
        def full():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))

        self.assert_nothing_but("cannot write a temporary file in",
                                self.search(*EVERYTHING, "--format", "jsonl", before=full))


if __name__ == "__main__":
    unittest.main()
