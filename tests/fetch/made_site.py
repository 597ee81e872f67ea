"""A made report site on loopback, in the shape of the real one, that can misbehave on request.

    with MadeSite(providers) as site:
        site.address           "http://127.0.0.1:PORT", for --site and --files alike
        site.asked             [(path, headers)], what was asked for
        site.answers[path]     a function of the handler, which answers instead of the site

`providers` is {number: (name, [(file number, title, date, content)])}.
"""
import hashlib
import http.server
import threading
import urllib.parse

ROWS = 100


def pdf(text):
    """The least that is taken for a PDF."""
    return b"%PDF-1.4\n% " + text.encode() + b"\n%%EOF\n"


def page(title, body):
    return (f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1>"
            f"{body}</body></html>").encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):  # the name that the library wants
        site = self.server.site
        path = self.path.split("?")[0]
        with site.lock:
            site.asked.append((self.path, dict(self.headers)))
        try:
            answer = site.answers.get(path)
            if answer:
                answer(self)
            else:
                site.answer(self, path)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def send(self, content, status=200, **headers):
        """A whole answer; header names with "_" for "-"."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def send_with_tag(self, content, kind):
        """As a good server: entity tag, conditional requests, ranges."""
        tag = '"' + hashlib.sha256(content).hexdigest()[:16] + '"'
        if self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.send_header("ETag", tag)
            self.end_headers()
            return
        begin = self.headers.get("Range", "bytes=0-")[len("bytes="):-1]
        if begin != "0" and self.headers.get("If-Range") == tag:
            first = int(begin)
            if first >= len(content):
                self.send(b"", 416)
                return
            self.send(content[first:], 206, ETag=tag, Content_Type=kind,
                      Content_Range=f"bytes {first}-{len(content) - 1}/{len(content)}")
            return
        self.send(content, ETag=tag, Content_Type=kind)


class MadeSite:
    def __init__(self, providers, robots="User-agent: *\nDisallow: /private/\n"):
        self.providers, self.robots = providers, robots
        self.asked, self.answers = [], {}
        self.address_of_files = "/v1/file/"
        self.lock = threading.Lock()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # a client that hangs up
        self.server.site = self
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05},
                         daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def paths(self):
        with self.lock:
            return [path for path, _ in self.asked]

    def forget(self):
        with self.lock:
            self.asked.clear()

    # ---- The pages --------------------------------------------------------------------------

    def search_page(self, start):
        rows = list(self.providers.items())[start:start + ROWS]
        items = "".join(
            f'<li class="search-result"><h3 class="search-result__title heading--sub">'
            f'<a href="/provider/12/{number}">{name}</a></h3></li>' for number, (name, _) in rows)
        return page("Search results", f'<ul class="results-list">{items}</ul>')

    def provider_page(self, number):
        name, reports = self.providers[number]
        items = "".join(
            f'<li class="timeline__day"><a class="publication-link" target="_blank" '
            f'href="{self.address}{self.address_of_files}{file}">{title} '
            f'<span class="nonvisual">{title}, pdf - {date}</span></a></li>'
            for file, title, date, _ in reports)
        return page(name, f'<ol class="timeline">{items}</ol>')

    def content_of(self, file):
        for _, reports in self.providers.values():
            for number, _, _, content in reports:
                if number == file:
                    return content
        return None

    def answer(self, handler, path):
        last = path.rsplit("/", 1)[-1]
        if path == "/robots.txt":
            handler.send(self.robots.encode(), Content_Type="text/plain")
        elif path == "/search":
            query = urllib.parse.parse_qs(urllib.parse.urlsplit(handler.path).query)
            handler.send_with_tag(self.search_page(int(query["start"][0])), "text/html")
        elif path.startswith("/provider/") and last in self.providers:
            handler.send_with_tag(self.provider_page(last), "text/html")
        elif path.startswith(("/v1/file/", "/v2/file/")) and self.content_of(last) is not None:
            handler.send_with_tag(self.content_of(last), "application/pdf")
        else:
            handler.send(page("Page not found", ""), 404, Content_Type="text/html")
