"""Exit statuses, what is said, and what a signal does."""
import fcntl
import shutil
import signal
import subprocess
import time

from support import BINDIR, LETTER, Run


class ExitStatus(Run):
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


class Stopping(Run):
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
