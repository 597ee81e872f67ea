#include "fetcher/site/robots.h"

#include "common/text/characters.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace ofsearch {
namespace {

constexpr size_t kLongestPattern = 2000;
constexpr double kLongestDelay = 86400;

struct Line {
  std::string key;
  std::string_view value;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    if (size_t colon = line.find(':'); colon != std::string_view::npos)
      lines.push_back(
          {to_ascii_lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1))});
  }
  return lines;
}

// Whether `path` begins with `pattern`, in which "*" stands for anything and "$" for the end. Only
// the last of several stars is ever tried anew, so that no pattern takes long.
bool fits(std::string_view pattern, std::string_view path) {
  bool whole = pattern.ends_with('$');
  if (whole) pattern.remove_suffix(1);
  size_t p = 0, t = 0;
  std::optional<size_t> star, tried;
  while (p < pattern.size() || (whole && t < path.size())) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      tried = t;
    } else if (p < pattern.size() && t < path.size() && pattern[p] == path[t]) {
      ++p;
      ++t;
    } else if (star && *tried < path.size()) {
      p = *star + 1;
      t = ++*tried;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

Robots Robots::parse(std::string_view text, std::string_view agent) {
  Robots own, others;
  bool found_own = false, in_own = false, in_others = false, naming = false;
  for (const Line& line : lines_of(text)) {
    if (line.key == "user-agent") {
      if (!naming) in_own = in_others = false;
      naming = true;
      std::string name = to_ascii_lower(line.value);
      in_own = in_own || name == to_ascii_lower(agent);
      in_others = in_others || name == "*";
      found_own = found_own || in_own;
      continue;
    }
    naming = false;
    for (auto [inside, robots] : {std::pair(in_own, &own), std::pair(in_others, &others)}) {
      if (!inside) continue;
      bool rule = line.key == "allow" || line.key == "disallow";
      if (rule && !line.value.empty() && line.value.size() <= kLongestPattern)
        robots->rules_.push_back({line.key == "allow", std::string(line.value)});
      if (line.key == "crawl-delay") {
        double seconds = std::atof(std::string(line.value).c_str());
        if (seconds > 0)
          robots->crawl_delay_ = static_cast<int>(std::min(seconds, kLongestDelay) + 0.999);
      }
    }
  }
  return found_own ? own : others;
}

bool Robots::allows(std::string_view path) const {
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    if (!fits(rule.pattern, path)) continue;
    bool longer = best == nullptr || rule.pattern.size() > best->pattern.size();
    bool equal = best != nullptr && rule.pattern.size() == best->pattern.size();
    if (longer || (equal && rule.allow)) best = &rule;
  }
  return best == nullptr || best->allow;
}

}  // namespace ofsearch
