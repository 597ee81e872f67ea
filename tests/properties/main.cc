// usage: search_properties INDEX PROPERTY RUNS [SEED]
#include "tests/properties/drawn_index.h"

#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

int main(int argc, char** argv) {
  using namespace ofsearch::properties;
  const std::map<std::string, Property> properties = {
      {"phrases", phrases}, {"near", near},     {"boolean", boolean},    {"pool", pool},
      {"lists", lists},     {"facets", facets}, {"compounds", compounds}};
  if (argc < 4 || !properties.contains(argv[2])) {
    std::cerr
        << "usage: search_properties INDEX phrases|near|boolean|pool|lists|facets|compounds RUNS "
           "[SEED]\n";
    return 2;
  }
  auto seed =
      argc > 4 ? static_cast<unsigned>(std::strtoul(argv[4], nullptr, 10)) : std::random_device()();
  Tally tally = properties.at(argv[2])(argv[1], seed, std::strtoul(argv[3], nullptr, 10));
  std::cout << argv[2] << ", seed " << seed << ": " << tally.runs - tally.failed << " passed, "
            << tally.failed << " failed\n";
  return tally.failed > 0 || tally.runs == 0 ? 1 : 0;
}
