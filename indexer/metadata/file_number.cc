#include "indexer/metadata/file_number.h"

#include "common/text/characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace ofsearch {
namespace {

struct Range {
  std::string_view first, last;  // of as many digits
};
constexpr Range kRanges[] = {{"2750000", "2769999"}, {"50000000", "50999999"}};

constexpr std::string_view kDigits = "0123456789";

std::string_view trailing_digits(std::string_view text) {
  size_t last_other = text.find_last_not_of(kDigits);
  return last_other == text.npos ? text : text.substr(last_other + 1);
}

// "a (1)" is "a": what browsers call a second download.
std::string_view without_copy_number(std::string_view name) {
  if (!name.ends_with(')')) return name;
  std::string_view open = name.substr(0, name.size() - 1);
  size_t number = trailing_digits(open).size();
  open.remove_suffix(number);
  if (number == 0 || !open.ends_with('(')) return name;
  open.remove_suffix(1);
  return open.substr(0, open.find_last_not_of(' ') + 1);
}

}  // namespace

std::string file_number(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  name = without_copy_number(name.substr(0, name.rfind('.')));
  std::string_view number = trailing_digits(name);
  std::string_view before = name.substr(0, name.size() - number.size());
  if (!before.empty() && is_ascii_letter(before.back())) return {};
  bool known = std::any_of(std::begin(kRanges), std::end(kRanges), [&](const Range& range) {
    return number.size() == range.first.size() && range.first <= number && number <= range.last;
  });
  return known ? std::string(number) : std::string();
}

std::string address_of_file_number(std::string_view number) {
  return fmt::format("https://files.ofsted.gov.uk/v1/file/{}", number);
}

}  // namespace ofsearch
