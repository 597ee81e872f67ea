// Tables that say which member of a struct of options each command-line option sets.
#pragma once

#include "common/options/cli.h"

#include <string>
#include <vector>

namespace ofsearch {

template <typename Options>
struct TextOption {
  const char* name;
  std::string Options::*target;
};

template <typename Options>
struct NumberOption {
  const char* name;
  int Options::*target;
  long least, most;
};

template <typename Options>
struct FlagOption {
  const char* name;
  bool Options::*target;
};

// Sets the members whose options are in `values`, and all flags. Error (kUsage): a value that is
// not a number, or is out of range.
template <typename Options, typename Texts, typename Flags, typename Numbers>
Result<void> set_members(const boost::program_options::variables_map& values, const Texts& texts,
                         const Flags& flags, const Numbers& numbers, Options* options) {
  auto value_of = [&](const char* name) { return values[name].template as<std::string>(); };
  for (const TextOption<Options>& row : texts)
    if (values.count(row.name) > 0) options->*row.target = value_of(row.name);
  for (const FlagOption<Options>& row : flags) options->*row.target = values.count(row.name) > 0;
  for (const NumberOption<Options>& row : numbers)
    if (values.count(row.name) > 0)
      options->*row.target =
          static_cast<int>(OF_TRY(number_in(row.name, value_of(row.name), row.least, row.most)));
  return {};
}

}  // namespace ofsearch
