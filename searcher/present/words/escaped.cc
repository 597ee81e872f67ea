#include "searcher/present/words/escaped.h"

#include "common/text/harmless.h"

#include <nlohmann/json.hpp>

namespace ofsearch {

std::string json_text(const nlohmann::ordered_json& json) {
  using Json = nlohmann::ordered_json;
  return harmless_json(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string markdown_escaped(std::string_view text, std::string_view kept) {
  std::string out;
  for (char c : printable(text, kept)) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

}  // namespace ofsearch
