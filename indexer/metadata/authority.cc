#include "indexer/metadata/authority.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "common/authorities.h"
#include "common/text.h"
#include "indexer/metadata/title.h"

namespace ofsearch {
namespace {

using Mention = Authorities::Mention;

struct Candidate {
  const Authority* authority = nullptr;
  Evidence evidence;
};

class AuthorityFinder {
 public:
  AuthorityFinder(const View& view, Metadata* metadata)
      : view_(view), metadata_(*metadata), table_(Authorities::builtin()) {
    if (metadata_.inspection_end)
      on_ = *metadata_.inspection_end;
    else if (metadata_.published)
      on_ = *metadata_.published;
  }

  void run() {
    static constexpr std::array<bool (AuthorityFinder::*)(), 7> kRules = {
        &AuthorityFinder::by_title,    &AuthorityFinder::by_council_line,
        &AuthorityFinder::by_salutation, &AuthorityFinder::by_director,
        &AuthorityFinder::by_opening,  &AuthorityFinder::by_written_title,
        &AuthorityFinder::by_majority};
    for (auto rule : kRules)
      if ((this->*rule)()) return;
  }

 private:
  std::optional<std::string_view> on() const {
    if (on_.empty()) return std::nullopt;
    return std::string_view(on_);
  }

  std::vector<const Authority*> named_in(std::string_view text) const {
    std::vector<const Authority*> found;
    for (const Mention& mention : table_.mentions(text, on()))
      if (std::find(found.begin(), found.end(), mention.authority) == found.end())
        found.push_back(mention.authority);
    return found;
  }

  bool take(const Authority* authority, std::string_view text, int page, std::string rule) {
    if (authority == nullptr) return false;
    metadata_.authority = authority->name;
    metadata_.authority_code = authority->code;
    metadata_.region = authority->region;
    metadata_.evidence["authority"] = {excerpt(text), page, std::move(rule)};
    return true;
  }

  // A text that names one authority and no other.
  bool take_only(std::string_view text, int page, std::string rule) {
    std::vector<const Authority*> named = named_in(text);
    return named.size() == 1 && take(named.front(), text, page, std::move(rule));
  }

  bool by_title() {
    for (const Reading& name : inspection_names(view_))
      if (take_only(name.value, name.evidence.page, "title")) return true;
    return take_only(metadata_.title, 1, "title");
  }

  // A line of the title page that is the council's name and nothing more: "Medway Council".
  bool by_council_line() {
    constexpr size_t kFirstCells = 14;
    for (size_t i = 0; i < view_.opening.size() && i < kFirstCells; ++i) {
      const Cell& cell = view_.opening[i];
      if (cell.text.size() > 90) continue;
      std::vector<const Authority*> named = named_in(cell.text);
      // A name broken over two lines: "Royal Borough of Kingston upon" / "Thames".
      std::string text = cell.text;
      if (named.empty() && i + 1 < view_.opening.size() &&
          cell.font_size == view_.opening[i + 1].font_size) {
        text += ' ' + view_.opening[i + 1].text;
        if (text.size() < 120) named = named_in(text);
      }
      if (named.size() != 1 || !is_name_line(text, *named.front())) continue;
      return take(named.front(), text, cell.page, "council-line");
    }
    return false;
  }

  // Little stands beside the authority's own name.
  bool is_name_line(const std::string& text, const Authority& authority) const {
    constexpr size_t kOtherWords = 5;
    size_t words = split_words(bare_words(text)).size();
    size_t own = split_words(bare_words(authority.name)).size();
    return words <= own + kOtherWords && text.find_first_of("0123456789@") == std::string::npos;
  }

  bool by_salutation() {
    for (const Cell& cell : view_.opening)
      if (cell.words.starts_with("dear ") && cell.text.size() < 90 &&
          take_only(cell.text, cell.page, "salutation"))
        return true;
    return false;
  }

  // An addressee: "Director of Children's Services, Loamshire County Council".
  bool by_director() {
    for (const Paragraph* paragraph : view_.opening_paragraphs) {
      if (paragraph->text.size() > 1500) continue;
      std::string folded = search_form(paragraph->text);
      size_t at = folded.find("director");
      while (at != std::string::npos) {
        size_t end = std::min(folded.size(), at + 160);
        std::string_view near = std::string_view(folded).substr(at, end - at);
        if (near.find("children") != std::string_view::npos && near.find("children") < 60) {
          // Offsets of the folded text are near those of the text itself.
          std::string_view original = std::string_view(paragraph->text).substr(
              std::min(at, paragraph->text.size()), 170);
          std::vector<Mention> mentions = table_.mentions(original, on());
          if (!mentions.empty())
            return take(mentions.front().authority, original, paragraph->page, "addressee");
        }
        at = folded.find("director", at + 8);
      }
    }
    return false;
  }

  // The sentence that says what was inspected.
  bool by_opening() {
    static constexpr std::array<std::string_view, 9> kAnchors = {
        "visit to ",          "inspection of ",   "visited ",
        "children's services in ", "inspection in ", "review of ",
        "services in ",       "arrangements in ", "children in "};
    constexpr size_t kFirstParagraphs = 14;
    for (size_t i = 0; i < view_.opening_paragraphs.size() && i < kFirstParagraphs; ++i) {
      const Paragraph& paragraph = *view_.opening_paragraphs[i];
      for (auto [begin, end] : sentences(paragraph.text)) {
        std::string_view sentence =
            std::string_view(paragraph.text).substr(begin, end - begin);
        std::string folded = search_form(sentence);
        bool anchored = std::any_of(kAnchors.begin(), kAnchors.end(), [&](std::string_view anchor) {
          return folded.find(anchor) != std::string::npos;
        });
        if (anchored && take_only(sentence, paragraph.page, "opening-sentence")) return true;
      }
    }
    return false;
  }

  // "Inspection of Loamshire local authority children's services" of a council not in the table.
  bool by_written_title() {
    static constexpr std::array<std::string_view, 9> kBefore = {
        "Inspection of ", "inspection of ", "Focused visit to ", "Monitoring visit to ",
        "Monitoring visit of ", "inspection in ", "Re-inspection of ", "Reinspection of ", "revisit in "};
    static constexpr std::array<std::string_view, 7> kAfter = {
        " local authority", " children", " Children", " Local Area", " local area", " services", ""};
    for (const Reading& name : inspection_names(view_)) {
      for (std::string_view before : kBefore) {
        size_t at = name.value.find(before);
        if (at == std::string::npos) continue;
        std::string_view rest = std::string_view(name.value).substr(at + before.size());
        size_t end = std::string_view::npos;
        for (std::string_view after : kAfter)
          if (!after.empty()) end = std::min(end, rest.find(after));
        std::string_view written = rest.substr(0, end);
        if (!is_proper_name(written)) continue;
        metadata_.authority = std::string(written);
        metadata_.evidence["authority"] = {name.evidence.text, name.evidence.page, "title-as-written"};
        metadata_.warnings.push_back(
            fmt::format("the authority \"{}\" is not in the table of authorities", written));
        return true;
      }
    }
    return false;
  }

  // One to five words, all but the small ones with a capital.
  static bool is_proper_name(std::string_view text) {
    static constexpr std::array<std::string_view, 7> kSmall = {"of", "and", "upon", "the",
                                                               "on", "in",  "&"};
    std::vector<std::string_view> words = split_words(text);
    if (words.empty() || words.size() > 6) return false;
    for (std::string_view word : words) {
      bool capital = word[0] >= 'A' && word[0] <= 'Z';
      if (!capital && std::find(kSmall.begin(), kSmall.end(), word) == kSmall.end()) return false;
    }
    return words[0][0] >= 'A' && words[0][0] <= 'Z' && words[0] != "Local" &&
           words[0] != "Services" && words[0] != "Children" && words[0] != "Safeguarding";
  }

  // Who is named most in the whole text, by far.
  bool by_majority() {
    std::map<const Authority*, size_t> counts;
    std::map<const Authority*, const Paragraph*> first;
    for (const Paragraph& paragraph : view_.document.paragraphs) {
      if (!view_.in_first_report(paragraph.page)) break;
      for (const Mention& mention : table_.mentions(paragraph.text, on())) {
        ++counts[mention.authority];
        first.emplace(mention.authority, &paragraph);
      }
    }
    const Authority* best = nullptr;
    size_t second = 0;
    for (const auto& [authority, count] : counts) {
      if (best == nullptr || count > counts[best]) {
        if (best != nullptr) second = std::max(second, counts[best]);
        best = authority;
      } else {
        second = std::max(second, count);
      }
    }
    // One mention is enough where no other authority is named and the text begins with it.
    bool alone = counts.size() == 1 && is_among_first(*first[best]);
    const size_t kEnough = alone ? 1 : 2;
    if (best == nullptr || counts[best] < kEnough || counts[best] < 2 * second) {
      metadata_.warnings.push_back("no authority could be told from the text");
      return false;
    }
    return take(best, first[best]->text, first[best]->page, "named-most");
  }

  bool is_among_first(const Paragraph& paragraph) const {
    constexpr size_t kFirst = 3;
    size_t count = std::min(kFirst, view_.opening_paragraphs.size());
    return std::find(view_.opening_paragraphs.begin(),
                     view_.opening_paragraphs.begin() + static_cast<long>(count),
                     &paragraph) != view_.opening_paragraphs.begin() + static_cast<long>(count);
  }

  const View& view_;
  Metadata& metadata_;
  const Authorities& table_;
  std::string on_;
};

}  // namespace

void find_authority(const View& view, Metadata* metadata) {
  AuthorityFinder(view, metadata).run();
}

}  // namespace ofsearch
