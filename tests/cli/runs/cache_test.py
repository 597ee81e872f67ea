"""What is kept of one run for the next: readings and dictionaries."""
import hashlib
import json
import os
import pathlib
import random
import re
import shutil

from support import LETTER, QUERIES, REPORTS, Run


class Cache(Run):
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

    def change_manifest(self, **header):
        manifest = self.generation() / "manifest.jsonl"
        lines = manifest.read_text().splitlines()[:-1]
        body = "\n".join([json.dumps({**json.loads(lines[0]), **header}), *lines[1:]]) + "\n"
        manifest.write_text(body + json.dumps({"sha256": hashlib.sha256(body.encode()).hexdigest()})
                            + "\n")

    def test_what_another_version_wrote_is_rebuilt_by_itself(self):
        for change, said in [({"schema": 0}, "schema version"), ({"marks": "of before"}, "table of topics"),
                             ({"readers": "of before"}, "read by another version")]:
            with self.subTest(said):
                self.build()
                self.change_manifest(**change)
                report, err = self.build_reporting()
                self.assertEqual(report["outcome"], "published")
                self.assertIn(said, report["rebuilt"])
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


class Dictionaries(Run):
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
