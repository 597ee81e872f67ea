#!/usr/bin/env python3
"""offetch against a made site on loopback (made_site.py): what it brings, and what it says when the
site is slow, busy, broken, changed or hostile.

usage: fetch_test.py FOLDER-OF-PROGRAMS [unittest arguments]
"""
import csv
import hashlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from made_site import MadeSite, page, pdf

BIN = pathlib.Path(sys.argv.pop(1)).resolve()
LIMIT = 120  # seconds a run

INSPECTION = "Children's services inspection"
PROVIDERS = {
    "80401": ("Northmere County Council", [
        ("50000001", INSPECTION, "12 March 2024", pdf("northmere 2024")),
        ("50000002", "Children's services focused visit", "01 August 2022", pdf("focused")),
        ("50000003", "Children's services monitoring visit", "3 May 2019", pdf("monitoring"))]),
    "80402": ("City of Pellworth Council", [
        ("50000004", "Area SEND full inspection", "15 July 2024", pdf("send")),
        ("50000005", "Joint area child protection inspection", "30 January 2023", pdf("jtai")),
        ("50000006", INSPECTION + ", older", "13 July 2012", pdf("older"))]),
    "2700003": ("Wrenshire and Marlgate", []),
}


def copy_of_providers():
    return {number: (name, list(reports)) for number, (name, reports) in PROVIDERS.items()}


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="offetch-"))
        self.reports = self.folder / "reports"
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def site(self, providers=None, **options):
        site = MadeSite(copy_of_providers() if providers is None else providers, **options)
        site.__enter__()
        self.addCleanup(site.__exit__)
        return site

    def command(self, site, *arguments):
        return [str(BIN / "offetch"), "--contact", "tests@example.org", "--site", site.address,
                "--files", site.address, "--delay", "0", "--timeout", "2", "--retries", "2",
                *arguments, str(self.reports)]

    def environment(self):
        keep = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
        return {**keep, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(self.folder)}

    def run_fetch(self, site, *arguments, status=0):
        done = subprocess.run(self.command(site, *arguments), capture_output=True, text=True,
                              env=self.environment(), timeout=LIMIT, check=False)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done

    def all_rows(self):
        with open(self.reports / "reports.csv", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def rows(self):
        return {row["url"].rsplit("/", 1)[-1]: row for row in self.all_rows()}

    def files(self):
        return sorted(str(path.relative_to(self.reports)) for path in self.reports.rglob("*.pdf"))


class Fetching(Case):
    def test_every_report_comes_with_its_row(self):
        site = self.site()
        done = self.run_fetch(site)
        rows = self.rows()
        self.assertEqual(sorted(rows), [f"5000000{n}" for n in range(1, 7)])
        row = rows["50000004"]
        self.assertEqual(row["url"], f"{site.address}/v1/file/50000004")
        self.assertEqual(row["provider"], "80402")
        self.assertEqual(row["authority"], "City of Pellworth Council")
        self.assertEqual(row["title"], "Area SEND full inspection")
        self.assertEqual(row["published"], "2024-07-15")
        self.assertEqual(row["type"], "area-send")
        self.assertEqual(row["status"], "listed")
        self.assertEqual(row["path"],
                         "pellworth-80402/2024-07-15-area-send-full-inspection-50000004.pdf")
        self.assertEqual((self.reports / row["path"]).read_bytes(), pdf("send"))
        self.assertEqual({row["type"] for row in rows.values()},
                         {"inspection", "focused-visit", "monitoring-visit", "area-send", "jtai"})
        self.assertEqual(done.stdout.count("new: "), 6)
        self.assertIn("6 new reports, 0 there already", done.stderr)
        self.assertIn("Wrenshire and Marlgate lists no report", done.stderr)

    def test_it_says_who_asks_and_reads_robots_txt_first(self):
        site = self.site()
        self.run_fetch(site)
        self.assertEqual(site.paths()[0], "/robots.txt")
        for _, headers in site.asked:
            self.assertRegex(headers["User-Agent"], r"^offetch/\S+ \(tests@example.org\)$")

    def test_a_second_run_asks_for_no_file_and_for_no_page_that_has_not_changed(self):
        site = self.site()
        self.run_fetch(site)
        before = (self.reports / "reports.csv").read_bytes()
        site.forget()
        done = self.run_fetch(site)
        self.assertFalse([path for path in site.paths() if "/file/" in path])
        pages = [headers for path, headers in site.asked if path != "/robots.txt"]
        self.assertEqual(len(pages), 4)
        self.assertTrue(all("If-None-Match" in headers for headers in pages))
        self.assertEqual((self.reports / "reports.csv").read_bytes(), before)
        self.assertIn("0 new reports, 6 there already", done.stderr)
        self.assertEqual(done.stdout, "")

    def test_what_is_new_is_told_and_nothing_else_is_fetched(self):
        site = self.site()
        self.run_fetch(site)
        site.providers["2700003"][1].append(("50000099", INSPECTION, "1 June 2025", pdf("new")))
        site.forget()
        done = self.run_fetch(site)
        self.assertEqual([path for path in site.paths() if "/file/" in path], ["/v1/file/50000099"])
        self.assertIn("new: Wrenshire and Marlgate, Children's services inspection, 2025-06-01",
                      done.stdout)

    def test_more_than_one_search_page(self):
        many = {str(80000 + n): (f"Place {n}", []) for n in range(153)}
        many["80152"][1].append(("50000001", INSPECTION, "1 June 2025", pdf("last")))
        site = self.site(many)
        self.run_fetch(site)
        self.assertEqual([path.rsplit("start=")[1] for path in site.paths() if "/search" in path],
                         ["0&rows=100", "100&rows=100"])
        self.assertEqual(sorted(self.rows()), ["50000001"])

    def test_a_dry_run_writes_nothing(self):
        site = self.site()
        done = self.run_fetch(site, "--dry-run")
        self.assertEqual(done.stdout.count("would fetch "), 6)
        self.assertFalse(self.reports.exists())

    def test_filters(self):
        for arguments, wanted in ((["--authorities", "northmere"], "123"),
                                  (["--authorities", "80402, Northmere"], "123456"),
                                  (["--types", "jtai,area-send"], "45"),
                                  (["--since", "2023-01-30"], "145")):
            with self.subTest(arguments):
                shutil.rmtree(self.reports, ignore_errors=True)
                self.run_fetch(self.site(), *arguments)
                self.assertEqual("".join(number[-1] for number in sorted(self.rows())), wanted)

    def test_the_run_report(self):
        site = self.site()
        done = self.run_fetch(site, "--run-report", "-")
        report = json.loads(done.stdout)
        self.assertEqual(report["outcome"], "done")
        self.assertEqual(report["counts"]["fetched"], 6)
        self.assertEqual(len(report["fetched"]), 6)

    def test_one_content_at_two_addresses_is_one_file(self):
        site = self.site()
        site.providers["2700003"][1].append(("50000044", "Area SEND full inspection",
                                             "15 July 2024", pdf("send")))
        self.run_fetch(site)
        rows = self.rows()
        self.assertEqual(rows["50000044"]["path"], rows["50000004"]["path"])
        self.assertEqual(len(self.files()), 6)

    def assert_files_are_as_the_table_says(self):
        for number, row in self.rows().items():
            content = (self.reports / row["path"]).read_bytes()
            self.assertEqual(hashlib.sha256(content).hexdigest(), row["sha256"], number)

    def test_a_shared_file_stays_when_one_of_its_reports_changes(self):
        for changed in ("50000004", "50000044"):
            with self.subTest(changed):
                shutil.rmtree(self.reports, ignore_errors=True)
                site = self.site()
                reports = site.providers["2700003"][1]
                reports.append(("50000044", "Area SEND full inspection", "15 July 2024",
                                pdf("send")))
                self.run_fetch(site)
                self.assertIn("1 changed", self.change(site, changed, "put right").stderr)
                self.assertEqual(len(self.files()), 7)
                self.assert_files_are_as_the_table_says()
                self.assertIn("1 changed (", self.change(site, changed, "send").stderr)
                self.assertEqual(len(self.files()), 6)
                self.assert_files_are_as_the_table_says()

    def change(self, site, number, text):
        """Runs with --refresh after the report has got other content."""
        for _, listed in site.providers.values():
            listed[:] = [each[:3] + (pdf(text),) if each[0] == number else each for each in listed]
        return self.run_fetch(site, "--refresh")

    def test_the_same_number_at_another_address_takes_no_file_that_is_kept(self):
        site = self.site()
        self.run_fetch(site)
        site.address_of_files = "/v2/file/"
        site.providers["80401"][1][0] = site.providers["80401"][1][0][:3] + (pdf("put right"),)
        self.assertIn("(kept)", self.run_fetch(site).stderr)
        rows = {row["url"].replace(site.address, ""): row for row in self.all_rows()}
        for address, content in (("/v1/file/50000001", pdf("northmere 2024")),
                                 ("/v2/file/50000001", pdf("put right"))):
            self.assertEqual((self.reports / rows[address]["path"]).read_bytes(), content)
        self.assertEqual(rows["/v2/file/50000002"]["path"], rows["/v1/file/50000002"]["path"])

    def test_a_file_that_was_written_over_before_comes_again(self):
        site = self.site()
        self.run_fetch(site)
        table = self.reports / "reports.csv"
        rows = self.rows()
        table.write_text(table.read_text().replace(rows["50000002"]["path"],
                                                   rows["50000001"]["path"]))
        self.run_fetch(site)
        self.assert_files_are_as_the_table_says()

    def test_a_file_that_was_deleted_comes_again(self):
        site = self.site()
        self.run_fetch(site)
        (self.reports / self.rows()["50000001"]["path"]).unlink()
        self.assertIn("1 new report,", self.run_fetch(site).stderr)
        self.assertEqual(len(self.files()), 6)

    def test_refresh_fetches_only_what_has_changed(self):
        site = self.site()
        self.run_fetch(site)
        reports = site.providers["80401"][1]
        reports[0] = reports[0][:3] + (pdf("put right"),)
        done = self.run_fetch(site, "--refresh")
        self.assertIn("0 new reports, 5 there already, 1 changed", done.stderr)
        self.assertEqual((self.reports / self.rows()["50000001"]["path"]).read_bytes(),
                         pdf("put right"))

    def test_what_is_no_longer_listed_is_kept_and_marked_once(self):
        site = self.site()
        self.run_fetch(site)
        del site.providers["80401"][1][2]
        del site.providers["80402"]
        done = self.run_fetch(site)
        self.assertEqual(done.stderr.count("no longer listed: "), 4)
        statuses = {number: row["status"] for number, row in self.rows().items()}
        self.assertEqual([statuses[f"5000000{n}"] for n in range(1, 7)],
                         ["listed"] * 2 + ["no longer listed"] * 4)
        self.assertEqual(len(self.files()), 6)
        self.assertNotIn("no longer listed", self.run_fetch(site).stderr)

    def test_what_is_listed_again_loses_its_mark(self):
        site = self.site()
        self.run_fetch(site)
        gone = site.providers["80401"][1].pop()
        self.run_fetch(site)
        site.providers["80401"][1].append(gone)
        self.run_fetch(site)
        self.assertEqual(self.rows()["50000003"]["status"], "listed")

    def test_a_corrected_date_changes_the_row_and_not_the_file(self):
        site = self.site()
        self.run_fetch(site)
        path = self.rows()["50000001"]["path"]
        number, title, _, content = site.providers["80401"][1][0]
        site.providers["80401"][1][0] = (number, title, "13 March 2024", content)
        self.run_fetch(site)
        self.assertEqual(self.rows()["50000001"]["published"], "2024-03-13")
        self.assertEqual(self.rows()["50000001"]["path"], path)

    def test_a_title_like_a_formula_is_written_so_that_no_spreadsheet_runs_it(self):
        site = self.site()
        site.providers["2700003"][1].append(("50000044", "=cmd|inspection", "1 May 2024", pdf("x")))
        self.run_fetch(site)
        self.assertEqual(self.rows()["50000044"]["title"], "'=cmd|inspection")
        self.run_fetch(site)
        self.assertEqual(self.rows()["50000044"]["title"], "'=cmd|inspection")


class Manners(Case):
    def test_robots_txt_is_obeyed(self):
        site = self.site(robots="User-agent: offetch\nDisallow: /v1/file/\n")
        done = self.run_fetch(site, status=3)
        self.assertIn("robots.txt of the server forbids it", done.stderr)
        self.assertFalse([path for path in site.paths() if "/file/" in path])

    def test_rules_that_cannot_be_read_forbid_everything(self):
        site = self.site()
        site.answers["/robots.txt"] = lambda handler: handler.send(b"", 503)
        done = self.run_fetch(site, status=3)
        self.assertIn("503", done.stderr)
        self.assertEqual(set(site.paths()), {"/robots.txt"})

    def test_the_pause_between_requests_is_kept(self):
        site = self.site(robots="User-agent: *\nCrawl-delay: 1\n")
        begin = time.monotonic()
        self.run_fetch(site, "--authorities", "Wrenshire and Marlgate")
        self.assertGreaterEqual(time.monotonic() - begin, 1.9)  # robots, search, one page

    def test_a_busy_server_is_left_alone_as_long_as_it_asks(self):
        site, times = self.site(), []

        def busy_once(handler):
            times.append(time.monotonic())
            if len(times) == 1:
                handler.send(b"", 429, Retry_After="2")
            else:
                site.answer(handler, "/v1/file/50000001")

        site.answers["/v1/file/50000001"] = busy_once
        self.run_fetch(site)
        self.assertGreaterEqual(times[1] - times[0], 1.9)
        self.assertEqual(len(self.files()), 6)

    def test_a_server_that_asks_for_hours_is_not_waited_for(self):
        site = self.site()
        site.answers["/search"] = lambda handler: handler.send(b"", 503, Retry_After="7200")
        done = self.run_fetch(site, status=3)
        self.assertIn("asks to come back in 7200 seconds", done.stderr)

    def test_another_server_is_not_asked(self):
        site = self.site()
        site.answers["/v1/file/50000001"] = lambda handler: handler.send(
            b"", 302, Location="http://other.invalid/secret.pdf")
        done = self.run_fetch(site, status=1)
        self.assertIn("http://other.invalid/secret.pdf is on another server", done.stderr)
        self.assertEqual(len(self.files()), 5)

    def test_redirections_on_the_server_are_followed_but_not_for_ever(self):
        site = self.site()
        site.answers["/v1/file/50000001"] = lambda handler: handler.send(
            b"", 302, Location="/v1/file/50000002")
        site.answers["/v1/file/50000004"] = lambda handler: handler.send(
            b"", 302, Location="/v1/file/50000004")
        done = self.run_fetch(site, status=1)
        self.assertIn("50000004: the server sends on again and again", done.stderr)
        self.assertEqual(self.rows()["50000001"]["sha256"], self.rows()["50000002"]["sha256"])


class Trouble(Case):
    def test_a_dead_link_that_answers_with_a_page(self):
        site = self.site()
        site.answers["/v1/file/50000001"] = lambda handler: handler.send(
            page("Report not found", "<p>The document you requested no longer exists.</p>"))
        done = self.run_fetch(site, status=1)
        self.assertIn("/v1/file/50000001: the link is dead", done.stderr)
        self.assertEqual(self.rows()["50000001"]["status"], "not found")
        self.assertEqual(self.rows()["50000001"]["path"], "")
        self.assertEqual(len(self.files()), 5)
        # It is told once, and not asked for every night.
        site.forget()
        self.run_fetch(site)
        self.assertNotIn("/v1/file/50000001", site.paths())

    def test_a_dead_link_that_answers_with_404(self):
        site = self.site()
        site.answers["/v1/file/50000001"] = lambda handler: handler.send(b"gone", 404)
        self.assertIn("the link is dead", self.run_fetch(site, status=1).stderr)

    def test_something_else_than_a_pdf(self):
        for content, wanted in ((page("Please sign in", ""), 'a web page, "Please sign in"'),
                                (b"", "the file is empty"), (b"\0\1\2" * 99, "the file is no PDF")):
            with self.subTest(wanted):
                shutil.rmtree(self.reports, ignore_errors=True)
                site = self.site()
                site.answers["/v1/file/50000001"] = lambda handler, c=content: handler.send(c)
                done = self.run_fetch(site, status=1)
                self.assertIn(wanted, done.stderr)
                self.assertNotIn("50000001", self.rows())
                self.assertEqual(len(self.files()), 5)

    def test_a_search_page_in_another_shape(self):
        site = self.site()
        site.answers["/search"] = lambda handler: handler.send(page("New look", "<p>Hello</p>"))
        done = self.run_fetch(site, status=3)
        self.assertIn("the search page lists no authority", done.stderr)
        self.assertFalse((self.reports / "reports.csv").exists())

    def test_a_search_that_repeats_itself(self):
        many = {str(80000 + n): (f"Place {n}", []) for n in range(100)}
        site = self.site(many)
        first = site.search_page(0)
        site.answers["/search"] = lambda handler: handler.send(first)
        self.assertIn("lists the same authorities", self.run_fetch(site, status=3).stderr)

    def test_a_provider_page_whose_links_have_changed(self):
        site = self.site()
        site.answers["/provider/12/80401"] = lambda handler: handler.send(
            page("Northmere", '<a class="publication-link" href="/get?id=abc">Inspection</a>'))
        done = self.run_fetch(site, status=1)
        self.assertIn("1 of 1 links to reports lead to no numbered file", done.stderr)
        self.assertEqual(len(self.files()), 3)

    def test_a_page_that_has_lost_every_report_is_not_believed(self):
        site = self.site()
        self.run_fetch(site)
        site.answers["/provider/12/80401"] = lambda handler: handler.send(page("Northmere", ""))
        done = self.run_fetch(site, status=1)
        self.assertIn("lists none of 3 reports that it listed before", done.stderr)
        self.assertEqual({row["status"] for row in self.rows().values()}, {"listed"})

    def test_a_list_that_has_shrunk_to_less_than_half_is_refused(self):
        many = {str(80000 + n): (f"Place {n}", [(f"5000{n:04}", INSPECTION, "1 May 2024",
                                                 pdf(f"place {n}"))]) for n in range(24)}
        site = self.site(many)
        self.run_fetch(site)
        for n in range(15):
            del site.providers[str(80000 + n)]
        self.assertIn("no more than 9 of 24 authorities", self.run_fetch(site, status=3).stderr)
        self.assertEqual({row["status"] for row in self.rows().values()}, {"listed"})
        self.run_fetch(site, "--allow-shrink")
        self.assertEqual([row["status"] for row in self.rows().values()].count("listed"), 9)

    def test_a_link_without_a_date_is_fetched_and_told(self):
        site = self.site()
        site.answers["/provider/12/80401"] = lambda handler: handler.send(
            page("Northmere", '<a href="/v1/file/50000001">Children&#8217;s services inspection</a>'))
        done = self.run_fetch(site)
        self.assertIn("the site gives no date of publication", done.stderr)
        self.assertEqual(self.rows()["50000001"]["published"], "")

    def test_an_answer_that_ends_early_is_gone_on_with_where_it_broke(self):
        site = self.site()
        long = pdf("x" * 300000)
        number, title, date, _ = site.providers["80401"][1][0]
        site.providers["80401"][1][0] = (number, title, date, long)
        asked = []

        def break_twice(handler):
            asked.append(handler.headers.get("Range"))
            if len(asked) > 2:
                site.answer(handler, "/v1/file/50000001")
                return
            if len(asked) == 2:
                handler.close_connection = True  # no answer at all
                return
            handler.send_response(200)
            handler.send_header("Content-Length", str(len(long)))
            handler.send_header("ETag", '"' + __import__("hashlib").sha256(long).hexdigest()[:16] + '"')
            handler.end_headers()
            handler.wfile.write(long[:100000])
            handler.wfile.flush()
            handler.close_connection = True

        site.answers["/v1/file/50000001"] = break_twice
        self.run_fetch(site)
        self.assertEqual(asked, [None, "bytes=100000-", "bytes=100000-"])
        self.assertEqual((self.reports / self.rows()["50000001"]["path"]).read_bytes(), long)

    def test_a_file_that_changed_meanwhile_is_not_put_together_of_two(self):
        site = self.site()
        old, new = pdf("o" * 200000), pdf("n" * 200000)
        number, title, date, _ = site.providers["80401"][1][0]
        site.providers["80401"][1][0] = (number, title, date, new)
        asked = []

        def break_once(handler):
            asked.append(handler.headers.get("Range"))
            if len(asked) > 1:
                site.answer(handler, "/v1/file/50000001")
                return
            handler.send_response(200)
            handler.send_header("Content-Length", str(len(old)))
            handler.send_header("ETag", '"old"')
            handler.end_headers()
            handler.wfile.write(old[:100000])
            handler.close_connection = True

        site.answers["/v1/file/50000001"] = break_once
        self.run_fetch(site)
        self.assertEqual(asked[1], "bytes=100000-")
        self.assertEqual((self.reports / self.rows()["50000001"]["path"]).read_bytes(), new)

    def test_a_silent_server(self):
        site = self.site()
        site.answers["/provider/12/80401"] = lambda handler: time.sleep(4)
        command = self.command(site)
        command[command.index("--timeout") + 1] = "1"
        command[command.index("--retries") + 1] = "0"
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment(),
                              timeout=LIMIT, check=False)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("the server does not answer in time", done.stderr)
        self.assertEqual(len(self.files()), 3)

    def test_an_endless_answer(self):
        site = self.site()

        def endless(handler):
            handler.send_response(200)
            handler.send_header("Transfer-Encoding", "chunked")
            handler.end_headers()
            block = b"x" * 65536
            while True:
                handler.wfile.write(b"10000\r\n" + block + b"\r\n")

        site.answers["/v1/file/50000001"] = endless
        done = self.run_fetch(site, "--max-size", "1", status=1)
        self.assertIn("longer than the 1 MB allowed", done.stderr)
        self.assertEqual(len(self.files()), 5)

    def test_the_limit_of_a_report_is_of_the_whole_report(self):
        site = self.site()
        content = pdf("x" * 1500000)
        number, title, date, _ = site.providers["80401"][1][0]
        site.providers["80401"][1][0] = (number, title, date, content)
        site.answers["/v1/file/50000001"] = self.broken_after(content, 900000)
        done = self.run_fetch(site, "--max-size", "1", status=1)
        self.assertIn("longer than the 1 MB allowed", done.stderr)
        self.assertIn("--max-size", done.stderr)

    def test_what_came_of_another_state_does_not_count_towards_the_limit(self):
        site = self.site()
        old, new = pdf("o" * 900000), pdf("n" * 900000)
        number, title, date, _ = site.providers["80401"][1][0]
        site.providers["80401"][1][0] = (number, title, date, new)
        site.answers["/v1/file/50000001"] = self.broken_after(old, 800000)
        self.run_fetch(site, "--max-size", "1")
        self.assertEqual((self.reports / self.rows()["50000001"]["path"]).read_bytes(), new)

    def broken_after(self, content, size):
        """An answer with `content` that breaks after `size`; after it the site answers."""
        asked = []

        def answer(handler):
            asked.append(1)
            if len(asked) > 1:
                handler.server.site.answer(handler, handler.path)
                return
            handler.send_response(200)
            handler.send_header("Content-Length", str(len(content)))
            handler.send_header("ETag", '"' + hashlib.sha256(content).hexdigest()[:16] + '"')
            handler.end_headers()
            handler.wfile.write(content[:size])
            handler.wfile.flush()
            handler.close_connection = True

        return answer

    def test_rules_that_are_too_long_say_how_long_they_may_be(self):
        done = self.run_fetch(self.site(robots="# x\n" * 150000), status=3)
        self.assertIn("robots.txt: the answer is longer than the 500 kB allowed", done.stderr)
        self.assertIn("ask those who run the site", done.stderr)
        self.assertNotIn("--max-size", done.stderr)

    def test_an_answer_that_unpacks_to_more_than_a_page(self):
        import gzip
        site = self.site()
        packed = gzip.compress(b"<p>" + b" " * (64 << 20))
        site.answers["/provider/12/80401"] = lambda handler: handler.send(
            packed, Content_Encoding="gzip", Content_Type="text/html")
        self.assertIn("longer than the 16 MB allowed", self.run_fetch(site, status=1).stderr)

    def test_a_page_of_a_hundred_thousand_nested_elements(self):
        site = self.site()
        site.answers["/provider/12/80401"] = lambda handler: handler.send(
            b"<div>" * 100000 + b'<a href="/v1/file/50000001">Inspection, pdf - 1 May 2020</a>')
        done = self.run_fetch(site, status=1)
        self.assertIn("the page's elements lie too deep inside each other", done.stderr)

    def test_a_site_that_stops_answering_is_given_up(self):
        many = {str(80000 + n): (f"Place {n}", []) for n in range(50)}
        site = self.site(many)
        for n in range(50):
            site.answers[f"/provider/12/{80000 + n}"] = lambda handler: handler.send(b"", 500)
        done = self.run_fetch(site, status=3)
        self.assertIn("3 requests in a row have failed", done.stderr)
        self.assertLess(len(site.paths()), 20)

    def test_no_server_at_all(self):
        site = self.site()
        site.__exit__()
        done = self.run_fetch(site, status=3)
        self.assertIn("the server takes no connection", done.stderr)

    def test_a_folder_that_cannot_be_written(self):
        self.reports.write_text("a file")
        self.assertIn("cannot make the folder", self.run_fetch(self.site(), status=3).stderr)

    def test_a_table_that_cannot_be_understood_is_left_alone(self):
        self.reports.mkdir()
        (self.reports / "reports.csv").write_text("name,date\nx,y\n")
        done = self.run_fetch(self.site(), status=3)
        self.assertIn('reports.csv:1: there is no column "url"', done.stderr)
        self.assertEqual((self.reports / "reports.csv").read_text(), "name,date\nx,y\n")

    def test_a_path_in_the_table_that_leads_out_of_the_folder(self):
        site = self.site()
        self.run_fetch(site)
        table = self.reports / "reports.csv"
        table.write_text(table.read_text().replace("pellworth-80402/", "../elsewhere/", 1))
        self.assertIn("is no path in the folder", self.run_fetch(site, status=3).stderr)

    def test_a_hostile_name_stays_in_the_folder(self):
        site = self.site({"80401": ("../../../tmp/x", [
            ("50000001", "../../etc/passwd\u202e&lt;script&gt;", "1 May 2024", pdf("x"))])})
        self.run_fetch(site)
        self.assertEqual(self.files(), ["tmp-x-80401/2024-05-01-etc-passwd-script-50000001.pdf"])

    def test_usage(self):
        site = self.site()
        for arguments, wanted in ((["--types", "focus"], "did you mean focused-visit?"),
                                  (["--since", "May"], "it takes a date as 2024-01-31"),
                                  (["--authorities", "Northmeer"], "lists no authority"),
                                  (["--max-size", "0"], "--max-size does not take"),
                                  (["more"], "there are two folders")):
            with self.subTest(arguments):
                self.assertIn(wanted, self.run_fetch(site, *arguments, status=2).stderr)
        for missing in ("--contact", "--delay"):
            command = self.command(site)
            at = command.index(missing)
            if missing == "--delay":
                command[command.index("--site") + 1] = "https://reports.example.org"
            else:
                del command[at:at + 2]
            done = subprocess.run(command, capture_output=True, text=True, env=self.environment(),
                                  timeout=LIMIT, check=False)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(missing, done.stderr)


class Interrupted(Case):
    def test_two_at_once(self):
        site, held = self.site(), threading.Event()
        self.addCleanup(held.set)
        site.answers["/search"] = lambda handler: (held.wait(30), site.answer(handler, "/search"))
        first = subprocess.Popen(self.command(site), stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL, env=self.environment())
        while "/robots.txt" not in site.paths():
            time.sleep(0.02)
        self.assertIn("another offetch", self.run_fetch(site, status=75).stderr)
        held.set()
        self.assertEqual(first.wait(LIMIT), 0)

    def test_a_signal_ends_the_run_in_order_and_the_next_goes_on(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
            with self.subTest(number):
                shutil.rmtree(self.reports, ignore_errors=True)
                site, reached = self.site(), threading.Event()

                def hang(handler):
                    reached.set()
                    time.sleep(1)

                site.answers["/v1/file/50000005"] = hang
                run = subprocess.Popen(self.command(site), stdout=subprocess.DEVNULL,
                                       stderr=subprocess.PIPE, text=True, env=self.environment())
                self.assertTrue(reached.wait(LIMIT))
                run.send_signal(number)
                _, err = run.communicate(timeout=LIMIT)
                if number != signal.SIGKILL:
                    self.assertEqual(run.returncode, 3)
                    self.assertIn("stopped by SIG", err)
                self.assertEqual(sorted(self.rows()), [f"5000000{n}" for n in range(1, 5)])
                del site.answers["/v1/file/50000005"]
                site.forget()
                self.run_fetch(site)
                self.assertEqual(len([path for path in site.paths() if "/file/" in path]), 2)
                self.assertEqual(len(self.files()), 6)


if __name__ == "__main__":
    unittest.main()
