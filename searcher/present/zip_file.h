// A ZIP file made in memory by libzip: the confined server must not write files.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {

class ZipFile {
 public:
  void add(std::string name, std::string content) {
    parts_.emplace_back(std::move(name), std::move(content));
  }

  // The whole file; the same parts give the same bytes. Nothing if libzip fails (no memory).
  std::optional<std::string> bytes() const;

 private:
  std::vector<std::pair<std::string, std::string>> parts_;
};

}  // namespace ofsearch
