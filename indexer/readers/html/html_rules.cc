#include "indexer/readers/html/html_rules.h"

#include "common/text/lists.h"

#include <array>
#include <cctype>
#include <string>

namespace ofsearch {
namespace {

// Elements that are left out. The writer took back what is struck out.
constexpr std::array<GumboTag, 21> kLeftOut = {
    GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,    GUMBO_TAG_NAV,    GUMBO_TAG_FOOTER, GUMBO_TAG_NOSCRIPT,
    GUMBO_TAG_HEAD,     GUMBO_TAG_LABEL,    GUMBO_TAG_IFRAME, GUMBO_TAG_SVG,    GUMBO_TAG_ASIDE,
    GUMBO_TAG_SELECT,   GUMBO_TAG_TEMPLATE, GUMBO_TAG_OBJECT, GUMBO_TAG_LEGEND, GUMBO_TAG_OPTION,
    GUMBO_TAG_TEXTAREA, GUMBO_TAG_CANVAS,   GUMBO_TAG_AUDIO,  GUMBO_TAG_S,      GUMBO_TAG_STRIKE,
    GUMBO_TAG_DEL};

constexpr std::array<GumboTag, 44> kBlocks = {
    GUMBO_TAG_P,       GUMBO_TAG_DIV,     GUMBO_TAG_LI,         GUMBO_TAG_UL,
    GUMBO_TAG_OL,      GUMBO_TAG_TABLE,   GUMBO_TAG_TR,         GUMBO_TAG_H1,
    GUMBO_TAG_H2,      GUMBO_TAG_H3,      GUMBO_TAG_H4,         GUMBO_TAG_H5,
    GUMBO_TAG_H6,      GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE,    GUMBO_TAG_HEADER,
    GUMBO_TAG_MAIN,    GUMBO_TAG_DL,      GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DT,
    GUMBO_TAG_DD,      GUMBO_TAG_PRE,     GUMBO_TAG_HR,         GUMBO_TAG_ADDRESS,
    GUMBO_TAG_CAPTION, GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_BODY,
    GUMBO_TAG_CENTER,  GUMBO_TAG_FORM,    GUMBO_TAG_FIELDSET,   GUMBO_TAG_DETAILS,
    GUMBO_TAG_SUMMARY, GUMBO_TAG_HGROUP,  GUMBO_TAG_MENU,       GUMBO_TAG_DIR,
    GUMBO_TAG_LISTING, GUMBO_TAG_XMP,     GUMBO_TAG_PLAINTEXT,  GUMBO_TAG_THEAD,
    GUMBO_TAG_TBODY,   GUMBO_TAG_TFOOT,   GUMBO_TAG_FRAMESET,   GUMBO_TAG_NOFRAMES};

// Roles that stand for elements of the same use.
constexpr std::array<std::string_view, 8> kRolesLeftOut = {
    "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar"};

bool has(const GumboElement& element, const char* name) {
  return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

// The words of class and id, lower case, each between spaces: " cookie banner ".
std::string naming_words(const GumboElement& element) {
  std::string words = " ";
  for (const char* name : {"class", "id"}) {
    for (unsigned char c : html_attribute(element, name))
      words.push_back(std::isalnum(c) != 0 ? static_cast<char>(std::tolower(c)) : ' ');
    words.push_back(' ');
  }
  return words;
}

}  // namespace

std::string_view html_attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, name);
  return attribute == nullptr ? std::string_view() : attribute->value;
}

int html_heading_level(const GumboElement& element) {
  if (element.tag >= GUMBO_TAG_H1 && element.tag <= GUMBO_TAG_H6)
    return element.tag - GUMBO_TAG_H1 + 1;
  if (html_attribute(element, "role") != "heading") return 0;
  std::string_view level = html_attribute(element, "aria-level");
  return level.size() == 1 && level[0] >= '1' && level[0] <= '6' ? level[0] - '0' : 2;
}

bool is_html_block(const GumboElement& element) {
  if (is_one_of(element.tag, kBlocks)) return true;
  // Newer than the library of Debian 12; that of Debian 13 has numbers for them.
  std::string_view written(element.original_tag.data, element.original_tag.length);
  return written.starts_with("<dialog") || written.starts_with("<search");
}

bool is_left_out_html(const GumboElement& element) {
  if (is_one_of(element.tag, kLeftOut)) return true;
  if (is_one_of(html_attribute(element, "role"), kRolesLeftOut)) return true;
  // A browser shows what is "until-found" when its words are looked for.
  return has(element, "hidden") && html_attribute(element, "hidden") != "until-found";
}

bool is_boilerplate_html(const GumboElement& element) {
  if (element.tag == GUMBO_TAG_BODY || element.tag == GUMBO_TAG_HTML) return false;
  std::string_view role = html_attribute(element, "role");
  if (role == "dialog" || role == "alertdialog") return true;
  std::string words = naming_words(element);
  if (words.size() <= 3) return false;
  return contains_any(
      words,
      {"cookie",         "onetrust",       " consent ",     " breadcrumb ",  " breadcrumbs ",
       " skip link ",    " skiplink ",     " share ",       " sharing ",     " social media ",
       " social links ", " social share ", " related ",     " newsletter ",  " advert ",
       " adverts ",      " promo ",        " sidebar ",     " pagination ",  " advertisement ",
       " feedback ",     " noprint ",      " site header ", " site footer ", " page footer ",
       " nav ",          " navbar ",       " navigation ",  " wm ipp",       " ukgwa ",
       " webarchive "});
}

bool is_toggle_html(const GumboElement& element) {
  if (has(element, "data-nosnippet")) return true;
  std::string words = naming_words(element);
  return contains_any(words, {" toggle ", " chevron ", " icon ", " visually hidden ", " sr only "});
}

bool is_main_html(const GumboElement& element) {
  return element.tag == GUMBO_TAG_MAIN || html_attribute(element, "role") == "main";
}

std::string html_text(const GumboNode* node, int max_depth) {
  std::string text;
  visit_html(node, max_depth, [&](const GumboNode* each) {
    if (each->type == GUMBO_NODE_TEXT || each->type == GUMBO_NODE_WHITESPACE)
      text += each->v.text.text;
    return each->type != GUMBO_NODE_ELEMENT || !is_left_out_html(each->v.element);
  });
  return text;
}

bool has_html_element(const GumboNode* node, int max_depth, GumboTag tag) {
  bool found = false;
  visit_html(node, max_depth, [&](const GumboNode* each) {
    found =
        found || (each != node && each->type == GUMBO_NODE_ELEMENT && each->v.element.tag == tag);
    return !found;
  });
  return found;
}

}  // namespace ofsearch
