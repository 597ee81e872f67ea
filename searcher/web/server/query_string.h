// Reads and writes parameters of a request: "q=private+fostering&grade=good".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch::web {

// Returns `text` decoded: "%41+b" -> "A b". With `plus_is_space` false "+" stays, as in a path.
// Returns nothing if an escape is broken, if a zero byte comes out, or anything that is not UTF-8.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);

// Returns `text` encoded. Letters, digits and "-._~" stay, a space becomes "+" ("%20" in a path),
// all else %HH.
std::string percent_encoded(std::string_view text, bool plus_is_space = true);

// The names and values, in the order in which they came; a name may come more than once. Immutable:
// every change gives new ones, from which links are made.
class Parameters {
 public:
  using Pair = std::pair<std::string, std::string>;

  Parameters() = default;
  explicit Parameters(std::vector<Pair> pairs) : pairs_(std::move(pairs)) {}

  // Returns the parameters of the part of a URL behind "?". Those without a value are left out, as
  // a form sends them for every field that was not filled in. Returns nothing where
  // percent_decoded() does.
  static std::optional<Parameters> parse(std::string_view query);

  const std::vector<Pair>& all() const { return pairs_; }
  bool empty() const { return pairs_.empty(); }
  // Returns the first value of that name; empty if there is none.
  std::string_view value(std::string_view name) const;
  bool has(std::string_view name) const;
  bool has(std::string_view name, std::string_view value) const;

  Parameters with(std::string_view name, std::string_view value) const;     // one more
  Parameters set(std::string_view name, std::string_view value) const;      // in place of all
  Parameters without(std::string_view name) const;                          // none of that name
  Parameters without(std::string_view name, std::string_view value) const;  // not this value

  std::string to_string() const;                  // "a=b&c=d"
  std::string link(std::string_view path) const;  // "/search?a=b&c=d"

 private:
  std::vector<Pair> pairs_;
};

}  // namespace ofsearch::web
