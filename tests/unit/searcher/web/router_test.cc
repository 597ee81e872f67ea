#include "searcher/web/router.h"

#include "tests/support/catch.h"

namespace ofsearch::web {
namespace {

Site site() {
  Site site;
  site.hosts = {"localhost", "[::1]"};
  return site;
}

HttpRequest get(std::string target) {
  HttpRequest request;
  request.method = "GET";
  request.target = std::move(target);
  request.headers = {{"host", "localhost:8080"}};
  return request;
}

int status(const HttpRequest& request, const Site& where = site()) {
  auto routed = route(request, where);
  const auto* problem = std::get_if<Problem>(&routed);
  return problem == nullptr ? 200 : problem->status;
}

}  // namespace

TEST_CASE("what is below /api/ is for programs, and nothing else is") {
  for (const Address& address : addresses()) {
    INFO(address.path);
    CHECK((address.kind == Kind::kApi) == address.path.starts_with("/api/"));
    CHECK(address.is_open == (address.path == "/healthz"));
  }
}

TEST_CASE("every page has its path and no other has one") {
  struct Row {
    const char* target;
    int status;
    const char* path = "";  // of its row
  };
  for (const Row& row : {Row{"/", 200, "/"},
                         {"/?q=a", 200, "/"},
                         {"/search?q=a", 200, "/search"},
                         {"/search.csv?q=a", 200, "/search.csv"},
                         {"/reports/0123456789ab", 200, "/reports/*"},
                         {"/api/reports/x", 200, "/api/reports/*"},
                         {"/healthz", 200, "/healthz"},
                         {"", 400},
                         {"*", 400},
                         {"search", 400},
                         {"//", 404},
                         {"/search/", 404},
                         {"/Search", 404},
                         {"/reports/", 404},
                         {"/reports/a/b", 404},
                         {"/reports/a%2Fb", 404},
                         {"/reports/..", 404},
                         {"/reports/%2e%2E", 404},
                         {"/reports/a%5Cb", 404},
                         {"/reports/a%0Ab", 404},
                         {"/reports/%00", 404},
                         {"/search?q=%", 400},
                         {"/search?q=%F0%28", 400},
                         {"/search?q=a#b", 400},
                         {"http://localhost:8080/search", 200, "/search"},
                         {"HTTP://localhost:8080", 200, "/"},
                         {"http://localhost/search", 400},
                         {"https://localhost:8080/search", 400},
                         {"http://localhost:8080.evil.org/", 400}}) {
    CAPTURE(row.target);
    auto routed = route(get(row.target), site());
    CHECK(status(get(row.target)) == row.status);
    if (row.status == 200) CHECK(std::get<Route>(routed).address->path == row.path);
  }
}

TEST_CASE("a request needs exactly one Host, and one that is allowed") {
  for (const char* host : {"localhost", "LOCALHOST:1", "[::1]", "[::1]:80"}) {
    HttpRequest request = get("/");
    request.headers = {{"host", host}};
    CAPTURE(host);
    CHECK(status(request) == 200);
  }
  for (const char* host : {"", "evil.org", "localhost.evil.org", "localhost@evil.org", "[::1"}) {
    HttpRequest request = get("/");
    request.headers = {{"host", host}};
    CAPTURE(host);
    CHECK(status(request) == 400);
  }
  HttpRequest request = get("/");
  request.headers.clear();
  CHECK(status(request) == 400);
  request.headers = {{"host", "localhost"}, {"host", "localhost"}};
  CHECK(status(request) == 400);
}

TEST_CASE("what has a body, or is too long, or is not a reading method, is refused") {
  HttpRequest request = get("/");
  request.headers.emplace_back("content-length", "0");
  CHECK(status(request) == 200);
  request.headers.emplace_back("content-length", "0");
  CHECK(status(request) == 413);
  request = get("/");
  request.headers.emplace_back("content-length", "00");
  CHECK(status(request) == 413);
  request = get("/");
  request.headers.emplace_back("transfer-encoding", "identity");
  CHECK(status(request) == 413);
  CHECK(status(get("/search?q=" + std::string(15000, 'a'))) == 414);
  std::string many = "/search?";
  for (int i = 0; i < 200; ++i) many += "a=b&";
  CHECK(status(get(many)) == 414);
  request = get("/");
  for (int i = 0; i < 100; ++i) request.headers.emplace_back("a", "b");
  CHECK(status(request) == 431);
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", ""}) {
    request = get("/");
    request.method = method;
    CAPTURE(method);
    CHECK(status(request) == 405);
  }
}

TEST_CASE("a base path stands before every path") {
  Site below = site();
  below.base_path = "/of";
  CHECK(status(get("/of"), below) == 200);
  CHECK(status(get("/of/search"), below) == 200);
  CHECK(status(get("/search"), below) == 404);
  CHECK(status(get("/offsearch"), below) == 404);
  CHECK(is_api(get("/of/api/search?q=a"), below));
  CHECK_FALSE(is_api(get("/api/search"), below));
}

TEST_CASE("with a header of a proxy that signs in, nobody else is answered, but for health") {
  Site closed = site();
  closed.auth_header = "x-remote-user";
  CHECK(status(get("/search?q=a"), closed) == 403);
  CHECK(status(get("/healthz"), closed) == 200);
  HttpRequest request = get("/search?q=a");
  request.headers.emplace_back("x-remote-user", "kim");
  CHECK(status(request, closed) == 200);
}

}  // namespace ofsearch::web
