#include "searcher/web/server/session.h"

#include "common/text/characters.h"
#include "searcher/web/server/headers.h"

#include <boost/asio/post.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace ofsearch::web {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;

// The bytes that a client may still send after an answer that closes, so that it reads the answer.
constexpr size_t kMostDrained = 256 * 1024;
constexpr std::chrono::seconds kDrainTime{2};

std::string_view trimmed(std::string_view text) {
  size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// Returns the address of the client. Behind a proxy it is the one for which the proxy says it asks:
// the last address is the proxy's own word.
std::string client_of(const HttpRequest& request, const std::string& peer, const Site& site) {
  if (!site.behind_proxy) return peer;
  std::string_view forwarded = request.header("x-forwarded-for");
  size_t comma = forwarded.rfind(',');
  return std::string(
      trimmed(comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1)));
}

// Programs and people of this machine share one address, so it is no single client.
std::string peer_address(const asio::ip::tcp::socket& socket) {
  boost::system::error_code error;
  auto end = socket.remote_endpoint(error);
  if (error || end.address().is_loopback()) return "";
  return end.address().to_string();
}

template <typename Head>
HttpRequest request_of(const Head& head) {
  HttpRequest request;
  request.method = std::string(head.method_string());
  request.target = std::string(head.target());
  for (const auto& field : head) {
    std::string_view name(field.name_string().data(), field.name_string().size());
    request.headers.emplace_back(to_ascii_lower(name), std::string(field.value()));
  }
  return request;
}

template <typename Message>
void fill_head(const HttpResponse& response, bool keep_alive, Message* message) {
  message->result(static_cast<unsigned>(response.status));
  message->version(11);
  message->set(http::field::date, http_date_now());
  if (!response.type.empty()) message->set(http::field::content_type, response.type);
  for (const auto& [name, value] : response.headers) message->set(name, value);
  message->keep_alive(keep_alive);
  if (response.status != 304) message->content_length(response.body.size());
}

}  // namespace

Session::Session(asio::ip::tcp::socket socket, Sessions* sessions)
    : socket_(std::move(socket)),
      timer_(socket_.get_executor()),
      sessions_(sessions),
      buffer_(2 * sessions->options.site.limits.header) {
  ++sessions_->count;
}

Session::~Session() {
  --sessions_->count;
}

void Session::close() {
  Error ignored;
  timer_.cancel();
  socket_.close(ignored);
}

// Calls `expired` unless the next limit or a cancel comes first.
void Session::limit_time(std::chrono::seconds time, void (Session::*expired)()) {
  timer_.expires_after(time);
  timer_.async_wait([self = shared_from_this(), expired](Error error) {
    // A timer that has run out cannot be taken back, but another limit may have been set since.
    if (!error && self->timer_.expiry() <= std::chrono::steady_clock::now())
      (self.get()->*expired)();
  });
}

void Session::cancel_reading() {
  Error ignored;
  timed_out_ = true;
  socket_.cancel(ignored);
}

void Session::stop_waiting() {
  if (waiting_) sessions_->reading.erase(*waiting_);
  waiting_.reset();
}

void Session::wait_for_request() {
  if (sessions_->stopping) return linger();
  idle_ = buffer_.size() == 0;
  timed_out_ = false;
  waiting_ = sessions_->reading.insert(sessions_->reading.end(), shared_from_this());
  if (!idle_) return read_head();
  limit_time(sessions_->options.site.limits.idle_time, &Session::close);
  socket_.async_wait(asio::ip::tcp::socket::wait_read, [self = shared_from_this()](Error error) {
    if (!error) return self->read_head();
    self->stop_waiting();
    self->close();
  });
}

void Session::read_head() {
  idle_ = false;
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(sessions_->options.site.limits.header));
  limit_time(sessions_->options.site.limits.head_time, &Session::cancel_reading);
  http::async_read_header(
      socket_, buffer_, *parser_,
      [self = shared_from_this()](Error error, size_t) { self->on_head(error); });
}

void Session::on_head(Error error) {
  stop_waiting();
  timer_.cancel();
  keep_alive_ = false;
  if (error) return refuse_head(error);
  request_ = request_of(parser_->get());
  request_.client = client_of(request_, peer_address(socket_), sessions_->options.site);
  bool whole = parser_->is_done();  // no body follows
  keep_alive_ = whole && parser_->get().keep_alive() && !sessions_->stopping;
  answer();
}

// Refuses a head that could not be read, with what Beast says of it as a status.
void Session::refuse_head(Error error) {
  request_ = HttpRequest();
  bool nothing_came = buffer_.size() == 0 && !parser_->got_some();
  if (timed_out_ && !nothing_came)
    return respond(refusal(408, "The request took too long to arrive."));
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    bool long_target = parser_->get().target().empty();  // its line did not end
    return respond(long_target ? refusal(414, "The address is too long.")
                               : refusal(431, "The head of the request is too long."));
  }
  bool misread = error.category() == http::make_error_code(http::error::bad_method).category() &&
                 error != http::error::end_of_stream && error != http::error::partial_message;
  if (misread) return respond(refusal(400, "The request is not well-formed HTTP/1.1."));
  close();
}

HttpResponse Session::refusal(int status, const std::string& detail) {
  return sessions_->options.refuse(request_, status, detail);
}

void Session::answer() {
  Plan plan = sessions_->options.plan(request_);
  if (auto* response = std::get_if<HttpResponse>(&plan)) return respond(std::move(*response));
  search(std::move(std::get<SearchPool::Work>(plan)));
}

void Session::search(SearchPool::Work work) {
  abandoned_ = std::make_shared<std::atomic<bool>>(false);
  // The timer below keeps the session alive, so that it always ends in the thread of the server.
  auto done = [weak = weak_from_this(), abandoned = abandoned_,
               executor = socket_.get_executor()](HttpResponse response) {
    asio::post(executor, [weak, abandoned, response = std::move(response)]() mutable {
      auto self = weak.lock();
      if (!self || *abandoned) return;
      *abandoned = true;
      self->timer_.cancel();
      self->respond(std::move(response));
    });
  };
  auto taken =
      sessions_->pool.submit({request_.client, std::move(work), std::move(done), abandoned_});
  if (taken == SearchPool::Admission::kFull)
    return respond(refusal(503, "Too many searches are waiting; try again in a moment."));
  if (taken == SearchPool::Admission::kTooManyOfClient)
    return respond(refusal(429, "Too many of your searches are waiting; let them end first."));
  limit_time(sessions_->options.site.limits.search_time, &Session::give_up_search);
}

void Session::give_up_search() {
  if (*abandoned_) return;
  *abandoned_ = true;
  respond(refusal(503, "The search took too long; ask for less, or try again in a moment."));
}

void Session::respond(HttpResponse response) {
  add_common_headers(sessions_->options.site, &response);
  bool closes = response.status == 400 || response.status == 408 || response.status == 413 ||
                response.status == 414 || response.status == 431 || sessions_->stopping;
  if (closes) keep_alive_ = false;
  if (request_.method == "HEAD" || response.status == 304) {
    auto message = std::make_shared<http::response<http::empty_body>>();
    fill_head(response, keep_alive_, message.get());
    return write(message);
  }
  auto message = std::make_shared<http::response<http::string_body>>();
  fill_head(response, keep_alive_, message.get());
  message->body() = std::move(response.body);
  write(message);
}

template <typename Message>
void Session::write(std::shared_ptr<Message> message) {
  limit_time(sessions_->options.site.limits.write_time, &Session::close);
  http::async_write(socket_, *message, [self = shared_from_this(), message](Error error, size_t) {
    self->timer_.cancel();
    if (error) return self->close();
    self->on_written(self->keep_alive_);
  });
}

void Session::on_written(bool keep) {
  if (keep) return wait_for_request();
  drained_ = 0;
  linger();
}

// Says that nothing more comes, then reads what the client still sends: closing at once would make
// its system drop an answer that it has not read.
void Session::linger() {
  Error ignored;
  if (drained_ == 0) socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  if (drained_ == 0) limit_time(kDrainTime, &Session::close);
  buffer_.clear();
  socket_.async_read_some(buffer_.prepare(sessions_->options.site.limits.header),
                          [self = shared_from_this()](Error error, size_t size) {
                            self->drained_ += size;
                            if (error || self->drained_ > kMostDrained) return self->close();
                            self->linger();
                          });
}

}  // namespace ofsearch::web
