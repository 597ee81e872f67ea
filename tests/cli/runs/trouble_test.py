"""Documents that cannot be read, and indexes that would shrink."""
import os
import shutil
import stat
import subprocess

from support import LETTER, NOBODY, REPORTS, ROOT, Run


class Unreadable(Run):
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


class GuardRails(Run):
    def test_an_index_does_not_shrink_by_more_than_half_unasked(self):
        self.build()
        for name in REPORTS[:4]:
            (self.reports / name).unlink()
        report, err = self.build_reporting("--quiet", status=3)
        self.assertIn("4 of 6 reports would be gone from the index, all below "
                      f"{self.reports} ", err)
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
