"""Corrections, scanned pages, and the report of a run."""
import json
import os
import shutil
import subprocess

from support import LETTER, ROOT, Run


class Corrections(Run):
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


class Scans(Run):
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


class RunReport(Run):
    def test_a_run_report_goes_to_standard_output_too(self):
        code, out, err = self.run_program("ofindex", "--quiet", "--run-report", "-", self.reports)
        self.assertEqual((code, err), (0, ""))
        report = json.loads(out)
        self.assertEqual((report["program"], report["generation"]), ("ofindex", 1))
        self.assertEqual(report["counts"]["added"], 6)

    def test_a_run_report_that_cannot_be_written_is_trouble(self):
        err = self.build("--run-report", self.folder / "no" / "where.json", status=1)
        self.assertIn("where.json", err)
