#!/usr/bin/env python3
"""Requests that no browser sends: each has a plain refusal, and the server goes on.

usage: hostile_test.py BINDIR
"""
import contextlib
import pathlib
import socket
import sys
import time
import unittest

from serving import sample_index, serving

BINDIR = pathlib.Path(sys.argv.pop(1)).resolve()
HOST = b"Host: localhost\r\n"


def get(target=b"/healthz", headers=HOST, version=b"HTTP/1.1"):
    return b"GET " + target + b" " + version + b"\r\n" + headers + b"\r\n"


SMUGGLED = b"GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"

# What is sent, and the statuses that are right; 0: closed without an answer.
REQUESTS = {
    "Content-Length and Transfer-Encoding": (get(headers=HOST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + b"0\r\n\r\n", {400, 413}),
    "Transfer-Encoding and Content-Length": (get(headers=HOST + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + b"0\r\n\r\n", {400, 413}),
    "two different Content-Lengths": (get(headers=HOST + b"Content-Length: 5\r\nContent-Length: 6\r\n") + b"hello!", {400, 413}),
    "two equal Content-Lengths": (get(headers=HOST + b"Content-Length: 5\r\nContent-Length: 5\r\n") + b"hello", {400, 413}),
    "a request as the body of another": (get(headers=HOST + b"Content-Length: %d\r\n" % len(SMUGGLED)) + SMUGGLED, {413}),
    "chunked body": (get(headers=HOST + b"Transfer-Encoding: chunked\r\n") + b"5\r\nhello\r\n0\r\n\r\n", {413}),
    "chunked in HTTP/1.0": (get(headers=HOST + b"Transfer-Encoding: chunked\r\n", version=b"HTTP/1.0") + b"0\r\n\r\n", {400, 413}),
    "an unknown Transfer-Encoding": (get(headers=HOST + b"Transfer-Encoding: xchunked\r\n"), {400, 413}),
    "Content-Length +5": (get(headers=HOST + b"Content-Length: +5\r\n") + b"hello", {400}),
    "Content-Length -1": (get(headers=HOST + b"Content-Length: -1\r\n"), {400}),
    "Content-Length of 20 digits": (get(headers=HOST + b"Content-Length: 99999999999999999999\r\n"), {400}),
    "Content-Length that is no number": (get(headers=HOST + b"Content-Length: five\r\n"), {400}),
    "a space before the colon": (get(headers=b"Host : localhost\r\n"), {400}),
    "bare line feeds": (b"GET /healthz HTTP/1.1\nHost: localhost\n\n", {400, 408}),
    "a zero byte in a value": (get(headers=HOST + b"X-A: a\x00b\r\n"), {400}),
    "a bare carriage return in a value": (get(headers=HOST + b"X-A: a\rb\r\n"), {400}),
    "a header without colon": (get(headers=HOST + b"nonsense\r\n"), {400}),
    "a header without name": (get(headers=HOST + b": value\r\n"), {400}),
    "HTTP/9.9": (get(version=b"HTTP/9.9"), {400}),
    "HTTP/2 preface": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 405}),
    "no version": (b"GET /healthz\r\n\r\n", {400}),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"a" * 500, {400, 408}),
    "noise": (bytes(range(256)) * 8, {400, 408}),
    "no Host": (get(headers=b""), {400}),
    "two Hosts": (get(headers=HOST + HOST), {400}),
    "another's Host": (get(headers=b"Host: evil.example.com\r\n"), {400}),
    "an absolute address of another host": (get(b"http://evil.example.com/healthz"), {400}),
    "POST": (b"POST /search HTTP/1.1\r\n" + HOST + b"Content-Length: 0\r\n\r\n", {405}),
    "an unknown method": (b"BREW /pot HTTP/1.1\r\n" + HOST + b"\r\n", {405}),
    "CONNECT": (b"CONNECT localhost:80 HTTP/1.1\r\n" + HOST + b"\r\n", {400, 405}),
    "an escaped zero byte": (get(b"/reports/%00"), {400, 404}),
    "a broken escape": (get(b"/search?q=%zz"), {400}),
    "bytes that are no UTF-8": (get(b"/search?q=%ff%fe"), {400}),
    "a path that climbs": (get(b"/assets/../../etc/passwd"), {404}),
    "a path that climbs by escapes": (get(b"/assets/..%2f..%2fetc%2fpasswd"), {404}),
    "a path that climbs by dots escaped": (get(b"/assets/%2e%2e/%2e%2e/etc/passwd"), {404}),
    "a target of 100 kB": (get(b"/search?q=" + b"a" * 100_000), {414}),
    "a target of 15 kB": (get(b"/search?q=" + b"a" * 15_000), {414}),
    "a query of 9 kB": (get(b"/search?q=" + b"a" * 9_000), {400}),
    "a header of 100 kB": (get(headers=HOST + b"X-A: " + b"a" * 100_000 + b"\r\n"), {431}),
    "5,000 headers": (get(headers=HOST + b"X-A: b\r\n" * 5_000), {431}),
    "100 headers": (get(headers=HOST + b"X-A: b\r\n" * 100), {431}),
    "500 parameters": (get(b"/search?" + b"&".join([b"a=b"] * 500)), {414}),
    "a query of 5 kB": (get(b"/search?q=" + b"word+" * 1000), {400}),
    "a page beyond all": (get(b"/search?q=children&offset=99999999"), {400}),
    "a page beyond any number": (get(b"/search?q=children&offset=" + b"9" * 40), {400}),
    "too many results": (get(b"/api/search?q=children&limit=100000"), {400}),
    "a header folded over lines": (get(headers=HOST + b"X-A: b\r\n c\r\n"), {200, 400}),
    "an absolute address of this host": (get(b"http://localhost/healthz"), {200}),
}

MUST_CLOSE = {400, 413, 414, 431}


def statuses(answer):
    """Of every answer in these bytes."""
    return [int(part[:3]) for part in answer.split(b"HTTP/1.1 ")[1:]]


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stack = contextlib.ExitStack()
        index = cls.stack.enter_context(sample_index(BINDIR))
        cls.server = cls.stack.enter_context(serving(BINDIR, index))

    @classmethod
    def tearDownClass(cls):
        cls.stack.close()

    def assert_answers(self):
        status, _, body = self.server.get("/healthz")
        self.assertEqual((status, body), (200, b"ok\n"))

    def test_each_has_its_refusal(self):
        for name, (request, right) in REQUESTS.items():
            with self.subTest(name):
                closes = not right & {200, 404, 405}
                answer = self.server.raw(request, 60 if closes else 3)
                got = statuses(answer)
                self.assertEqual(len(got), 1, f"one answer: {answer[:300]}")
                self.assertIn(got[0], right)
                if got[0] in MUST_CLOSE:
                    self.assertIn(b"connection: close", answer.lower())
                self.assertNotIn(b"smuggled", answer)
        self.assert_answers()

    def test_a_header_that_drips_in_is_closed(self):
        started = time.monotonic()
        with self.server.connect() as connection:
            connection.sendall(b"GET /healthz HTTP/1.1\r\nX-A: ")
            connection.settimeout(0.2)
            answer = b""
            while time.monotonic() < started + 20:
                with contextlib.suppress(TimeoutError):
                    answer = connection.recv(4096)
                    break
                with contextlib.suppress(ConnectionError):
                    connection.sendall(b"a")
        self.assertEqual(statuses(answer), [408])
        self.assertLess(time.monotonic() - started, 12)

    def test_400_half_open_connections_stop_nobody(self):
        with contextlib.ExitStack() as stack:
            for _ in range(400):
                connection = stack.enter_context(self.server.connect())
                connection.sendall(b"GET / HTTP/1.1\r\nHost: loc")
            self.assert_answers()
            self.assertEqual(self.server.get("/api/search?q=children")[0], 200)

    def test_more_connections_than_allowed_close_the_oldest(self):
        with contextlib.ExitStack() as stack:
            try:
                for _ in range(1_100):
                    stack.enter_context(self.server.connect())
            except OSError as error:
                self.skipTest(f"cannot open so many connections here: {error}")
            self.assert_answers()

    def test_requests_behind_each_other_are_answered_in_order(self):
        pair = get(b"/healthz") + get(b"/robots.txt", HOST + b"Connection: close\r\n")
        answer = self.server.raw(pair)
        self.assertEqual(statuses(answer), [200, 200])
        self.assertLess(answer.find(b"ok\n"), answer.find(b"Disallow"))

    def test_head_has_no_body(self):
        for path in (b"/healthz", b"/search?q=children", b"/nothing"):
            request = get(path, HOST + b"Connection: close\r\n").replace(b"GET", b"HEAD", 1)
            head, _, body = self.server.raw(request).partition(b"\r\n\r\n")
            self.assertEqual(body, b"")
            self.assertRegex(head.lower(), rb"content-length: [1-9]")

    def test_a_client_that_never_reads_holds_up_nobody(self):
        with self.server.connect() as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.sendall(get(b"/search?q=children&limit=100&passages=50") * 20)
            self.assert_answers()

    def test_no_descriptor_is_left(self):
        self.assert_answers()
        time.sleep(0.5)
        before = self.server.descriptors()
        for _ in range(300):
            self.server.raw(get(headers=HOST + b"Connection: close\r\n"))
        time.sleep(0.5)
        self.assertLessEqual(self.server.descriptors(), before + 2)


if __name__ == "__main__":
    unittest.main()
