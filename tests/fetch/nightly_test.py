#!/usr/bin/env python3
"""scripts/ofsearch-nightly as cron runs it: a made site, cron's environment, a mail program that
keeps what it is given.

usage: nightly_test.py FOLDER-OF-PROGRAMS [unittest arguments]
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

from made_site import MadeSite, page, pdf

BIN = pathlib.Path(sys.argv.pop(1)).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
LIMIT = 120
INSPECTION = "Children's services inspection"


class Nights(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="nightly-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        programs = self.folder / "bin"
        programs.mkdir()
        for name in ("ofindex", "ofsearch", "offetch"):
            (programs / name).symlink_to(BIN / name)
        shutil.copy(ROOT / "scripts/ofsearch-nightly", programs)
        (programs / "fakemail").write_text(
            "#!/bin/sh\n{ echo \"To: $3\"; echo \"Subject: $2\"; cat; } >>\"$(dirname \"$0\")/../mail\"\n")
        (programs / "fakemail").chmod(0o755)
        self.site = MadeSite({"80401": ("Northmere", [
            ("50000001", INSPECTION, "12 March 2024",
             (CORPUS / "northmere-2022-ilacs.pdf").read_bytes())])})
        self.site.__enter__()
        self.addCleanup(self.site.__exit__)

    def night(self, status=0, digest="", mail_command="fakemail"):
        """Runs it; returns the mail that it sent."""
        time.sleep(1.1)  # nights are told apart by the second
        (self.folder / "nightly.conf").write_text(
            f"CONTACT=tests@example.org\nMAIL_TO=team@example.org\nMAIL_COMMAND={mail_command}\nDIGEST='{digest}'\n"
            f"REPORTS={self.folder}/reports\nINDEX={self.folder}/index\nSTATE={self.folder}/state\n"
            f"FETCH_OPTIONS='--site {self.site.address} --files {self.site.address} --delay 0 "
            f"--retries 0 --timeout 5'\n")
        mail = self.folder / "mail"
        mail.unlink(missing_ok=True)
        # What cron sets, and no more.
        done = subprocess.run(
            ["/bin/sh", "-c", f"{self.folder}/bin/ofsearch-nightly {self.folder}/nightly.conf"],
            env={"PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "HOME": str(self.folder)},
            capture_output=True, text=True, timeout=LIMIT, check=False)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        self.assertEqual(done.stdout + done.stderr, "")
        return mail.read_text() if mail.exists() else ""

    def test_what_came_in_is_mailed_once(self):
        mail = self.night()
        self.assertIn("Subject: ofsearch: new reports on", mail)
        self.assertIn("Northmere", mail)
        self.assertEqual(json.loads((self.folder / "state/fetch.json").read_text())["outcome"], "done")
        self.assertIn("outcome   well", (self.folder / "state/status.txt").read_text())
        self.assertEqual(self.night(), "")

    def test_trouble_is_told_once_and_once_more_when_it_is_over(self):
        self.night()
        self.site.answers["/search"] = lambda handler: handler.send(page("New look", ""))
        mail = self.night(status=1)
        self.assertIn("Subject: ofsearch: trouble on", mail)
        self.assertIn("the search page lists no authority", mail)
        self.assertIn("outcome   failed: fetch", (self.folder / "state/status.txt").read_text())
        self.assertEqual(self.night(status=1), "")
        self.site.answers.clear()
        self.assertIn("Subject: ofsearch: all is well again on", self.night())
        self.assertEqual(self.night(), "")

    def test_a_report_that_cannot_be_read_is_told_and_the_others_are_there(self):
        self.site.providers["80401"][1].append(("50000002", INSPECTION, "1 May 2024", pdf("broken")))
        mail = self.night(status=1)
        self.assertIn("trouble on", mail)
        self.assertIn("ofindex ended with status 1", mail)
        self.assertIn("new reports on", mail)
        self.assertEqual(self.night(status=1), "")
        self.assertEqual(self.night(status=1), "")
        name, = [n for n in mail.split() if n.endswith(".pdf:")]
        (self.folder / "reports" / name.rstrip(":")).unlink()
        self.site.providers["80401"][1].pop()
        mail = self.night()
        self.assertIn("all is well again", mail)
        self.assertIn(name, mail)

    def add(self, number, day, content):
        self.site.providers["80401"][1].append((number, INSPECTION, day, content))

    def test_a_digest_that_failed_is_trouble_until_one_is_made(self):
        self.night()
        self.add("50000002", "1 May 2024", (CORPUS / "wrenshire-2015-sif.pdf").read_bytes())
        mail = self.night(status=1, digest="--nosuch")
        self.assertIn("could not make the digest", mail)
        self.assertEqual(self.night(status=1, digest="--nosuch"), "")
        mail = self.night()
        self.assertIn("Wrenshire", mail)
        self.assertNotIn("Northmere", mail)
        self.assertIn("all is well again", mail)
        self.assertEqual(self.night(), "")

    def test_a_digest_that_could_not_be_mailed_is_mailed_the_next_night(self):
        self.night(status=1, mail_command="false")
        self.assertIn("Northmere", self.night())
        self.assertEqual(self.night(), "")

    def test_the_all_clear_names_all_that_was_told(self):
        self.add("50000002", "1 May 2024", pdf("broken"))
        first = self.night(status=1)
        self.add("50000003", "2 May 2024", pdf("another"))
        second = self.night(status=1)
        names = {word for word in (first + second).split() if word.endswith(".pdf:")}
        self.assertEqual(len(names), 2, first + second)
        for name in names:
            (self.folder / "reports" / name.rstrip(":")).unlink()
        del self.site.providers["80401"][1][1:]
        mail = self.night()
        self.assertIn("all is well again", mail)
        for name in names:
            self.assertEqual(mail.count(name), 1, mail)

    def test_without_configuration(self):
        done = subprocess.run([str(self.folder / "bin/ofsearch-nightly"), "/nowhere"],
                              capture_output=True, text=True, timeout=LIMIT, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("cannot read /nowhere", done.stderr)


if __name__ == "__main__":
    unittest.main()
