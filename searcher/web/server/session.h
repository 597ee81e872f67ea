// Serves one connection: requests one after another, each with its time limits. Only server.cc uses
// it.
#pragma once

#include "searcher/web/server/server.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <chrono>
#include <list>
#include <memory>
#include <optional>

namespace ofsearch::web {

class Session;

// The state that the sessions of one server share. All run in the thread of Server::run().
struct Sessions {
  const Server::Options& options;
  SearchPool& pool;
  std::list<std::shared_ptr<Session>> reading = {};  // wait for a request, longest first
  size_t count = 0;
  bool stopping = false;
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(boost::asio::ip::tcp::socket socket, Sessions* sessions);
  ~Session();

  void start() { wait_for_request(); }
  void close();  // whatever it is doing
  bool is_idle() const { return idle_; }

 private:
  using Error = boost::system::error_code;
  using Body = boost::beast::http::empty_body;

  void wait_for_request();
  void read_head();
  void on_head(Error error);
  void refuse_head(Error error);
  void answer();
  void search(SearchPool::Work work);
  void respond(HttpResponse response);
  template <typename Message>
  void write(std::shared_ptr<Message> message);
  void on_written(bool keep);
  void linger();

  void limit_time(std::chrono::seconds time, void (Session::*expired)());
  void stop_waiting();
  void cancel_reading();
  void give_up_search();
  HttpResponse refusal(int status, const std::string& detail);

  boost::asio::ip::tcp::socket socket_;
  boost::asio::steady_timer timer_;
  Sessions* sessions_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<Body>> parser_;
  HttpRequest request_;
  std::shared_ptr<std::atomic<bool>> abandoned_;
  std::optional<std::list<std::shared_ptr<Session>>::iterator> waiting_;  // in Sessions::reading
  bool idle_ = false;  // nothing of the next request has come
  bool timed_out_ = false;
  bool keep_alive_ = false;
  size_t drained_ = 0;
};

}  // namespace ofsearch::web
