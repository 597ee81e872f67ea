#include "fetcher/site/polite_client.h"

#include "tests/support/catch.h"

#include <deque>

namespace ofsearch {
namespace {

using std::chrono::milliseconds;

// A server and a clock that obey the test.
struct Made {
  std::deque<HttpAnswer> answers;
  std::vector<std::pair<std::string, milliseconds>> asked;
  milliseconds time{0};
  double chance = 0;

  Surroundings surroundings() {
    return {[this](const HttpRequest& request, bool* again) -> Result<HttpAnswer> {
              *again = false;
              asked.emplace_back(request.address, time);
              if (request.address.ends_with("/robots.txt")) return answer(404);
              HttpAnswer next = answers.front();
              answers.pop_front();
              *again = next.status == 0;
              if (next.status == 0) return Error{ErrorCode::kUnreadable, "broken", ""};
              return next;
            },
            [this] { return time; }, [this](milliseconds wait) { time += wait; },
            [this] { return chance; }};
  }

  static HttpAnswer answer(int status, long retry_after = 0) {
    HttpAnswer made;
    made.status = status;
    made.retry_after = retry_after;
    return made;
  }
};

Result<HttpAnswer> ask(Made* made, int retries = 3) {
  PoliteClient client({1, retries, "offetch", {"http://x.test"}}, made->surroundings());
  HttpRequest request;
  request.address = "http://x.test/page";
  return client.get(request);
}

TEST_CASE("requests to one server have the pause between them") {
  Made made;
  made.answers = {Made::answer(200), Made::answer(200)};
  PoliteClient client({2, 0, "offetch", {"http://x.test", "http://y.test"}}, made.surroundings());
  HttpRequest request;
  request.address = "http://x.test/1";
  CHECK(client.get(request));
  request.address = "http://y.test/1";
  CHECK(client.get(request));
  REQUIRE(made.asked.size() == 4);
  CHECK(made.asked[1].second - made.asked[0].second == milliseconds(2000));
  CHECK(made.asked[2].second == made.asked[1].second);  // another server
  CHECK(client.requests() == 4);
}

TEST_CASE("a busy server is asked again after twice as long each time, then given up") {
  Made made;
  made.answers = {Made::answer(503), Made::answer(0), Made::answer(429), Made::answer(503)};
  auto result = ask(&made);
  REQUIRE_FALSE(result);
  CHECK(result.error().message.find("status 503, also at the last of 4 tries") !=
        std::string::npos);
  REQUIRE(made.asked.size() == 5);  // with robots.txt
  for (size_t i = 2; i < 5; ++i)
    CHECK(made.asked[i].second - made.asked[i - 1].second == milliseconds(1000 << (i - 2)));
}

TEST_CASE("chance makes a wait up to twice as long") {
  Made made;
  made.chance = 0.999;
  made.answers = {Made::answer(503), Made::answer(200)};
  CHECK(ask(&made));
  milliseconds wait = made.asked[2].second - made.asked[1].second;
  CHECK(wait > milliseconds(1990));
  CHECK(wait <= milliseconds(2000));
}

TEST_CASE("a server is waited for as long as it asks, up to a quarter of an hour") {
  Made made;
  made.answers = {Made::answer(503, 300), Made::answer(200)};
  CHECK(ask(&made));
  CHECK(made.asked[2].second - made.asked[1].second == milliseconds(300000));
  made.answers = {Made::answer(503, 901)};
  auto result = ask(&made);
  REQUIRE_FALSE(result);
  CHECK(result.error().message.find("in 901 seconds") != std::string::npos);
}

TEST_CASE("what another try cannot mend is not tried again") {
  Made made;
  made.answers = {Made::answer(403)};
  auto result = ask(&made);
  REQUIRE_FALSE(result);
  CHECK(result.error().message == "http://x.test/page: the server answers with status 403");
  CHECK(made.asked.size() == 2);
}

}  // namespace
}  // namespace ofsearch
