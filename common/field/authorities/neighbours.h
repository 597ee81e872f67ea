// Tells which authorities are like which: the statistical neighbours that somebody has published,
// kept in a table that people edit. The program carries an empty table.
#pragma once

#include "common/system/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct NeighbourSet {
  std::vector<std::string> names;  // usual names, the most alike first
  std::string source, date;        // who published it, and when (ISO 8601)
};

class Neighbours {
 public:
  // Reads a table (UTF-8): a header row, then a row an authority, with tabs between its name, its
  // neighbours (with ";"), the source and the date; empty lines and lines that begin with "#" are
  // left out. Errors (kUnreadable) name `file_name` and the line: a name that is no authority or
  // the authority itself, an authority given twice, no neighbours, no source, a bad date.
  static Result<Neighbours> parse(std::string_view tsv, std::string_view file_name);

  // Returns the table of this machine, read when it is first asked for: that of the user
  // (~/.config/ofsearch/neighbours.tsv), else that of everybody (/etc/ofsearch/neighbours.tsv),
  // else an empty one. Errors as parse().
  static const Result<Neighbours>& of_this_machine();

  // Returns the neighbours of `authority`, given by its usual name; nullptr if the table has none.
  const NeighbourSet* find(const std::string& authority) const;

 private:
  std::map<std::string, NeighbourSet> sets_;
};

// Returns the path at which people keep their table.
std::filesystem::path own_neighbours_path();

}  // namespace ofsearch
