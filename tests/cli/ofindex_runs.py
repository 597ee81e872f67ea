#!/usr/bin/env python3
"""What ofindex promises about one run after another: exit statuses, what it says, what is in the
index then. Each test has a folder of its own with a few reports, and an index.

usage: ofindex_runs.py BINDIR [TEST...]
"""
import fcntl
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BINDIR = ROOT / "build/dev/bin"
NOBODY = 65534
REPORTS = ["eastvale-2021-focused-visit.txt", "marlgate-2013-looked-after.md",
           "northmere-2022-ilacs.pdf", "northmere-2023-monitoring-visit.docx",
           "pellworth-2023-ilacs.html", "wrenshire-2015-sif.pdf"]
LETTER = "eastvale-2021-focused-visit.txt"
QUERIES = ["children", "social workers", '"child protection"', "care leavers", ""]


class Run(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ofsearch-runs-"))
        self.folder.chmod(0o755)
        self.reports = self.folder / "reports"
        self.reports.mkdir()
        for name in REPORTS:
            shutil.copyfile(ROOT / "corpus" / name, self.reports / name)
        self.index = self.folder / "index"

    def tearDown(self):
        subprocess.run(["chmod", "-R", "u+rwx", self.folder], check=True)
        shutil.rmtree(self.folder)

    # ---- Running -------------------------------------------------------------------------------

    def program_for(self, program, user):
        """The program where `user` may run it: the build may lie in a folder closed to others."""
        if user is None:
            return BINDIR / program
        copy = self.folder / program
        if not copy.exists():
            shutil.copy(BINDIR / program, copy)
        return copy

    def run_program(self, program, *arguments, user=None):
        done = subprocess.run([self.program_for(program, user), "--db", self.index, *arguments], timeout=120,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, user=user,
                              check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
        return done.returncode, done.stdout, done.stderr

    def build(self, *options, status=0, paths=None, user=None):
        """A run; what it wrote on standard error."""
        paths = [self.reports] if paths is None else paths
        code, out, err = self.run_program("ofindex", *options, *paths, user=user)
        self.assertEqual(code, status, err)
        self.assertEqual(out, "")
        return err

    def build_reporting(self, *options, status=0, paths=None):
        """A run; its run report, and what it wrote on standard error."""
        file = self.folder / "run.json"
        err = self.build("--run-report", file, *options, status=status, paths=paths)
        return json.loads(file.read_text()), err

    def search(self, *arguments, index=None):
        index = index or self.index
        done = subprocess.run([BINDIR / "ofsearch", "--db", index, "--format", "jsonl", "--limit",
                               "100", "--passages", "5", *arguments], capture_output=True,
                              text=True, timeout=60, check=False)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def reports_in_index(self):
        return {hit["report"]["path"]: hit["report"] for hit in self.search("--sort", "oldest")}

    def generation(self):
        stub = (self.index / "XAPIANDB").read_text().split()[1]
        return self.index / stub.rsplit("/", 1)[0]

    def edit(self, name, text="One more sentence about foster carers."):
        with open(self.reports / name, "a", encoding="utf-8") as file:
            file.write(f"\n\n{text}\n")

    def write_broken(self, name="broken.pdf", content=b"%PDF-1.4\nthis is none\n"):
        (self.reports / name).write_bytes(content)
        self.age(name)

    def age(self, *names):
        """Makes files an hour older: one just written is not trusted to be as it was read."""
        for name in names:
            hour_ago = (self.reports / name).stat().st_mtime_ns - 3600 * 10**9
            os.utime(self.reports / name, ns=(hour_ago, hour_ago))

    # ---- Exit statuses and messages --------------------------------------------------------------

    def test_all_read_is_0_and_one_line(self):
        err = self.build()
        self.assertRegex(err, r"\Aofindex: 6 reports, [\d,]+ passages: 6 added; .*\d s\n\Z")

    def test_quiet_says_nothing_when_all_is_well(self):
        self.assertEqual(self.build("--quiet"), "")
        self.assertEqual(self.build("--quiet"), "")

    def test_some_not_read_is_1_and_they_are_named_also_with_quiet(self):
        self.write_broken()
        err = self.build("--quiet", status=1)
        self.assertEqual(err.count("broken.pdf"), 1)
        self.assertEqual(len(self.reports_in_index()), 6)

    def test_bad_usage_is_2(self):
        for arguments in (["--jobs", "none", "x"], ["--keep", "0", "x"], ["--nonsense"], [], ["--inspect"],
                          ["--check", "x"], ["--check", "--stats"], ["--passages", "x"],
                          ["--warnings", "x"]):
            with self.subTest(arguments=arguments):
                code, out, err = self.run_program("ofindex", *arguments)
                self.assertEqual((code, out), (2, ""))
                self.assertRegex(err, r"\Aofindex: ")

    def test_a_path_that_is_not_there_is_3_and_harms_nothing(self):
        self.build()
        err = self.build(paths=[self.folder / "elsewhere"], status=3)
        self.assertIn("elsewhere", err)
        self.assertEqual(len(self.reports_in_index()), 6)

    def test_no_index_to_check_is_3(self):
        for option in ("--check", "--stats", "--rollback"):
            with self.subTest(option=option):
                code, _, err = self.run_program("ofindex", option)
                self.assertEqual(code, 3)
                self.assertIn("there is no index at", err)

    def test_a_second_writer_is_75_at_once(self):
        self.build()
        with open(self.index / "lock", "r+", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            start = time.monotonic()
            self.assertIn("another ofindex", self.build(status=75))
            self.assertLess(time.monotonic() - start, 5)
            code, _, _ = self.run_program("ofindex", "--rollback")
            self.assertEqual(code, 75)
        self.build()

    def test_another_folder_that_is_a_database_is_left_alone(self):
        self.index.mkdir()
        (self.index / "iamglass").write_text("not ours")
        self.assertIn("did not write", self.build(status=3))
        self.assertEqual((self.index / "iamglass").read_text(), "not ours")

    # ---- Stopping ------------------------------------------------------------------------------

    def test_sigterm_and_sigint_stop_within_seconds_and_leave_the_index(self):
        self.build()
        before = (self.index / "XAPIANDB").read_text()
        text = (self.reports / LETTER).read_bytes()
        for i in range(600):
            (self.reports / f"{i}.txt").write_bytes(text + f"\n{i}\n".encode())
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(signal=number.name):
                process = subprocess.Popen(
                    [BINDIR / "ofindex", "--quiet", "--jobs", "1", "--db", self.index,
                     self.reports], stderr=subprocess.PIPE, text=True)
                while len(list((self.index / "cache").glob("*/*"))) < 20:
                    self.assertIsNone(process.poll())
                    time.sleep(0.005)
                start = time.monotonic()
                process.send_signal(number)
                _, err = process.communicate(timeout=60)
                self.assertLess(time.monotonic() - start, 5)
                self.assertEqual(process.returncode, 3)
                self.assertIn(f"stopped by {number.name}", err)
                self.assertEqual((self.index / "XAPIANDB").read_text(), before)
                self.assertEqual(list((self.index / "generations").glob("building-*")), [])
                shutil.rmtree(self.index / "cache")

    # ---- What has changed ------------------------------------------------------------------------

    def test_nothing_to_do_publishes_nothing(self):
        self.build()
        before = (self.index / "XAPIANDB").read_text()
        report, err = self.build_reporting()
        self.assertEqual(report["outcome"], "unchanged")
        self.assertEqual(report["counts"]["unchanged"], 6)
        self.assertIn("nothing has changed", err)
        self.assertEqual((self.index / "XAPIANDB").read_text(), before)

    def test_a_touched_file_is_looked_at_and_found_the_same(self):
        self.build()
        os.utime(self.reports / LETTER, (1, 1))
        report, _ = self.build_reporting()
        self.assertEqual(report["outcome"], "unchanged")

    def test_added_changed_and_removed_are_told_with_their_facts(self):
        self.build()
        self.edit(LETTER)
        shutil.copyfile(ROOT / "corpus/wrenshire-2010-slac.pdf", self.reports / "new.pdf")
        (self.reports / REPORTS[2]).unlink()
        report, _ = self.build_reporting()
        self.assertEqual(report["outcome"], "published")
        self.assertEqual([r["path"] for r in report["added"]], ["new.pdf"])
        self.assertEqual(report["added"][0]["authority"], "Wrenshire")
        self.assertEqual([r["path"] for r in report["changed"]], [LETTER])
        self.assertEqual([r["path"] for r in report["removed"]], [REPORTS[2]])
        self.assertEqual(report["removed"][0]["authority"], "Northmere")
        self.assertEqual(report["counts"]["reports"], 6)
        self.assertEqual(report["failures"], [])
        self.assertEqual(len(self.search('"more sentence about foster carers"')), 1)

    def test_an_incremental_build_equals_a_rebuild(self):
        self.build("--shards", "2")
        self.edit(LETTER)
        (self.reports / REPORTS[1]).unlink()
        shutil.copyfile(ROOT / "corpus/wrenshire-2010-slac.pdf", self.reports / "a.pdf")
        self.build()
        self.edit("pellworth-2023-ilacs.html")
        (self.reports / REPORTS[2]).rename(self.reports / "moved.pdf")
        self.build()
        worn, self.index = self.index, self.folder / "fresh"
        self.build("--shards", "2")
        for query in QUERIES:
            with self.subTest(query=query):
                arguments = [query] if query else ["--sort", "newest"]
                results = [self.search(*arguments, index=index) for index in (worn, self.index)]
                for result in results[0] + results[1]:
                    result["report"].pop("indexed")
                self.assertTrue(results[0])
                self.assertEqual(results[0], results[1])

    def test_text_of_more_than_20_authorities_is_found_only_by_quoting_it_however_they_came(self):
        names = ("Barnet Bexley Bolton Bradford Brent Bromley Bury Calderdale Camden Cornwall Coventry Croydon "
                 "Cumbria Darlington Derby Devon Doncaster Dudley Durham Ealing Enfield").split()

        def write(name, number):
            (self.reports / f"{name}.txt").write_text(
                f"Inspection of {name} children's services\n\n{number},{number:03d} children, of whom {number} are "
                f"quizzical, dwell in {name} at 31 March {2000 + number}.\n\n1. Plans are made in {name} with care.\n")

        def compare(reports):
            report, _ = self.build_reporting()
            self.assertEqual(report["restated"], [])
            fresh = self.folder / "fresh"
            shutil.rmtree(fresh, ignore_errors=True)
            subprocess.run([BINDIR / "ofindex", "--db", fresh, "--quiet", self.reports], check=True)
            found = {}
            for query in ("quizzical", "plans made with care", "children", "quizz*", "quizzical NEAR/3 dwell",
                          '"quizzical, dwell in"', '"quizzical"'):
                hits = [self.search(query, index=index) for index in (self.index, fresh)]
                for hit in hits[0] + hits[1]:
                    hit["report"].pop("indexed")
                self.assertEqual(hits[0], hits[1], query)
                found[query] = len(hits[0])
            for query in ("quizzical", "quizz*", "quizzical NEAR/3 dwell"):
                self.assertEqual(found[query], reports, query)
            for query in ('"quizzical, dwell in"', '"quizzical"'):
                self.assertGreaterEqual(found[query], 20, query)
            self.assertEqual(len(self.search("--exact", "quizzical", "dwell")), found['"quizzical"'])
            self.assertGreaterEqual(found["plans made with care"], 20)

        for number, name in enumerate(names[:20], 1):
            write(name, number)
        compare(20)
        write(names[20], 21)
        compare(0)
        (self.reports / f"{names[3]}.txt").unlink()
        compare(20)

    def test_a_moved_file_keeps_its_date(self):
        self.build()
        date = self.reports_in_index()[LETTER]["indexed"]
        time.sleep(1.1)  # dates are in seconds
        (self.reports / "2021").mkdir()
        (self.reports / LETTER).rename(self.reports / "2021" / LETTER)
        report, _ = self.build_reporting()
        self.assertEqual(report["moved"], [{"from": LETTER, "to": f"2021/{LETTER}"}])
        self.assertEqual((report["added"], report["removed"]), ([], []))
        self.assertEqual(self.reports_in_index()[f"2021/{LETTER}"]["indexed"], date)

    def test_what_the_latest_run_brought_can_be_searched(self):
        self.build()
        time.sleep(1.1)
        shutil.copyfile(ROOT / "corpus/wrenshire-2010-slac.pdf", self.reports / "new.pdf")
        self.edit(LETTER)
        self.build()
        self.build()  # one with nothing to do
        news = self.search("--indexed-since", "last-run")
        self.assertEqual([hit["report"]["path"] for hit in news], ["new.pdf"])
        (self.reports / "new.pdf").unlink()
        self.build()
        self.assertEqual(len(self.search("--indexed-since", "last-run")), 6)

    def test_a_rebuild_keeps_the_dates(self):
        self.build()
        dates = {path: r["indexed"] for path, r in self.reports_in_index().items()}
        time.sleep(1.1)
        self.build("--rebuild")
        self.assertEqual({path: r["indexed"] for path, r in self.reports_in_index().items()}, dates)

    def test_copies_are_one_report_with_two_paths(self):
        self.build()
        shutil.copyfile(self.reports / LETTER, self.reports / "copy.txt")
        report, _ = self.build_reporting()
        self.assertEqual((report["counts"]["reports"], report["counts"]["copies"]), (6, 1))
        there = self.reports_in_index()
        self.assertEqual(len(there), 6)
        self.assertEqual(there["copy.txt"]["paths"], ["copy.txt", LETTER])
        self.assertEqual(there["copy.txt"]["file"], str(self.reports / "copy.txt"))
        (self.reports / "copy.txt").unlink()
        report, _ = self.build_reporting()
        self.assertEqual(report["removed"], [])
        self.assertEqual(self.reports_in_index()[LETTER]["paths"], [LETTER])

    def test_an_id_is_that_of_the_content(self):
        self.build()
        before = self.reports_in_index()[LETTER]["id"]
        (self.reports / LETTER).rename(self.reports / "moved.txt")
        shutil.copyfile(self.reports / REPORTS[4], self.folder / "other.html")
        with open(self.folder / "other.html", "a", encoding="utf-8") as file:
            file.write("<p>One more sentence.</p>")
        shutil.move(self.folder / "other.html", self.reports / LETTER.replace(".txt", ".html"))
        self.build()
        there = self.reports_in_index()
        self.assertEqual(there["moved.txt"]["id"], before)
        self.assertEqual(len({report["id"] for report in there.values()}), 7)
        for part in (before, before[:6]):
            done = subprocess.run([BINDIR / "ofsearch", "--db", self.index, "--show", part],
                                  capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)

    # ---- Roots -----------------------------------------------------------------------------------

    def test_roots_are_remembered(self):
        other = self.folder / "other"
        other.mkdir()
        shutil.copyfile(ROOT / "corpus/wrenshire-2010-slac.pdf", other / "slac.pdf")
        self.build(paths=[self.reports, other])
        self.assertEqual(len(self.reports_in_index()), 7)
        (self.reports / LETTER).unlink()
        self.build(paths=[other])  # looks only there
        self.assertEqual(len(self.reports_in_index()), 7)
        self.build(paths=[])
        self.assertEqual(len(self.reports_in_index()), 6)
        code, out, _ = self.run_program("ofindex", "--stats", "--format", "json")
        self.assertEqual(json.loads(out)["roots"], [str(other), str(self.reports)])
        self.build("--remove-root", other, paths=[])
        self.assertEqual(sorted(self.reports_in_index()), sorted(set(REPORTS) - {LETTER}))
        self.assertIn("elsewhere", self.build("--remove-root", "/elsewhere", paths=[], status=3))

    def test_a_root_that_is_not_there_keeps_its_reports_and_is_named(self):
        other = self.folder / "other"
        other.mkdir()
        shutil.copyfile(ROOT / "corpus/wrenshire-2010-slac.pdf", other / "slac.pdf")
        self.build(paths=[self.reports, other])
        shutil.rmtree(other)
        err = self.build(paths=[], status=1)
        self.assertIn(str(other), err)
        self.assertEqual(len(self.reports_in_index()), 7)

    def test_one_name_in_two_roots_is_two_reports_however_they_came(self):
        other = self.folder / "a-other"
        other.mkdir()
        shutil.copyfile(ROOT / "corpus/wrenshire-2010-slac.pdf", other / REPORTS[2])
        self.build(paths=[self.reports])
        self.build(paths=[other])
        worn = set(self.reports_in_index())
        self.index = self.folder / "fresh"
        self.build(paths=[other, self.reports])
        self.assertEqual(set(self.reports_in_index()), worn)
        self.assertIn(str(self.reports / REPORTS[2]), worn)

    def test_an_index_inside_of_a_root_is_left_out(self):
        self.index = self.reports / "index"
        self.build()
        report, _ = self.build_reporting()
        self.assertEqual(report["outcome"], "unchanged")
        self.assertEqual([f["path"] for f in report["left_out"]], [str(self.index)])

    # ---- The cache -------------------------------------------------------------------------------

    def test_nothing_is_read_again_for_another_number_of_shards(self):
        self.age(*REPORTS)
        self.build()
        for name in REPORTS:  # of the same size and time, and no report any more
            file = self.reports / name
            status = file.stat()
            file.write_bytes(b"x" * status.st_size)
            os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
        report, err = self.build_reporting("--shards", "2")
        self.assertIn("written anew", err)
        self.assertEqual((report["counts"]["reports"], report["counts"]["unchanged"]), (6, 6))
        self.assertEqual(self.run_program("ofindex", "--check")[0], 0)

    def cache_entries(self):
        return sorted((self.index / "cache").glob("*/*"))

    def test_a_damaged_or_missing_reading_is_read_again(self):
        self.build()
        before = [self.search(query) for query in QUERIES if query]
        for damage in (lambda e: e.write_bytes(e.read_bytes()[:-1]), lambda e: e.write_bytes(b""),
                       lambda e: e.write_bytes(b"\xff" * 100), pathlib.Path.unlink):
            damage(self.cache_entries()[0])
            self.build("--shards", str(len(self.generation().name) % 2 + 1))
            self.edit(LETTER, "x")
            self.build("--shards", "3")
            self.assertEqual(self.run_program("ofindex", "--check")[0], 0)
            self.assertEqual(len(self.reports_in_index()), 6)
        shutil.rmtree(self.index / "cache")
        self.build("--rebuild")
        self.assertEqual(len(self.cache_entries()), 6)
        self.assertEqual(len(before), 4)

    def test_what_no_generation_uses_is_swept_from_the_cache(self):
        self.build()
        for _ in range(3):
            self.edit(LETTER)
            self.build("--keep", "1")
        self.assertEqual(len(self.cache_entries()), 6)

    def test_another_schema_version_is_rebuilt_by_itself(self):
        self.build()
        manifest = self.generation() / "manifest.jsonl"
        lines = manifest.read_text().splitlines()[:-1]
        body = "\n".join([json.dumps({**json.loads(lines[0]), "schema": 0}), *lines[1:]]) + "\n"
        manifest.write_text(body + json.dumps({"sha256": hashlib.sha256(body.encode()).hexdigest()})
                            + "\n")
        report, err = self.build_reporting()
        self.assertEqual(report["outcome"], "published")
        self.assertIn("schema version", report["rebuilt"])
        self.assertIn("the index was written anew", err)
        self.assertEqual(len(self.reports_in_index()), 6)

    def test_more_shards_give_the_same_answers(self):
        self.build("--shards", "1")
        before = [self.search(query) for query in QUERIES if query]
        report, _ = self.build_reporting("--shards", "3")
        self.assertEqual(report["shards"], 3)
        self.assertEqual([self.search(query) for query in QUERIES if query], before)
        report, _ = self.build_reporting()
        self.assertEqual(report["shards"], 3)

    # ---- Documents that cannot be read -----------------------------------------------------------

    def test_a_bad_document_is_not_tried_again_until_it_changes(self):
        self.write_broken()
        report, _ = self.build_reporting(status=1)
        self.assertEqual([(f["path"], f["known"]) for f in report["failures"]],
                         [("broken.pdf", False)])
        report, err = self.build_reporting(status=1)
        self.assertEqual([(f["path"], f["known"]) for f in report["failures"]],
                         [("broken.pdf", True)])
        self.assertNotIn("broken.pdf", err)  # named once, not every night
        self.assertIn("1 document could not be read before", err)
        self.assertEqual(self.build("--quiet", status=1), "")
        code, out, _ = self.run_program("ofindex", "--stats", "--warnings")
        self.assertEqual(code, 0)
        self.assertIn("broken.pdf", out)
        report, _ = self.build_reporting("--retry-failed", status=1)
        self.assertFalse(report["failures"][0]["known"])
        shutil.copyfile(ROOT / "corpus/wrenshire-2010-slac.pdf", self.reports / "broken.pdf")
        report, _ = self.build_reporting()
        self.assertEqual([r["path"] for r in report["added"]], ["broken.pdf"])

    def test_a_report_that_breaks_leaves_the_index_and_is_named(self):
        self.build()
        self.write_broken(REPORTS[2])
        report, err = self.build_reporting(status=1)
        self.assertIn(REPORTS[2], err)
        self.assertEqual([r["path"] for r in report["removed"]], [REPORTS[2]])
        self.assertNotIn(REPORTS[2], self.reports_in_index())

    def test_an_odd_name_breaks_neither_run_nor_message(self):
        name = b"new\nline\x1b[31m\xff.txt"
        shutil.copyfile(self.reports / LETTER, os.fsencode(self.reports) + b"/" + name)
        shutil.copyfile(self.reports / "wrenshire-2015-sif.pdf",
                        os.fsencode(self.reports) + b"/\xff.pdf")
        err = self.build()
        self.assertNotIn("\x1b", err)
        self.assertEqual(sum(len(r["paths"]) for r in self.reports_in_index().values()), 8)

    def test_a_link_to_its_own_folder_does_not_go_round(self):
        (self.reports / "loop").symlink_to(self.reports)
        (self.reports / "dangling.txt").symlink_to(self.folder / "nowhere")
        err = self.build(status=1)
        self.assertIn("1 left out", err)
        self.assertIn("dangling.txt", err)
        self.assertEqual(len(self.reports_in_index()), 6)

    def test_a_pipe_does_not_hold_up_the_run(self):
        os.mkfifo(self.reports / "pipe.txt")
        self.assertIn("pipe.txt", self.build(status=1))

    def test_a_folder_that_cannot_be_opened_keeps_its_reports(self):
        sub = self.reports / "closed"
        sub.mkdir()
        (self.reports / REPORTS[2]).rename(sub / REPORTS[2])
        user = None
        if os.geteuid() == 0:  # whom no permission stops
            user = NOBODY
            subprocess.run(["chown", "-R", str(NOBODY), self.folder], check=True)
        self.build(user=user)
        sub.chmod(0)
        err = self.build(status=1, user=user)
        self.assertIn("closed", err)
        self.assertIn(f"closed/{REPORTS[2]}", self.reports_in_index())
        sub.chmod(stat.S_IRWXU)
        self.build(user=user)

    # ---- Guard rails -------------------------------------------------------------------------

    def test_an_index_does_not_shrink_by_more_than_half_unasked(self):
        self.build()
        for name in REPORTS[:4]:
            (self.reports / name).unlink()
        report, err = self.build_reporting("--quiet", status=3)
        self.assertIn("4 of 6 reports would be gone from the index", err)
        self.assertIn(REPORTS[0], err)
        self.assertEqual(report["outcome"], "failed")
        self.assertIn("4 of 6", report["error"])
        self.assertEqual(len(self.reports_in_index()), 6)
        self.assertIn("4 of 6", self.build("--rebuild", status=3))
        self.build("--allow-shrink")
        self.assertEqual(len(self.reports_in_index()), 2)

    def test_files_cut_to_nothing_do_not_publish_an_empty_index(self):
        self.build()
        for name in REPORTS[:3]:
            (self.reports / name).write_bytes(b"")
        self.assertIn("3 of 6", self.build("--quiet", status=3))
        self.assertEqual(len(self.reports_in_index()), 6)

    def test_an_empty_folder_is_refused(self):
        self.build()
        for path in self.reports.iterdir():
            path.unlink()
        self.assertIn("there is no report", self.build(status=3))
        self.assertEqual(len(self.reports_in_index()), 6)

    def test_a_first_run_that_can_read_nothing_publishes_nothing(self):
        for name in REPORTS:
            (self.reports / name).unlink()
        self.write_broken()
        self.write_broken("empty.txt", b"")
        report, err = self.build_reporting("--quiet", status=3)
        self.assertIn("broken.pdf: ", err)
        self.assertIn("empty.txt: ", err)
        self.assertIn("nothing could be read (2 failed)", err)
        self.assertEqual(report["outcome"], "failed")
        self.assertEqual(len(report["failures"]), 2)
        self.assertFalse((self.index / "XAPIANDB").exists())
        self.build("--allow-shrink", status=1)
        self.assertEqual(self.reports_in_index(), {})
        self.build(status=3)
        shutil.copyfile(ROOT / "corpus" / LETTER, self.reports / LETTER)
        self.build(status=1)
        self.assertEqual(list(self.reports_in_index()), [LETTER])

    def test_a_first_run_over_a_folder_that_cannot_be_opened_publishes_nothing(self):
        user = None
        if os.geteuid() == 0:  # whom no permission stops
            user = NOBODY
            subprocess.run(["chown", "-R", str(NOBODY), self.folder], check=True)
        self.reports.chmod(0)
        err = self.build(status=3, user=user)
        self.assertIn("reports cannot be read: Permission denied", err)
        self.assertIn("nothing could be read (1 failed)", err)
        self.assertFalse((self.index / "XAPIANDB").exists())
        self.reports.chmod(stat.S_IRWXU)
        self.build(user=user)
        self.assertEqual(len(self.reports_in_index()), 6)

    # ---- Generations ---------------------------------------------------------------------------

    def test_a_rollback_goes_back_one_generation(self):
        self.build()
        self.edit(LETTER, "A sentence with the word zyzzyva in it.")
        self.build()
        self.assertEqual(len(self.search("zyzzyva")), 1)
        code, _, err = self.run_program("ofindex", "--rollback")
        self.assertEqual(code, 0, err)
        self.assertEqual(len(self.search("zyzzyva")), 0)
        code, _, err = self.run_program("ofindex", "--rollback")
        self.assertEqual(code, 3)
        self.assertIn("no earlier generation", err)
        self.build()
        self.assertEqual(len(self.search("zyzzyva")), 1)

    def test_so_many_generations_are_kept(self):
        for keep, left in ((3, 3), (1, 1)):
            for _ in range(4):
                self.edit(LETTER)
                self.build("--keep", str(keep))
            self.assertEqual(len(list((self.index / "generations").iterdir())), left)

    # ---- Looking at an index ---------------------------------------------------------------------

    def test_a_sound_index_is_said_to_be_sound(self):
        self.build("--shards", "2")
        code, out, err = self.run_program("ofindex", "--check")
        self.assertEqual((code, err), (0, ""))
        self.assertIn("is sound: 6 reports", out)
        self.assertEqual(self.run_program("ofindex", "--check", "--quiet"), (0, "", ""))

    def test_check_finds_a_stub_that_is_not_as_published(self):
        self.build("--shards", "2")
        stub = self.index / "XAPIANDB"
        published = stub.read_text()
        for other in (published + "# a line\n", published.splitlines()[0] + "\n"):
            stub.write_text(other)
            self.assertEqual(self.run_program("ofindex", "--check")[0], 3, other)
        stub.write_text(published)
        self.assertEqual(self.run_program("ofindex", "--check")[0], 0)

    def test_an_index_that_may_not_be_written_is_looked_at_all_the_same(self):
        self.build("--shards", "2")
        user = NOBODY if os.geteuid() == 0 else None
        subprocess.run(["chmod", "-R", "a=rX", self.index], check=True)
        self.folder.chmod(0o755)
        code, out, err = self.run_program("ofindex", "--check", user=user)
        self.assertEqual((code, err), (0, ""))
        self.assertIn("is sound: 6 reports", out)
        (self.generation() / "manifest.jsonl").chmod(0)
        if user is None:
            self.generation().chmod(0)
        code, _, err = self.run_program("ofindex", "--check", user=user)
        self.assertEqual(code, 3)
        self.assertNotIn("damaged", err)
        self.assertNotIn("--rebuild", err)

    def damage(self, table):
        file = self.generation() / "shard0" / table
        content = file.read_bytes()
        # To the end, as the middle of a block may be empty.
        quarter = len(content) // 4
        file.write_bytes(content[:quarter] + bytes(len(content) - quarter))

    def test_a_damaged_index_is_found_and_built_again_with_its_dates(self):
        self.build()
        dates = {path: r["indexed"] for path, r in self.reports_in_index().items()}
        for table in ("postlist.glass", "docdata.glass", "iamglass"):
            with self.subTest(table=table):
                self.damage(table)
                code, out, err = self.run_program("ofindex", "--check")
                self.assertEqual((code, out), (3, ""))
                self.assertIn("--rebuild", err)
                time.sleep(1.1)
                self.build("--rebuild")
                self.assertEqual(self.run_program("ofindex", "--check")[0], 0)
                self.assertEqual({p: r["indexed"] for p, r in self.reports_in_index().items()},
                                 dates)

    def test_a_missing_shard_or_manifest_is_found_and_mended_by_the_next_run(self):
        for name in ("shard0/postlist.glass", "manifest.jsonl"):
            with self.subTest(name=name):
                self.build()
                dates = {path: r["indexed"] for path, r in self.reports_in_index().items()}
                (self.generation() / name).unlink()
                self.assertEqual(self.run_program("ofindex", "--check")[0], 3)
                time.sleep(1.1)
                report, _ = self.build_reporting(paths=[])
                self.assertNotEqual(report["rebuilt"], None)
                self.assertEqual(report["added"], [])
                self.assertEqual(self.run_program("ofindex", "--check")[0], 0)
                self.assertEqual({p: r["indexed"] for p, r in self.reports_in_index().items()},
                                 dates)

    def test_stats_count_what_is_there(self):
        self.build()
        code, out, err = self.run_program("ofindex", "--stats", "--format", "json")
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(json.loads(out)["reports"], 6)
        code, out, _ = self.run_program("ofindex", "--stats")
        self.assertEqual(code, 0)
        self.assertIn("Northmere", out)

    # ---- Corrections -----------------------------------------------------------------------------

    def test_corrections_change_the_index_without_reading_again(self):
        self.build()
        file = self.folder / "corrections.csv"
        file.write_text(f"path,lead_inspector\n{LETTER},Odile Quist\nnot-there.pdf,Nobody\n")
        report, err = self.build_reporting("--metadata", file)
        self.assertEqual(report["outcome"], "published")
        self.assertEqual([r["path"] for r in report["restated"]], [LETTER])
        self.assertIn("corrections.csv:3", err)
        self.assertEqual(self.reports_in_index()[LETTER]["lead_inspector"], "Odile Quist")
        report, _ = self.build_reporting("--metadata", file)
        self.assertEqual(report["outcome"], "unchanged")
        self.build()
        self.assertNotEqual(self.reports_in_index()[LETTER]["lead_inspector"], "Odile Quist")

    def test_the_table_of_fetched_reports_gives_the_day_of_publication(self):
        digest = __import__("hashlib").sha256((self.reports / LETTER).read_bytes()).hexdigest()
        (self.reports / "reports.csv").write_text(f"url,published,sha256\nx,2030-12-24,{digest}\n")
        _, out, _ = self.run_program("ofindex", "--inspect", "--format", "jsonl", self.reports)
        reports = {r["path"]: r for r in map(json.loads, out.splitlines())}
        self.assertEqual(reports[LETTER]["published"], "2030-12-24")
        self.assertEqual(reports[LETTER]["evidence"]["published"]["rule"], "site")

    def test_corrections_that_cannot_be_read_stop_the_run(self):
        self.build()
        self.assertIn("nowhere.csv",
                      self.build("--metadata", self.folder / "nowhere.csv", status=3))

    # ---- Dictionaries ----------------------------------------------------------------------------

    def tables(self):
        """Those with the texts, of the generation in use."""
        return sorted(sorted(self.index.glob("generations/*"))[-1].glob("shard*/postlist.glass"))

    def dictionaries(self):
        """The numbers of those that texts of the index are packed with: keys in its tables."""
        return set(re.findall(rb"ofsearch_dictionary_(\d+)\x00",
                              b"".join(table.read_bytes() for table in self.tables())))

    def add_letters(self, first, count):
        words = "leaders managers children carers plans visits records reviews homes schools".split()
        for number in range(first, first + count):
            draw = random.Random(number)
            lines = [f"{line}. " + " ".join(draw.choice(words) for _ in range(60)) + "."
                     for line in range(1, 30)]
            (self.reports / f"letter-{number}.txt").write_text("\n\n".join(lines))

    def test_a_small_addition_is_packed_with_the_dictionary_that_is_there(self):
        self.add_letters(0, 20)
        self.build("--jobs", "2")
        first = self.dictionaries()
        self.assertEqual(len(first), 1, first)
        self.add_letters(20, 3)
        self.build("--jobs", "2")
        self.assertEqual(self.dictionaries(), first)
        self.assertEqual(self.run_program("ofindex", "--check")[0], 0)

    def test_a_damaged_dictionary_is_not_used_again(self):
        self.add_letters(0, 20)
        self.build()
        table = self.tables()[0]
        content = table.read_bytes()
        magic = b"\x37\xa4\x30\xec"  # RFC 8878, 5: the beginning of a dictionary
        self.assertIn(magic, content)
        table.chmod(0o644)
        table.write_bytes(content.replace(magic, b"\0\0\0\0"))
        self.add_letters(20, 3)
        self.assertIn("is not what was written", self.build())
        self.assertEqual(self.run_program("ofindex", "--check")[0], 0)
        self.assertEqual(len(self.reports_in_index()), len(REPORTS) + 23)

    # ---- Scanned pages ---------------------------------------------------------------------------

    SCAN = "wrenshire-scan.pdf"

    def make_scan(self):
        """The first pages of a report as pictures; how many of its judgements they print."""
        if not shutil.which("mutool"):
            self.skipTest("mutool (mupdf-tools) is not installed")
        subprocess.run(["mutool", "draw", "-q", "-F", "pclm", "-r", "200", "-c", "gray", "-o",
                        self.reports / self.SCAN, ROOT / "corpus/wrenshire-2015-sif.pdf", "1-2"],
                       check=True, capture_output=True)
        (self.reports / "wrenshire-2015-sif.pdf").unlink()
        self.age(self.SCAN)

    def needs_tesseract(self):
        if not shutil.which("tesseract"):
            self.skipTest("Tesseract is not installed")

    def test_a_scan_is_read_when_that_is_asked_for_and_stays(self):
        self.needs_tesseract()
        self.make_scan()
        self.assertIn("read it with --ocr", self.build(status=1))
        self.assertNotIn(self.SCAN, self.reports_in_index())
        run, err = self.build_reporting("--ocr")
        self.assertTrue(run["ocr"])
        self.assertEqual(run["counts"]["added"], 1, err)
        reports = self.reports_in_index()
        self.assertEqual([path for path, report in reports.items() if "ocr" in report], [self.SCAN])
        self.assertEqual(reports[self.SCAN]["authority"], "Wrenshire")
        self.assertEqual(reports[self.SCAN]["visit_type"], "sif")
        hit = next(hit for hit in self.search("inspection") if hit["report"]["path"] == self.SCAN)
        self.assertTrue(all(passage["ocr"] for passage in hit["passages"]))
        # Later runs go on so, and read nothing again.
        run, err = self.build_reporting()
        self.assertEqual((run["ocr"], run["outcome"]), (True, "unchanged"), err)
        run, err = self.build_reporting("--rebuild")
        self.assertIn(self.SCAN, self.reports_in_index())
        # What ends it says so.
        self.assertIn(f"{self.SCAN}: it holds pictures", self.build("--no-ocr", status=1))
        self.assertNotIn(self.SCAN, self.reports_in_index())

    def test_without_tesseract_the_option_says_what_to_install(self):
        os.environ["TESSDATA_PREFIX"] = str(self.folder)
        try:
            for arguments in (("--ocr",), ("--ocr", "--inspect")):
                err = self.build(*arguments, status=2)
                self.assertIn("apt install tesseract-ocr", err)
                self.assertEqual(len(err.splitlines()), 2)  # what is wrong, what to do
        finally:
            del os.environ["TESSDATA_PREFIX"]
        self.assertFalse(list(self.index.glob("generations/*")))

    def test_one_cannot_ask_for_both(self):
        self.assertIn("exclude each other", self.build("--ocr", "--no-ocr", status=2))

    # ---- The report of a run ---------------------------------------------------------------------

    def test_a_run_report_goes_to_standard_output_too(self):
        code, out, err = self.run_program("ofindex", "--quiet", "--run-report", "-", self.reports)
        self.assertEqual((code, err), (0, ""))
        report = json.loads(out)
        self.assertEqual((report["program"], report["generation"]), ("ofindex", 1))
        self.assertEqual(report["counts"]["added"], 6)

    def test_a_run_report_that_cannot_be_written_is_trouble(self):
        err = self.build("--run-report", self.folder / "no" / "where.json", status=1)
        self.assertIn("where.json", err)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        BINDIR = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
