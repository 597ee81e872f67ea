"""What a run finds changed since the one before."""
import os
import shutil
import subprocess
import time

from support import BINDIR, LETTER, QUERIES, REPORTS, ROOT, Run


class Changes(Run):
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
        self.build()
        self.build()  # one with nothing to do
        news = self.search("--indexed-since", "last-run")
        self.assertEqual([hit["report"]["path"] for hit in news], ["new.pdf"])
        (self.reports / "new.pdf").unlink()
        self.build()
        self.assertEqual(len(self.search("--indexed-since", "last-run")), 6)

    def test_another_report_under_an_old_name_is_new(self):
        self.build()
        time.sleep(1.1)
        shutil.copyfile(ROOT / "corpus/wrenshire-2010-slac.pdf", self.reports / "wrenshire-2015-sif.pdf")
        report, _ = self.build_reporting()
        self.assertEqual([r["path"] for r in report["changed"]], ["wrenshire-2015-sif.pdf"])
        news = self.search("--indexed-since", "last-run")
        self.assertEqual([hit["report"]["path"] for hit in news], ["wrenshire-2015-sif.pdf"])

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
