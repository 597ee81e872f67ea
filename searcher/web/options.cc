#include "searcher/web/options.h"

#include "common/options/cli.h"
#include "common/text/characters.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch::web {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

constexpr long kMostThreads = 64;
constexpr long kLongestTimeout = 3600;  // seconds
constexpr std::string_view kNameSigns =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

CommandLine command_line() {
  OptionGroup index("Index"), server("Server"), other("Other");
  index.add_options()("db", text("PATH"),
                      "index to search (default: $OFSEARCH_DB, else "
                      "~/.local/share/ofsearch/index)")(
      "thesaurus", texts("FILE"), "more words of the field that stand for each other")(
      "allow-partial", "answer without shards that are down, and say so")(
      "shard-timeout", text("SECONDS"), "how long a server of a shard may take (default 10)");
  server.add_options()("listen", text("ADDRESS:PORT"),
                       "where to answer (default 127.0.0.1:8080); port 0: any that is free")(
      "host", texts("NAME"), "answer for this host name too; without it, only for this machine's")(
      "base-path", text("PATH"), "behind a proxy: what stands before every path, as in /reports")(
      "public-url", text("URL"),
      "behind a proxy: where others see the pages, as in https://example.org/reports; says "
      "--host and --base-path too")("behind-proxy",
                                    "tell clients apart by the last address in X-Forwarded-For")(
      "auth-header", text("NAME"), "refuse requests without this header, which a proxy sets")(
      "threads", text("N"), "searches at the same time (default: one a processor)")(
      "time-limit", text("SECONDS"),
      "longest time of one search (default 2); a page of many may take five times as long")(
      "open", "show the page in the browser of this desktop");
  other.add_options()("quiet,q", "do not say where the page is")("help,h", "print this help")(
      "version,V", "print the version");
  return {"ofserve",
          "ofserve [options]",
          "Serves the search of ofsearch as web pages and as a JSON API, until it is interrupted.",
          {index, server, other},
          "",
          {"ofserve --open\n      the page on this machine, in the browser",
           "ofserve --listen 0.0.0.0:8080 --host search.example.org\n      for others, under this "
           "name; put a proxy with TLS in front of it",
           "ofserve --public-url https://example.org/reports --behind-proxy --auth-header "
           "X-Remote-User\n      behind a proxy that signs people in"},
          "Exit status: 0 ended by a signal, 2 wrong usage, 3 no usable index, or the address\n"
          "cannot be had."};
}

Error not_taken(const char* option, const std::string& value, std::string hint) {
  return {ErrorCode::kUsage, fmt::format("--{} does not take \"{}\"", option, value),
          std::move(hint)};
}

Result<void> read_listen(const std::string& value, ServeOptions* options) {
  constexpr const char* kHint =
      "it takes an address and a port, as in 127.0.0.1:8080 or [::1]:8080";
  size_t colon = value.rfind(':');
  if (colon == std::string::npos || colon == 0) return not_taken("listen", value, kHint);
  auto port = number_in("listen", value.substr(colon + 1), 0, 65535);
  if (!port) return not_taken("listen", value, kHint);
  std::string address = value.substr(0, colon);
  if (address.size() > 2 && address.front() == '[' && address.back() == ']')
    address = address.substr(1, address.size() - 2);
  options->address = address;
  options->port = static_cast<uint16_t>(*port);
  return {};
}

Result<std::string> base_path(std::string value) {
  while (value.ends_with("/")) value.pop_back();
  bool good = value.empty() || (value.starts_with("/") && value.find("//") == std::string::npos);
  if (!good ||
      value.find_first_not_of("/" + std::string(kNameSigns) + "._~") != std::string::npos ||
      value.find("/.") != std::string::npos)
    return not_taken("base-path", value,
                     "it takes a path of letters and digits that begins with /, as in /reports");
  return value;
}

// "https://example.org:8443/reports" as origin, host and path.
Result<void> read_public_url(const std::string& value, const std::string& given_base, Site* site) {
  constexpr const char* kHint =
      "it takes a scheme, a name and perhaps a port and a path, as in https://example.org/reports";
  const size_t scheme_end = value.find("://");
  const std::string scheme = to_ascii_lower(value.substr(0, scheme_end));
  if (scheme != "https" && scheme != "http") return not_taken("public-url", value, kHint);
  const size_t begin = scheme_end + 3, slash = std::min(value.find('/', begin), value.size());
  const std::string authority = to_ascii_lower(value.substr(begin, slash - begin));
  const std::string name = authority.substr(0, authority.find(':')),
                    port = authority.substr(name.size());
  if (name.empty() || name.find_first_not_of(std::string(kNameSigns) + ".") != std::string::npos ||
      (!port.empty() && !number_in("public-url", port.substr(1), 1, 65535)))
    return not_taken("public-url", value, kHint);
  auto path = base_path(value.substr(slash));
  if (!path) return not_taken("public-url", value, kHint);
  if (!given_base.empty() && given_base != *path)
    return Error{
        ErrorCode::kUsage,
        fmt::format("--public-url has the path \"{}\", --base-path \"{}\"", *path, given_base),
        "leave --base-path out"};
  site->public_origin = scheme + "://" + authority;
  site->base_path = *path;
  site->hosts.push_back(name);
  return {};
}

Result<std::string> header_name(const std::string& value) {
  if (value.empty() || value.find_first_not_of(kNameSigns) != std::string::npos)
    return not_taken("auth-header", value, "it takes the name of a header, as in X-Remote-User");
  return to_ascii_lower(value);
}

// The names of this machine for itself, the address that is listened on, and those given.
Result<Strings> hosts(const std::string& address, const Strings& given) {
  Strings names = {"localhost", "127.0.0.1", "[::1]"};
  bool six = address.find(':') != std::string::npos;
  names.push_back(six ? "[" + to_ascii_lower(address) + "]" : to_ascii_lower(address));
  for (const std::string& name : given) {
    if (name.empty() || name.find_first_of("/:@ ") != std::string::npos)
      return not_taken("host", name, "it takes a name without port, as in search.example.org");
    names.push_back(to_ascii_lower(name));
  }
  return names;
}

}  // namespace

Result<ServeOptions> parse_serve_options(int argc, const char* const* argv) {
  CommandLine line = command_line();
  po::variables_map values = OF_TRY(parse_arguments(line, argc, argv));
  ServeOptions options;
  options.information = information_asked_for(line, values);
  if (!options.information.empty()) return options;
  options.db = text_of(values, "db");
  options.thesaurus = texts_of(values, "thesaurus");
  options.allow_partial = values.count("allow-partial") > 0;
  if (values.count("shard-timeout") > 0)
    options.shard_timeout = static_cast<size_t>(
        OF_TRY(number_in("shard-timeout", text_of(values, "shard-timeout"), 1, kLongestTimeout)));
  if (values.count("threads") > 0)
    options.threads = static_cast<size_t>(
        OF_TRY(number_in("threads", text_of(values, "threads"), 1, kMostThreads)));
  if (values.count("time-limit") > 0)
    options.site.limits.limit_searches(std::chrono::seconds(
        OF_TRY(number_in("time-limit", text_of(values, "time-limit"), 1, kLongestTimeout))));
  if (values.count("listen") > 0) OF_CHECK(read_listen(text_of(values, "listen"), &options));
  options.site.hosts = OF_TRY(hosts(options.address, texts_of(values, "host")));
  options.site.base_path = OF_TRY(base_path(text_of(values, "base-path")));
  if (values.count("public-url") > 0)
    OF_CHECK(read_public_url(text_of(values, "public-url"), options.site.base_path, &options.site));
  if (values.count("auth-header") > 0)
    options.site.auth_header = OF_TRY(header_name(text_of(values, "auth-header")));
  options.site.behind_proxy = values.count("behind-proxy") > 0;
  options.open_browser = values.count("open") > 0;
  options.quiet = values.count("quiet") > 0;
  return options;
}

}  // namespace ofsearch::web
