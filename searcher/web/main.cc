// ofserve: options to a pool of Searchers to a Server and an exit status.
#include "common/field/authorities/neighbours.h"
#include "common/field/thesaurus/thesaurus.h"
#include "common/index/index.h"
#include "common/process/sandbox.h"
#include "common/process/start_apart.h"
#include "common/report/prepare_text.h"
#include "common/system/cores.h"
#include "common/system/exit_status.h"
#include "common/system/last_words.h"
#include "common/system/log.h"
#include "common/terminal/standard_output.h"
#include "searcher/web/options.h"
#include "searcher/web/pages/picture_store.h"
#include "searcher/web/server/activation.h"
#include "searcher/web/server/search_pool.h"
#include "searcher/web/server/server.h"
#include "searcher/web/service.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <iostream>

namespace ofsearch::web {
namespace {

constexpr size_t kPictureBytes = 64u << 20;  // kept, of pages that were drawn

int fail(const Error& error, const Log& log) {
  log.error(error);
  return error.code == ErrorCode::kUsage ? kExitUsage : kExitIndex;
}

Result<Thesaurus> load_thesaurus(const std::vector<std::string>& files) {
  Thesaurus thesaurus = Thesaurus::builtin();
  for (const std::string& file : files) OF_CHECK(thesaurus.add(OF_TRY(Thesaurus::load(file))));
  return thesaurus;
}

Server::Options server_options(const ServeOptions& options, const Site& site) {
  Server::Options server;
  server.address = options.address;
  server.port = options.port;
  server.socket = inherited_socket();
  server.site = site;
  server.plan = [&site](const HttpRequest& request) { return plan(request, site); };
  server.refuse = [&site](const HttpRequest& request, int status, const std::string& detail) {
    return refuse(request, site, status, detail);
  };
  return server;
}

void say_where(const Server& server, const ServeOptions& options, const Log& log) {
  std::string address = "http://" + server.address() + options.site.base_path + "/";
  log.note("answers at " + address);
  if (!options.open_browser) return;
  if (auto started = start_apart({"xdg-open", address}); !started)
    log.note(started.error().message + "; open " + address + " in a browser");
}

// Everything is open now. A shard behind a server must be connected to again one day.
void give_up_rights(const std::filesystem::path& index, const Log& log) {
  auto shards = list_shards(index);
  bool remote = shards && std::any_of(shards->begin(), shards->end(),
                                      [](const Shard& shard) { return shard.remote; });
  if (remote) return log.note("not confined, as a shard is behind a server");
  using enum Calls;
  auto confined = enter_sandbox(
      {kOpenDescriptors, kMessages, kWaiting, kThreads, kTimers, kReadFiles, kAccept});
  if (!confined) log.warning(confined.error().message);
}

int run(const ServeOptions& options) {
  Log log("ofserve", options.quiet);
  auto thesaurus = load_thesaurus(options.thesaurus);
  if (!thesaurus) return fail(thesaurus.error(), log);
  // Read now: files of a user may be out of reach later.
  if (const Result<Neighbours>& table = Neighbours::of_this_machine(); !table)
    return fail(table.error(), log);
  Searcher::Options searching;
  searching.allow_partial = options.allow_partial;
  searching.time_limit = options.site.limits.one_search;
  searching.answer_time = std::chrono::seconds(options.shard_timeout);
  if (!options.thesaurus.empty()) searching.thesaurus = &*thesaurus;
  Site site = options.site;
  site.report = [&log](const Error& error) { log.error(error); };
  size_t threads = options.threads > 0 ? options.threads : static_cast<size_t>(core_count());
  std::filesystem::path index = index_path(options.db);
  prepare_text();
  // Forks, so before any thread is there.
  auto room = DrawingRoom::open();
  if (!room) log.warning(room.error().text());
  PictureStore pictures(
      [&room](int fd, const PictureRequest& request) { return room->draw(fd, request); },
      kPictureBytes);
  if (room) site.pictures = &pictures;
  auto pool = SearchPool::open(index, searching, threads, site.limits);
  if (!pool) return fail(pool.error(), log);
  auto server = Server::listen(server_options(options, site), pool->get());
  if (!server) return fail(server.error(), log);
  say_where(*server, options, log);
  tell_service_manager("READY=1");
  give_up_rights(index, log);
  server->run();
  pool->reset();  // before the server, which the searches that still run answer to
  return kExitOk;
}

int run_program(int argc, char** argv) {
  Log log("ofserve");
  std::signal(SIGPIPE, SIG_IGN);
  auto options = parse_serve_options(argc, argv);
  if (!options) return fail(options.error(), log);
  if (!options->information.empty()) {
    std::cout << options->information;
    return end_of_output(kExitOk, log);
  }
  return run(*options);
}

}  // namespace
}  // namespace ofsearch::web

int main(int argc, char** argv) {
  return ofsearch::with_last_words([&] { return ofsearch::web::run_program(argc, argv); });
}
