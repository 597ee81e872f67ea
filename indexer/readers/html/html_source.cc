#include "indexer/readers/html/html_source.h"

#include "common/text/lists.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace ofsearch {
namespace {

// Elements whose content is no markup.
constexpr std::array<GumboTag, 5> kRaw = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEXTAREA,
                                          GUMBO_TAG_TITLE, GUMBO_TAG_IFRAME};

// Never have content.
constexpr std::array<GumboTag, 15> kEmpty = {
    GUMBO_TAG_AREA, GUMBO_TAG_BASE,  GUMBO_TAG_BR,     GUMBO_TAG_COL,    GUMBO_TAG_EMBED,
    GUMBO_TAG_HR,   GUMBO_TAG_IMG,   GUMBO_TAG_INPUT,  GUMBO_TAG_KEYGEN, GUMBO_TAG_LINK,
    GUMBO_TAG_META, GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK,  GUMBO_TAG_WBR};

// Ended by the next of their kind.
constexpr std::array<GumboTag, 15> kEndedByNext = {
    GUMBO_TAG_P,      GUMBO_TAG_LI,       GUMBO_TAG_DT,       GUMBO_TAG_DD,    GUMBO_TAG_TR,
    GUMBO_TAG_TD,     GUMBO_TAG_TH,       GUMBO_TAG_THEAD,    GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT,
    GUMBO_TAG_OPTION, GUMBO_TAG_OPTGROUP, GUMBO_TAG_COLGROUP, GUMBO_TAG_RT,    GUMBO_TAG_RP};

bool is_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == ':';
}

class Source {
 public:
  explicit Source(std::string_view html) : html_(html) { out_.reserve(html.size()); }

  std::optional<std::string> run() {
    constexpr size_t kMostOpen = 2000;
    size_t at = 0;
    for (size_t tag; (tag = html_.find('<', at)) != std::string_view::npos;) {
      out_.append(html_.substr(at, tag - at));
      at = read(tag);
      if (open_count_ > kMostOpen) return std::nullopt;
    }
    out_.append(html_.substr(std::min(at, html_.size())));
    return std::move(out_);
  }

 private:
  // Copies what begins with the "<" at `begin`; returns where it ends.
  size_t read(size_t begin) {
    std::string_view rest = html_.substr(begin);
    if (rest.starts_with("<!--")) return copy(begin, behind("-->", begin + 4));
    bool closing = rest.starts_with("</");
    size_t name = begin + (closing ? 2 : 1), name_end = name;
    while (name_end < html_.size() && is_name(html_[name_end])) ++name_end;
    if (name_end == name) return copy(begin, name);
    std::string_view word = html_.substr(name, name_end - name);
    GumboTag tag = gumbo_tagn_enum(word.data(), static_cast<unsigned>(word.size()));
    // The library does not find the end of a form.
    if (tag == GUMBO_TAG_FORM) tag = GUMBO_TAG_DIV, word = "div";
    copy(begin, name);
    out_.append(word);
    size_t end = copy_attributes(name_end);
    bool self_closed = !closing && closes_itself_;
    if (self_closed && !is_one_of(tag, kEmpty)) out_.append("</").append(word).push_back('>');
    if (is_one_of(tag, kEmpty) || self_closed) return end;
    if (is_one_of(tag, kRaw)) return closing ? end : copy(end, end_of_raw(end, word));
    if (!is_one_of(tag, kEndedByNext)) count(tag, closing);
    return end;
  }

  void count(GumboTag tag, bool closing) {
    size_t& open = open_[static_cast<size_t>(tag)];
    if (!closing) ++open, ++open_count_;
    if (closing && open > 0) --open, --open_count_;
  }

  size_t copy(size_t begin, size_t end) {
    end = std::min(end, html_.size());
    out_.append(html_.substr(begin, end - begin));
    return end;
  }

  size_t behind(std::string_view sign, size_t from) const {
    size_t at = html_.find(sign, from);
    return at == std::string_view::npos ? html_.size() : at + sign.size();
  }

  size_t end_of_raw(size_t at, std::string_view name) const {
    for (at = html_.find("</", at); at != std::string_view::npos; at = html_.find("</", at + 2)) {
      std::string_view found = html_.substr(at + 2, name.size());
      bool same = std::equal(
          found.begin(), found.end(), name.begin(), name.end(),
          [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
      if (same) return at;
    }
    return html_.size();
  }

  // Copies to the ">" that ends the tag; sees whether a "/" stands right before it.
  size_t copy_attributes(size_t at) {
    closes_itself_ = false;
    bool in_value = false;  // one without quotes: "href=http://x/" closes nothing
    while (at < html_.size() && html_[at] != '>') {
      bool space = std::isspace(static_cast<unsigned char>(html_[at])) != 0;
      bool value_follows = html_[at] == '=' && !in_value;
      in_value = in_value && !space;
      closes_itself_ = html_[at] == '/' && !in_value;
      at = copy(at, at + 1);
      if (!value_follows) continue;
      while (at < html_.size() && std::isspace(static_cast<unsigned char>(html_[at])) != 0)
        at = copy(at, at + 1);
      bool quoted = at < html_.size() && (html_[at] == '"' || html_[at] == '\'');
      in_value = !quoted;
      if (quoted) at = copy_quoted(at);
    }
    return copy(at, at + 1);
  }

  // A value in quotes; one that is never closed ends with the tag.
  size_t copy_quoted(size_t at) {
    size_t end = html_.find(html_[at], at + 1);
    if (end == std::string_view::npos) return copy(at, at + 1);
    std::string_view value = html_.substr(at + 1, end - at - 1);
    if (!value.starts_with("data:")) return copy(at, end + 1);
    out_.append(2, html_[at]);
    return end + 1;
  }

  std::string_view html_;
  std::string out_;
  bool closes_itself_ = false;  // the tag that was read last
  std::array<size_t, GUMBO_TAG_LAST + 1> open_{};
  size_t open_count_ = 0;
};

}  // namespace

std::optional<std::string> prepare_html(std::string_view html) {
  return Source(html).run();
}

}  // namespace ofsearch
