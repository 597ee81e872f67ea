#include "fetcher/site/polite_client.h"

#include "common/process/stop.h"
#include "fetcher/site/address.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <thread>

namespace ofsearch {
namespace {

using std::chrono::milliseconds;

constexpr int kMostRedirections = 5;
constexpr uint64_t kMostRobotsBytes = 500 << 10;  // as RFC 9309 asks at the least
constexpr long kLongestWait = 900;                // seconds; who asks for more is given up

bool is_final(int status) {
  constexpr int kFinal[] = {200, 206, 304, 404, 410, 416};
  return std::find(std::begin(kFinal), std::end(kFinal), status) != std::end(kFinal);
}

bool is_redirection(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_busy(int status) {
  return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

Error unreadable(std::string message, std::string hint = {}) {
  return {ErrorCode::kUnreadable, std::move(message), std::move(hint)};
}

void wait_in_steps(milliseconds time) {
  constexpr milliseconds kStep(100);
  for (; time > milliseconds(0) && check_stop(); time -= kStep)
    std::this_thread::sleep_for(std::min(time, kStep));
}

double random_number() {
  static std::mt19937 generator{std::random_device{}()};
  return std::uniform_real_distribution<double>(0, 1)(generator);
}

}  // namespace

Surroundings real_surroundings(HttpClient* client) {
  return {[client](const HttpRequest& request, bool* again) { return client->get(request, again); },
          [] {
            return std::chrono::duration_cast<milliseconds>(
                std::chrono::steady_clock::now().time_since_epoch());
          },
          wait_in_steps, random_number};
}

PoliteClient::PoliteClient(Settings settings, Surroundings surroundings)
    : settings_(std::move(settings)), surroundings_(std::move(surroundings)) {}

Result<HttpAnswer> PoliteClient::get(HttpRequest request,
                                     const std::function<void(HttpRequest*)>& before_each_try) {
  std::string asked = request.address;
  for (int hop = 0; hop <= kMostRedirections; ++hop) {
    OF_CHECK(check_allowed(request.address));
    HttpAnswer answer = OF_TRY(try_often(request, before_each_try));
    if (is_final(answer.status)) return answer;
    if (!is_redirection(answer.status))
      return unreadable(
          fmt::format("{}: the server answers with status {}", request.address, answer.status));
    auto next = resolve(request.address, answer.headers["location"]);
    if (!next)
      return unreadable(fmt::format("{}: the server sends on to nowhere", request.address));
    request.address = *next;
  }
  return unreadable(fmt::format("{}: the server sends on again and again", asked));
}

Result<void> PoliteClient::check_allowed(const std::string& address) {
  std::string origin = origin_of(address);
  if (std::find(settings_.servers.begin(), settings_.servers.end(), origin) ==
      settings_.servers.end())
    return unreadable(
        fmt::format("{} is on another server than those of --site and --files", address));
  const Robots* robots = OF_TRY(robots_of(origin));
  if (!robots->allows(path_of(address)))
    return unreadable(fmt::format("{}: robots.txt of the server forbids it", address),
                      "ask those who run the site");
  return {};
}

Result<const Robots*> PoliteClient::robots_of(const std::string& origin) {
  if (auto known = robots_.find(origin); known != robots_.end()) return &known->second;
  HttpRequest request;
  request.address = origin + "/robots.txt";
  request.max_bytes = kMostRobotsBytes;
  request.if_too_long = "ask those who run the site: rules that long are not read";
  request.packed = true;
  HttpAnswer answer = OF_TRY(try_often(request, {}));
  for (int hop = 0; hop < kMostRedirections && is_redirection(answer.status); ++hop) {
    request.address = OF_TRY(resolve(request.address, answer.headers["location"]));
    if (origin_of(request.address) != origin) break;
    answer = OF_TRY(try_often(request, {}));
  }
  // No file, no rules; where it cannot be told, RFC 9309 takes everything for forbidden.
  if (answer.status != 200 && (answer.status < 400 || answer.status >= 500 || answer.status == 429))
    return unreadable(
        fmt::format("{}: the server answers with status {}, so that its rules are not "
                    "known and nothing may be asked",
                    request.address, answer.status),
        "try again later");
  bool page = answer.content.find("<html") != std::string::npos;  // an error page with status 200
  std::string_view rules = answer.status == 200 && !page ? std::string_view(answer.content) : "";
  return &robots_.emplace(origin, Robots::parse(rules, settings_.agent)).first->second;
}

Result<HttpAnswer> PoliteClient::try_often(
    HttpRequest request, const std::function<void(HttpRequest*)>& before_each_try) {
  for (int retry = 0;; ++retry) {
    if (before_each_try) before_each_try(&request);
    bool worth_retrying = false;
    auto answer = send(request, &worth_retrying);
    if (answer && !is_busy(answer->status)) return answer;
    if (!answer && !worth_retrying) return answer.error();
    if (retry >= settings_.retries) {
      if (!answer) return answer.error();
      return unreadable(fmt::format("{}: the server answers with status {}, also at the last of {} "
                                    "tries",
                                    request.address, answer->status, retry + 1),
                        "try again later");
    }
    OF_CHECK(wait_before_retry(retry, answer ? answer->retry_after : 0, request.address));
  }
}

Result<HttpAnswer> PoliteClient::send(const HttpRequest& request, bool* worth_retrying) {
  std::string origin = origin_of(request.address);
  OF_CHECK(wait_until_due(origin));
  ++requests_;
  auto answer = surroundings_.get(request, worth_retrying);
  last_request_[origin] = surroundings_.now();
  return answer;
}

// The pause runs from the end of one request to the beginning of the next.
Result<void> PoliteClient::wait_until_due(const std::string& origin) {
  int seconds = settings_.delay;
  if (auto robots = robots_.find(origin); robots != robots_.end())
    seconds = std::max(seconds, robots->second.crawl_delay());
  if (auto last = last_request_.find(origin); last != last_request_.end()) {
    milliseconds due = last->second + std::chrono::seconds(seconds);
    if (milliseconds now = surroundings_.now(); now < due) surroundings_.wait(due - now);
  }
  return check_stop();
}

// Twice as long every time, half of it by chance so that programs that were turned away together
// do not come back together; never less than the server asks for.
Result<void> PoliteClient::wait_before_retry(int retry, long asked_for,
                                             const std::string& address) {
  if (asked_for > kLongestWait)
    return unreadable(
        fmt::format("{}: the server asks to come back in {} seconds only", address, asked_for),
        "run again then");
  double seconds =
      std::max(settings_.delay * 2.0, 0.2) * static_cast<double>(1L << std::min(retry, 12));
  seconds *= 0.5 + 0.5 * surroundings_.random();
  seconds = std::clamp(seconds, static_cast<double>(asked_for), static_cast<double>(kLongestWait));
  surroundings_.wait(milliseconds(static_cast<long>(seconds * 1000)));
  return check_stop();
}

}  // namespace ofsearch
