#include "searcher/web/server/server.h"

#include "searcher/web/server/session.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <fmt/format.h>
#include <sys/socket.h>

#include <csignal>
#include <vector>

namespace ofsearch::web {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

struct Server::State {
  State(Options given, SearchPool* pool) : options(std::move(given)), sessions{options, *pool} {}

  // The pause after a failed accept, such as for want of descriptors.
  static constexpr std::chrono::milliseconds kPause{100};

  void accept() {
    acceptor.async_accept([this](boost::system::error_code error, Tcp::socket socket) {
      if (!acceptor.is_open()) return;
      if (error) return accept_later();
      admit(std::move(socket));
      accept();
    });
  }

  void accept_later() {
    pause.expires_after(kPause);
    pause.async_wait([this](boost::system::error_code error) {
      if (!error && acceptor.is_open()) accept();
    });
  }

  // Beyond the limit the connection that has waited longest for a request makes room.
  void admit(Tcp::socket socket) {
    if (sessions.count >= options.site.limits.connections) {
      if (sessions.reading.empty()) return;
      sessions.reading.front()->close();
    }
    boost::system::error_code ignored;
    socket.set_option(Tcp::no_delay(true), ignored);
    std::make_shared<Session>(std::move(socket), &sessions)->start();
  }

  void stop() {
    boost::system::error_code ignored;
    sessions.stopping = true;
    acceptor.close(ignored);
    pause.cancel();
    signals.cancel(ignored);
    for (const auto& session : std::vector(sessions.reading.begin(), sessions.reading.end()))
      if (session->is_idle()) session->close();
  }

  Options options;
  // Sessions live in handlers of `io`, and count themselves in `sessions`.
  Sessions sessions;
  asio::io_context io{1};
  Tcp::acceptor acceptor{io};
  asio::steady_timer pause{io};
  asio::signal_set signals{io};
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::~Server() = default;
Server::Server(Server&&) noexcept = default;

Result<Server> Server::listen(Options options, SearchPool* pool) {
  auto state = std::make_unique<State>(std::move(options), pool);
  boost::system::error_code error;
  const Options& given = state->options;
  Tcp::acceptor& acceptor = state->acceptor;
  std::string where = given.socket >= 0 ? fmt::format("descriptor {}", given.socket)
                                        : fmt::format("{}:{}", given.address, given.port);
  auto failed = [&] {
    return Error{ErrorCode::kRefused,
                 fmt::format("cannot listen on {}: {}", where, error.message()),
                 "give another address and port with --listen"};
  };
  if (given.socket >= 0) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    bool known = ::getsockname(given.socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    bool six = known && address.ss_family == AF_INET6;
    acceptor.assign(six ? Tcp::v6() : Tcp::v4(), given.socket, error);
    if (error) return failed();
  } else {
    auto address = asio::ip::make_address(given.address, error);
    if (error)
      return Error{ErrorCode::kUsage, fmt::format("{} is no address to listen on", given.address),
                   "give numbers, such as 127.0.0.1:8080 or [::1]:8080"};
    Tcp::endpoint end(address, given.port);
    acceptor.open(end.protocol(), error);
    if (!error) acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(end, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) return failed();
  }
  state->signals.add(SIGTERM);
  state->signals.add(SIGINT);
  return Server(std::move(state));
}

std::string Server::address() const {
  boost::system::error_code error;
  auto end = state_->acceptor.local_endpoint(error);
  bool six = end.address().is_v6();
  return fmt::format("{}{}{}:{}", six ? "[" : "", end.address().to_string(), six ? "]" : "",
                     end.port());
}

void Server::run() {
  state_->signals.async_wait([this](boost::system::error_code error, int) {
    if (!error) state_->stop();
  });
  state_->accept();
  state_->io.run();
}

void Server::stop() {
  asio::post(state_->io, [this] { state_->stop(); });
}

}  // namespace ofsearch::web
