"""Folders that are remembered."""
import json
import os
import shutil

from support import LETTER, REPORTS, ROOT, Run


class Roots(Run):
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
        self.assertIn("elsewhere", self.build("--remove-root", "/elsewhere", paths=[], status=2))

    def test_the_last_root_goes_only_if_that_is_allowed(self):
        self.build()
        self.assertIn("no report would be left in the index",
                      self.build("--remove-root", self.reports, paths=[], status=3))
        self.assertEqual(len(self.reports_in_index()), 6)
        self.build("--remove-root", self.reports, "--allow-shrink", paths=[])
        self.assertEqual(self.reports_in_index(), {})

    def test_a_root_that_is_not_there_keeps_its_reports_and_is_named(self):
        other = self.folder / "other"
        other.mkdir()
        shutil.copyfile(ROOT / "corpus/wrenshire-2010-slac.pdf", other / "slac.pdf")
        self.build(paths=[self.reports, other])
        shutil.rmtree(other)
        err = self.build(paths=[], status=1)
        self.assertIn(str(other), err)
        self.assertEqual(len(self.reports_in_index()), 7)

    def test_a_root_whose_name_is_not_utf8_is_refused(self):
        folder = self.folder / os.fsdecode(b"r\xe9ports")
        shutil.copytree(self.reports, folder)
        self.assertIn("is not UTF-8", self.build(paths=[folder], status=2))
        self.build(paths=[self.folder])  # below a folder, names may be of any bytes
        self.build(paths=[])
        self.assertEqual(len(self.reports_in_index()), 6)

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
