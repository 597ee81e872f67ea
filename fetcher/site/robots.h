// What a server asks of programs, as RFC 9309 has it: robots.txt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

class Robots {
 public:
  // Everything is allowed.
  Robots() = default;

  // The rules of the groups for `agent` ("offetch"), or else for "*". Lines that say nothing known
  // are passed over.
  static Robots parse(std::string_view text, std::string_view agent);

  // Whether `path` (with its query) may be asked for: the longest rule that fits decides, of equal
  // ones that which allows.
  bool allows(std::string_view path) const;

  // Seconds between two requests, if the server asks for some; 0 if not.
  int crawl_delay() const { return crawl_delay_; }

 private:
  struct Rule {
    bool allow = false;
    std::string pattern;
  };
  std::vector<Rule> rules_;
  int crawl_delay_ = 0;
};

}  // namespace ofsearch
