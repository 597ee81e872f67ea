"""Generations, and looking at an index."""
import json
import os
import subprocess
import time

from support import LETTER, NOBODY, Run


class Generations(Run):
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


class Looking(Run):
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
