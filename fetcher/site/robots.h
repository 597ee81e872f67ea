// Reads the rules of a robots.txt (RFC 9309).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

class Robots {
 public:
  // Allows everything.
  Robots() = default;

  // Returns the rules of the groups for `agent` ("offetch"), or else for "*". Unknown lines are
  // ignored.
  static Robots parse(std::string_view text, std::string_view agent);

  // Tells whether `path` (with its query) is allowed: the longest matching rule decides; of two
  // equally long ones the rule that allows.
  bool allows(std::string_view path) const;

  // Returns the Crawl-delay in seconds (not part of the RFC); 0 if there is none.
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
