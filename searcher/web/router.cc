#include "searcher/web/router.h"

#include "common/text/characters.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace ofsearch::web {
namespace {

// "name:8080" -> "name"; "[::1]:80" -> "[::1]".
std::string host_name(std::string_view host) {
  size_t colon = host.rfind(':'), bracket = host.rfind(']');
  bool has_port =
      colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  return to_ascii_lower(has_port ? host.substr(0, colon) : host);
}

size_t count(const HttpRequest& request, std::string_view name) {
  return static_cast<size_t>(
      std::count_if(request.headers.begin(), request.headers.end(),
                    [&](const auto& header) { return header.first == name; }));
}

std::optional<Problem> check_host(const HttpRequest& request, const Site& site) {
  if (count(request, "host") != 1) return Problem{400, "A request needs exactly one Host."};
  std::string name = host_name(request.header("host"));
  if (std::find(site.hosts.begin(), site.hosts.end(), name) == site.hosts.end())
    return Problem{400, "This server does not answer for that Host; whoever runs it can allow it."};
  return std::nullopt;
}

std::optional<Problem> check_body(const HttpRequest& request) {
  bool has_body = count(request, "transfer-encoding") > 0;
  for (const auto& [name, value] : request.headers)
    if (name == "content-length" && value != "0") has_body = true;
  if (has_body || count(request, "content-length") > 1)
    return Problem{413, "No request here has a body."};
  return std::nullopt;
}

std::optional<Problem> check_size(const HttpRequest& request, const Limits& limits) {
  if (request.target.size() > limits.target) return Problem{414, "The address is too long."};
  if (request.headers.size() > limits.header_lines)
    return Problem{431, "The request has too many header lines."};
  return std::nullopt;
}

// The target without scheme and host, where it has them for this very host.
std::optional<std::string_view> local_target(const HttpRequest& request) {
  std::string_view target = request.target;
  if (target.starts_with("/")) return target;
  constexpr std::string_view kScheme = "http://";
  if (to_ascii_lower(target.substr(0, kScheme.size())) != kScheme) return std::nullopt;
  target.remove_prefix(kScheme.size());
  size_t slash = std::min(target.find('/'), target.size());
  if (to_ascii_lower(target.substr(0, slash)) != to_ascii_lower(request.header("host")))
    return std::nullopt;
  return slash == target.size() ? "/" : target.substr(slash);
}

bool has_strange_signs(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

// Returns one segment of a path, decoded; nothing if it could be taken for something else than a
// name.
std::optional<std::string> segment(std::string_view raw) {
  auto text = percent_decoded(raw, false);
  if (!text || text->empty() || *text == "." || *text == "..") return std::nullopt;
  if (text->find_first_of("/\\") != std::string::npos || has_strange_signs(*text))
    return std::nullopt;
  return text;
}

// Takes what stands before the next "/" off the front of `path`.
std::string_view take_segment(std::string_view* path) {
  size_t slash = std::min(path->find('/'), path->size());
  std::string_view taken = path->substr(0, slash);
  path->remove_prefix(std::min(slash + 1, path->size()));
  return taken;
}

// The arguments of `path`, where it is of the form of `pattern`.
std::optional<std::vector<std::string>> arguments_of(std::string_view pattern,
                                                     std::string_view path) {
  if (std::count(pattern.begin(), pattern.end(), '/') != std::count(path.begin(), path.end(), '/'))
    return std::nullopt;
  std::vector<std::string> arguments;
  while (!pattern.empty() || !path.empty()) {
    std::string_view wanted = take_segment(&pattern), given = take_segment(&path);
    if (wanted != "*" && wanted != given) return std::nullopt;
    if (wanted != "*") continue;
    auto argument = segment(given);
    if (!argument) return std::nullopt;
    arguments.push_back(std::move(*argument));
  }
  return arguments;
}

std::variant<Route, Problem> find(std::string_view path, Parameters parameters) {
  for (const Address& address : addresses())
    if (auto arguments = arguments_of(address.path, path))
      return Route{&address, std::move(*arguments), std::move(parameters)};
  return Problem{404, "There is no page of that address."};
}

// The path behind the base path; nothing if it is not below it.
std::optional<std::string_view> below_base(std::string_view path, const Site& site) {
  if (!path.starts_with(site.base_path)) return std::nullopt;
  path.remove_prefix(site.base_path.size());
  if (path.empty()) return "/";
  return path.starts_with("/") ? std::optional(path) : std::nullopt;
}

std::variant<Route, Problem> route_target(const HttpRequest& request, const Site& site) {
  auto target = local_target(request);
  if (!target) return Problem{400, "The address is not one of this server."};
  size_t mark = std::min(target->find('?'), target->size());
  if (target->find('#') != std::string_view::npos || has_strange_signs(*target))
    return Problem{400, "The address has signs that must be written as %HH."};
  auto path = below_base(target->substr(0, mark), site);
  if (!path) return Problem{404, "There is no page of that address."};
  auto parameters = Parameters::parse(target->substr(std::min(mark + 1, target->size())));
  if (!parameters) return Problem{400, "The address has a broken %HH, or one that is no UTF-8."};
  if (parameters->all().size() > site.limits.parameters)
    return Problem{414, "The address has too many parameters."};
  return find(*path, std::move(*parameters));
}

}  // namespace

std::variant<Route, Problem> route(const HttpRequest& request, const Site& site) {
  if (auto problem = check_size(request, site.limits)) return *problem;
  if (auto problem = check_body(request)) return *problem;
  if (request.method != "GET" && request.method != "HEAD")
    return Problem{405, "This server only answers GET and HEAD."};
  if (auto problem = check_host(request, site)) return *problem;
  auto found = route_target(request, site);
  const Route* good = std::get_if<Route>(&found);
  bool open = good == nullptr || good->address->is_open;
  if (!open && !site.auth_header.empty() && request.header(site.auth_header).empty())
    return Problem{403, "Sign in through the proxy in front of this server."};
  return found;
}

bool is_api(const HttpRequest& request, const Site& site) {
  auto target = local_target(request);
  if (!target) return false;
  auto path = below_base(*target, site);
  return path && path->starts_with("/api/");
}

bool is_file_of_results(const HttpRequest& request, const Site& site) {
  auto target = local_target(request);
  if (!target) return false;
  auto path = below_base(target->substr(0, target->find('?')), site);
  return path && std::ranges::any_of(addresses(), [&](const Address& address) {
           return address.kind == Kind::kFile && address.path == *path;
         });
}

}  // namespace ofsearch::web
