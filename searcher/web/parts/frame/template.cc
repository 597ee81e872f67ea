#include "searcher/web/parts/frame/template.h"

#include "searcher/web/server/assets.h"

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

namespace ofsearch::web {
namespace {

namespace mustache = kainjow::mustache;

mustache::data to_data(const Json& json) {
  if (json.is_object()) {
    mustache::data object{mustache::data::type::object};
    for (const auto& [key, value] : json.items()) object.set(key, to_data(value));
    return object;
  }
  if (json.is_array()) {
    mustache::data list{mustache::data::type::list};
    for (const Json& value : json) list.push_back(to_data(value));
    return list;
  }
  // An empty string is true to this engine, and to no template.
  if (json.is_string() && !json.get_ref<const std::string&>().empty())
    return json.get_ref<const std::string&>();
  if (json.is_number()) return json.dump();
  return json.is_boolean() && json.get<bool>();
}

std::string source_of(std::string_view name) {
  return std::string(web_data(std::string(name) + ".mustache"));
}

}  // namespace

std::string render(std::string_view name, const Json& view) {
  mustache::data data = to_data(view);
  for (const char* partial : {"head", "foot", "incomplete"})
    data.set(partial, mustache::partial([partial] { return source_of(partial); }));
  mustache::mustache page(source_of(name));
  // The text is not put into the engine's own stream, which ends early without a word if memory is
  // missing.
  std::string text;
  page.render(data, [&text](const std::string& piece) { text += piece; });
  return text;
}

}  // namespace ofsearch::web
