// The passages already shown, so that what every report repeats is not shown twice.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

class ShownTexts {
 public:
  // False if `text` says nearly the same as one added before: nine tenths of their different words
  // are common to both. Otherwise adds it.
  bool add(std::string_view text);

 private:
  std::vector<std::set<std::string>> words_;
};

}  // namespace ofsearch
