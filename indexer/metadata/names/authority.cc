#include "indexer/metadata/names/authority.h"

#include "common/field/authorities/authorities.h"
#include "common/report/sentences.h"
#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/text/text.h"
#include "indexer/metadata/names/authority_mentions.h"
#include "indexer/metadata/names/trust.h"
#include "indexer/metadata/names/written_authority.h"
#include "indexer/metadata/view/title.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace ofsearch {
namespace {

using Mention = Authorities::Mention;

// Little stands beside the authority's own name.
bool is_name_line(const std::string& text, const Authority& authority) {
  constexpr size_t kOtherWords = 5;
  size_t words = split_words(bare_words(text)).size();
  size_t own = split_words(bare_words(authority.name)).size();
  return words <= own + kOtherWords && text.find_first_of("0123456789@") == std::string::npos;
}

// "Kent: A focused visit in March ..."
bool begins_item(const std::string& text, const Mention& mention) {
  return mention.begin == 0 && mention.end < text.size() && text[mention.end] == ':';
}

// A story whose headline names no authority or several, and whose first paragraphs name several
// in one sentence, or each one, is about none of them alone.
bool names_several_first(const View& view, const std::string& title,
                         const AuthorityMentions& mentions) {
  constexpr size_t kFirst = 3;
  std::vector<const Authority*> headline = mentions.named_in(title);
  if (headline.size() != 0) return headline.size() > 1;
  std::set<const Authority*> headings;  // of several councils' stories
  for (const Cell& cell : view.opening) {
    const std::vector<Mention> named = mentions.in(cell.text);
    if (named.empty()) continue;
    bool line = named.size() == 1 && !cell.text.ends_with('.') &&
                is_name_line(cell.text, *named.front().authority);
    if (line || begins_item(cell.text, named.front())) headings.insert(named.front().authority);
  }
  if (headings.size() > 1) return true;
  for (size_t i = 0; i < view.opening_paragraphs.size() && i < kFirst; ++i) {
    const std::string& text = view.opening_paragraphs[i]->text;
    for (auto [begin, end] : sentences(text))
      if (mentions.named_in(std::string_view(text).substr(begin, end - begin)).size() > 1)
        return true;
  }
  return false;
}

class AuthorityFinder {
 public:
  AuthorityFinder(const View& view, Metadata* metadata)
      : view_(view),
        metadata_(*metadata),
        mentions_(view, metadata->inspection_end.value_or(metadata->published.value_or(""))) {}

  void run() {
    static constexpr std::array<bool (AuthorityFinder::*)(), 8> kRules = {
        &AuthorityFinder::by_title,      &AuthorityFinder::by_council_line,
        &AuthorityFinder::by_salutation, &AuthorityFinder::by_written_name,
        &AuthorityFinder::by_director,   &AuthorityFinder::by_site,
        &AuthorityFinder::by_opening,    &AuthorityFinder::by_majority};
    if (is_story() && names_several_first(view_, metadata_.title, mentions_)) {
      metadata_.warnings.push_back("the text is about several authorities");
      if (metadata_.kind == "unknown") forget_one_of_many();
      return;
    }
    for (auto rule : kRules)
      if ((this->*rule)()) break;
    if (view_.misread && !is_trusted_authority(metadata_.authority)) {
      metadata_.authority = "unknown";
      metadata_.authority_code.clear();
      metadata_.region.clear();
      metadata_.evidence.erase("authority");
    }
  }

 private:
  // A list of reports: what it says of one of them is none of its own facts.
  void forget_one_of_many() {
    metadata_.visit_type = "unknown";
    metadata_.inspection_start.reset();
    metadata_.inspection_end.reset();
    metadata_.year.reset();
    for (const char* field : {"visit_type", "inspection_start", "inspection_end", "year"})
      metadata_.evidence.erase(field);
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
    return take(mentions_.only_one_in(text), text, page, std::move(rule));
  }

  bool is_story() const { return metadata_.kind == "article" || metadata_.kind == "unknown"; }

  bool by_title() {
    for (const InspectionName& name : inspection_names(view_))
      if (take(named_in_title(name), name.text, name.evidence.page, "title")) return true;
    return take_only(metadata_.title, 1, "title");
  }

  // The one authority whose name begins in the title; it may end in the paragraph behind it.
  const Authority* named_in_title(const InspectionName& name) const {
    const Authority* found = nullptr;
    for (const Mention& mention : mentions_.in(name.continued)) {
      if (mention.begin >= name.text.size()) break;
      if (found != nullptr && found != mention.authority) return nullptr;
      found = mention.authority;
    }
    return found;
  }

  // A line of the title page that is the council's name and nothing more: "Medway Council".
  bool by_council_line() {
    // A letter's first lines are addresses, the inspectorate's among them; an article's may be the
    // headings of several councils' stories.
    if (metadata_.kind != "report") return false;
    constexpr size_t kFirstCells = 14;
    for (size_t i = 0; i < view_.opening.size() && i < kFirstCells; ++i) {
      const Cell& cell = view_.opening[i];
      if (cell.text.size() > 90) continue;
      std::vector<const Authority*> named = mentions_.named_in(cell.text);
      // A name broken over two lines: "Royal Borough of Kingston upon" / "Thames".
      std::string text = cell.text;
      if (named.empty() && i + 1 < view_.opening.size() &&
          cell.font_size == view_.opening[i + 1].font_size) {
        text += ' ' + view_.opening[i + 1].text;
        if (text.size() < 120) named = mentions_.named_in(text);
      }
      if (named.size() != 1 || !is_name_line(text, *named.front())) continue;
      return take(named.front(), text, cell.page, "council-line");
    }
    return false;
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
    if (is_story()) return false;  // it names directors of other places too
    for (const Paragraph* paragraph : view_.opening_paragraphs) {
      if (paragraph->text.size() > 1500) continue;
      // "The director has been in post since 2012": a sentence about one.
      if (paragraph->kind == ParagraphKind::kBullet || contains(paragraph->text, " in post "))
        continue;
      std::string folded = search_form(paragraph->text);
      size_t at = folded.find("director");
      while (at != std::string::npos) {
        size_t end = std::min(folded.size(), at + 160);
        std::string_view near = std::string_view(folded).substr(at, end - at);
        if (near.find("children") != std::string_view::npos && near.find("children") < 60) {
          // Offsets of the folded text are near those of the text itself.
          std::string_view original =
              std::string_view(paragraph->text).substr(cut_at_character(paragraph->text, at));
          original = original.substr(0, cut_at_character(original, 170));
          std::vector<Mention> mentions = mentions_.in(original);
          if (!mentions.empty())
            return take(mentions.front().authority, original, paragraph->page, "addressee");
        }
        at = folded.find("director", at + 8);
      }
    }
    return false;
  }

  // A council's or board's own page, by the site's name: "Headline | Loamshire Council". A text
  // that speaks of another authority contradicts it.
  bool by_site() {
    static constexpr std::array<std::string_view, 7> kOwners = {
        "council", "lscb", "lscp", "safeguarding", "partnership", "childrens services", "trust"};
    const std::string& declared = view_.document.declared_title;
    std::string words = bare_words(declared);
    if (!is_story() || std::none_of(kOwners.begin(), kOwners.end(), [&](std::string_view owner) {
          return has_phrase(words, owner);
        }))
      return false;
    std::vector<const Authority*> named = mentions_.named_in(declared);
    if (named.size() != 1) return false;
    const AuthorityMentions::Most& most = mentions_.most();
    if (most.authority != named.front() && most.count > 1) return false;
    return take(named.front(), declared, 0, "site");
  }

  // The authority with whose name an item of a list begins.
  const Authority* named_first(const Paragraph& paragraph) const {
    if (paragraph.kind != ParagraphKind::kBullet) return nullptr;
    const std::vector<Mention> mentions = mentions_.in(paragraph.text);
    return mentions.empty() || mentions.front().begin > 0 ? nullptr : mentions.front().authority;
  }

  // The paragraph is one of several items, which each begin with another authority's name.
  bool is_item_of_many(const Paragraph& paragraph) const {
    const Authority* own = named_first(paragraph);
    return own != nullptr && std::ranges::any_of(view_.opening_paragraphs, [&](const auto* other) {
             const Authority* named = named_first(*other);
             return named != nullptr && named != own;
           });
  }

  // The sentence that says what was inspected.
  bool by_opening() {
    static constexpr std::array<std::string_view, 9> kAnchors = {
        "visit to ",      "inspection of ", "visited ",     "children's services in ",
        "inspection in ", "review of ",     "services in ", "arrangements in ",
        "children in "};
    // An article's later paragraphs may tell of others.
    const size_t first_paragraphs = is_story() ? 5 : 14;
    for (size_t i = 0; i < view_.opening_paragraphs.size() && i < first_paragraphs; ++i) {
      const Paragraph& paragraph = *view_.opening_paragraphs[i];
      if (is_story() && is_item_of_many(paragraph)) continue;
      for (auto [begin, end] : sentences(paragraph.text)) {
        std::string_view sentence = std::string_view(paragraph.text).substr(begin, end - begin);
        std::string folded = search_form(sentence);
        bool anchored = std::any_of(kAnchors.begin(), kAnchors.end(), [&](std::string_view anchor) {
          return folded.find(anchor) != std::string::npos;
        });
        if (anchored && take_only(sentence, paragraph.page, "opening-sentence")) return true;
      }
    }
    return false;
  }

  // A council that the table does not have.
  bool by_written_name() {
    const std::optional<WrittenAuthority> written =
        find_written_authority(view_, metadata_, &mentions_);
    if (!written) return false;
    if (written->known != nullptr)
      return take(written->known, written->text, written->page, "as-written");
    metadata_.authority = written->name;
    metadata_.evidence["authority"] = {excerpt(written->text), written->page, "as-written"};
    metadata_.warnings.push_back(
        fmt::format("the authority \"{}\" is not in the table of authorities", written->name));
    return true;
  }

  // Finds the authority that is named most in the whole text, by far.
  bool by_majority() {
    const AuthorityMentions::Most& most = mentions_.most();
    const Paragraph* first = mentions_.first(most.authority);
    // One mention is enough where no other authority is named and the text begins with it, or
    // where a newspaper or council tells of it.
    bool alone = most.named == 1 && !is_torn() && (is_story() || is_among_first(*first)) &&
                 !speaks_of_many(*first) && !tells_of_work(*first);
    const size_t enough = alone ? 1 : 2;
    bool scattered = is_story() && most.named > 2 && 2 * most.count <= most.all;
    if (most.count < enough || most.count < 2 * most.second || scattered ||
        (most.count == 1 && is_titled_of_another(most.authority))) {
      metadata_.warnings.push_back("no authority could be told from the text");
      return false;
    }
    return take(most.authority, first->text, first->page, "named-most");
  }

  // The text of a report without its first pages: "7. Too many children ..."
  bool is_torn() const {
    const auto& paragraphs = view_.opening_paragraphs;
    return !paragraphs.empty() && paragraphs.front()->kind == ParagraphKind::kNumbered &&
           paragraphs.front()->number != "1";
  }

  // The title that a file or message says it has is of somebody else.
  bool is_titled_of_another(const Authority* authority) const {
    const std::vector<const Authority*> named = mentions_.named_in(view_.document.declared_title);
    return !named.empty() && std::ranges::count(named, authority) == 0;
  }

  // Tells whether a paragraph speaks of authorities in general: one named among them is an example.
  static bool speaks_of_many(const Paragraph& paragraph) {
    const std::string words = bare_words(paragraph.text);
    return has_phrase(words, "local authorities") || has_phrase(words, "councils");
  }

  // Tells whether a paragraph says where somebody works, or came from: "the new director, who is
  // working in Loamshire".
  static bool tells_of_work(const Paragraph& paragraph) {
    static constexpr std::array<std::string_view, 7> kPhrases = {
        "working in", "working at", "working for", "worked in",
        "worked at",  "worked for", "joins from"};
    return has_any_phrase(bare_words(paragraph.text), kPhrases);
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
  AuthorityMentions mentions_;
};

}  // namespace

void find_authority(const View& view, Metadata* metadata) {
  AuthorityFinder(view, metadata).run();
}

}  // namespace ofsearch
