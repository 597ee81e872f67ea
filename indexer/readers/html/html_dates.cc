#include "indexer/readers/html/html_dates.h"

#include "common/dates/date.h"
#include "common/text/characters.h"
#include "indexer/readers/html/html_rules.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace ofsearch {
namespace {

// Names of the fields in a page's head, lower case.
constexpr std::array<std::string_view, 14> kFields = {"article:published_time",
                                                      "datepublished",
                                                      "og:published_time",
                                                      "dc.date.issued",
                                                      "dcterms.issued",
                                                      "dc.date",
                                                      "dcterms.date",
                                                      "dc.issued",
                                                      "pubdate",
                                                      "publish-date",
                                                      "parsely-pub-date",
                                                      "sailthru.date",
                                                      "publication_date",
                                                      "govuk:first-published-at"};

using Days = std::set<std::string>;

// "2024-03-14T09:00:00Z" -> "2024-03-14"
void add_day(std::string_view value, Days* days) {
  constexpr size_t kDay = 10;  // bytes
  if (parse_iso_date(value.substr(0, kDay))) days->emplace(value.substr(0, kDay));
}

void add_field(const GumboElement& element, Days* days) {
  for (const char* attribute : {"property", "name", "itemprop"}) {
    const std::string name = to_ascii_lower(html_attribute(element, attribute));
    if (std::ranges::find(kFields, name) == kFields.end()) continue;
    for (const char* value : {"content", "datetime"}) add_day(html_attribute(element, value), days);
  }
}

// "datePublished": "2024-03-14" in the data for search engines.
void add_data(const GumboElement& script, Days* days) {
  if (html_attribute(script, "type") != "application/ld+json" || script.children.length == 0)
    return;
  const auto* child = static_cast<const GumboNode*>(script.children.data[0]);
  if (child->type != GUMBO_NODE_TEXT && child->type != GUMBO_NODE_WHITESPACE) return;
  constexpr std::string_view kName = "\"datePublished\"";
  const std::string_view text = child->v.text.text;
  for (size_t at = text.find(kName); at != text.npos; at = text.find(kName, at + 1)) {
    size_t begin = text.find_first_not_of(" \t\r\n:", at + kName.size());
    if (begin != text.npos && text[begin] == '"') add_day(text.substr(begin + 1), days);
  }
}

// <time datetime="2024-03-14">, but for the day of a change.
void add_time(const GumboElement& element, Days* days) {
  const std::string name = to_ascii_lower(html_attribute(element, "class"));
  const bool changed = name.find("updat") != name.npos || name.find("modif") != name.npos;
  if (!changed) add_day(html_attribute(element, "datetime"), days);
}

}  // namespace

std::string published_in_html(const GumboNode* root, int max_depth) {
  Days fields, data, times;
  visit_html(root, max_depth, [&](const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return true;
    const GumboElement& element = node->v.element;
    add_field(element, &fields);
    if (element.tag == GUMBO_TAG_SCRIPT) add_data(element, &data);
    if (element.tag == GUMBO_TAG_TIME) add_time(element, &times);
    return element.tag == GUMBO_TAG_HEAD || !is_left_out_html(element);
  });
  // The surest first; what says two days says none.
  for (const Days* days : {&fields, &data, &times})
    if (!days->empty()) return days->size() == 1 ? *days->begin() : std::string();
  return {};
}

}  // namespace ofsearch
