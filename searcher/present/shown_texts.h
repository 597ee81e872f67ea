// The passages already shown, so that what every report repeats is not shown twice.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ofsearch {

class ShownTexts {
 public:
  // False if `text` says nearly the same as one added before: nine tenths of their different words
  // are common to both. Otherwise adds it.
  bool add(std::string_view text);

 private:
  using Words = std::vector<size_t>;  // hashes of the different words, ascending

  std::vector<Words> words_;
};

}  // namespace ofsearch
