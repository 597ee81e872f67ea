#include "searcher/web/parts/frame/middle.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch::web {

std::string middle_of(std::vector<int> numbers) {
  std::ranges::sort(numbers);
  const int twice = numbers[(numbers.size() - 1) / 2] + numbers[numbers.size() / 2];
  return fmt::format("{}{}", twice / 2, twice % 2 == 0 ? "" : ".5");
}

}  // namespace ofsearch::web
