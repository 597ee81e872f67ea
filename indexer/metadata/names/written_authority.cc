#include "indexer/metadata/names/written_authority.h"

#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/view/title.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

// Words that stand before the name in a title; the last match counts.
constexpr std::array<std::string_view, 8> kBefore = {
    "nspection of ", "isit to ", "isit of ", "isit in ", "nspection in ", " in ", " at ", " of "};
// Words that end it.
constexpr std::array<std::string_view, 12> kAfter = {" local authority",
                                                     " Local Authority",
                                                     " local area",
                                                     " Local Area",
                                                     " children",
                                                     " Children",
                                                     " services",
                                                     " Services",
                                                     " council",
                                                     ",",
                                                     ":",
                                                     "\xE2\x80\x99s"};

constexpr std::array<std::string_view, 8> kNameBefore = {"London Borough of ",
                                                         "Royal Borough of ",
                                                         "Metropolitan Borough of ",
                                                         "Metropolitan District of ",
                                                         "City of ",
                                                         "County of ",
                                                         "Borough of ",
                                                         "Council of the "};
constexpr std::array<std::string_view, 16> kNameBehind = {
    " County Council",
    " City Council",
    " Metropolitan Borough Council",
    " Metropolitan District Council",
    " Borough Council",
    " District Council",
    " Unitary Authority",
    " Safeguarding Children Board",
    " Local Safeguarding Children Board",
    " Safeguarding Children Partnership",
    " Local Safeguarding Partnership",
    " Children\xE2\x80\x99s Services Authority Area",
    " Children's Services Authority Area",
    " Children\xE2\x80\x99s Services",
    " Children's Services",
    " Council"};

// Names of what is no council, before "of".
constexpr std::array<std::string_view, 7> kOtherBodies = {
    "House of ", "University of ", "Diocese of ",   "Bishop of ",
    "Bank of ",  "Secretary of ",  "Department of "};

// Words with which no council's name begins.
constexpr std::array<std::string_view, 30> kNoNames = {
    "Local",    "Services",  "Children", "Safeguarding", "Area",    "Health",
    "The",      "Ofsted",    "Looked",   "Inspection",   "Review",  "Joint",
    "Director", "Executive", "Dear",     "Need",         "Action",  "Improvement",
    "Plan",     "Ofsteds",   "Social",   "Care",         "England", "Education",
    "State",    "Adult",     "Family",   "Families",     "Council", "Her"};

// Words with which the name of a part of a council ends.
constexpr std::array<std::string_view, 5> kPartsOfCouncils = {"Committee", "Panel", "Board",
                                                              "Cabinet", "Scrutiny"};

// One to six words, all but the small ones with a capital.
bool is_proper_name(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kSmall = {"of", "and", "upon", "the",
                                                             "on", "in",  "&",    "with"};
  constexpr size_t kMostWords = 6;
  std::vector<std::string_view> words = split_words(text);
  if (words.empty() || words.size() > kMostWords) return false;
  if (std::any_of(kNoNames.begin(), kNoNames.end(),
                  [&](std::string_view no) { return words.front().starts_with(no); }))
    return false;
  if (std::ranges::count(kPartsOfCouncils, words.back()) > 0) return false;
  // An abbreviation: "the success of the MASH".
  constexpr size_t kLongestAbbreviation = 5;
  if (words.size() == 1 && text.size() <= kLongestAbbreviation && text.size() > 1 &&
      std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
    return false;
  if (text.find_first_of("()[]\"0123456789:;") != std::string_view::npos) return false;
  return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
    bool capital = word[0] >= 'A' && word[0] <= 'Z';
    return capital ||
           (word != words.front() && std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end());
  });
}

std::string_view without_council_words(std::string_view name) {
  for (std::string_view before : kNameBefore)
    if (name.starts_with(before)) name.remove_prefix(before.size());
  for (std::string_view behind : kNameBehind)
    if (name.ends_with(behind)) name.remove_suffix(behind.size());
  return name;
}

// The words with capitals that `text` begins with.
std::string_view leading_name(std::string_view text) {
  size_t end = 0;
  for (size_t at = 0; at < text.size() && text[at] >= 'A' && text[at] <= 'Z';) {
    end = std::min(text.find_first_of(" ,.;:", at), text.size());
    at = end + 1;
    if (end < text.size() && text[end] != ' ') break;
  }
  return text.substr(0, end);
}

}  // namespace

std::optional<std::string> authority_in_sentence(std::string_view text) {
  for (std::string_view before : kNameBefore) {
    size_t at = text.find(before);
    if (at == std::string_view::npos) continue;
    std::string_view name = leading_name(text.substr(at + before.size()));
    if (is_proper_name(name)) return std::string(name);
  }
  return std::nullopt;
}

std::optional<std::string> authority_in_title(std::string_view title) {
  for (std::string_view before : kBefore) {
    size_t at = title.rfind(before);
    if (at == std::string_view::npos) continue;
    std::string_view up_to = title.substr(0, at + before.size());
    if (std::any_of(kOtherBodies.begin(), kOtherBodies.end(),
                    [&](std::string_view body) { return up_to.ends_with(body); }))
      continue;
    std::string_view rest = title.substr(at + before.size());
    if (rest.starts_with("the ")) rest.remove_prefix(4);
    size_t end = rest.size();
    for (std::string_view after : kAfter) end = std::min(end, rest.find(after));
    std::string_view name = without_council_words(rest.substr(0, end));
    if (is_proper_name(name)) return std::string(name);
  }
  return std::nullopt;
}

std::optional<std::string> authority_in_council_name(std::string_view line) {
  // The end of an address: "Director of Children's Services, Loamshire County Council".
  size_t comma = line.rfind(", ");
  if (comma != std::string_view::npos) line = line.substr(comma + 2);
  std::string_view name = without_council_words(line);
  if (name.size() == line.size() || !is_proper_name(name)) return std::nullopt;
  return std::string(name);
}

namespace {

// The authority of whose name `written` is the first words: "Windsor and" of Windsor and
// Maidenhead.
const Authority* begun_by(std::string_view written) {
  for (std::string_view small : {" and", " upon", " on", " &", " with"})
    if (written.ends_with(small)) written.remove_suffix(small.size());
  for (const Authority& authority : Authorities::builtin().all())
    if (authority.name.size() > written.size() && authority.name.starts_with(written) &&
        (authority.name[written.size()] == ' ' || authority.name[written.size()] == '-'))
      return &authority;
  return nullptr;
}

size_t count_written(const View& view, const std::string& name) {
  size_t count = 0;
  for (const Paragraph& paragraph : view.document.paragraphs)
    for (size_t at = find_phrase(paragraph.text, name); at != std::string::npos;
         at = find_phrase(paragraph.text, name, at + name.size()))
      ++count;
  // Inside a heading the name may be followed by a sign; the title itself counts.
  return count + 1;
}

struct Place {
  std::string text;
  int page = 0;
  std::optional<std::string> name;
};

// Returns the places where a text may write the name, those that tell most first.
std::vector<Place> written_names(const View& view, const Metadata& metadata) {
  std::vector<Place> places;
  for (const InspectionName& name : inspection_names(view))
    places.push_back({name.evidence.text, name.evidence.page, authority_in_title(name.text)});
  places.push_back({metadata.title, 0, authority_in_title(metadata.title)});
  // Such lines in an article may be the headings of several councils' stories.
  const bool is_story = metadata.kind == "article" || metadata.kind == "unknown";
  const size_t first_cells = is_story ? 0 : 16;
  for (size_t i = 0; i < view.opening.size() && i < first_cells; ++i) {
    const Cell& cell = view.opening[i];
    if (cell.text.size() < 120)
      places.push_back({cell.text, cell.page, authority_in_council_name(cell.text)});
  }
  constexpr size_t kFirstParagraphs = 8;
  for (size_t i = 0; i < view.opening_paragraphs.size() && i < kFirstParagraphs; ++i) {
    const Paragraph& paragraph = *view.opening_paragraphs[i];
    places.push_back({paragraph.text, paragraph.page, authority_in_sentence(paragraph.text)});
  }
  return places;
}

}  // namespace

std::optional<WrittenAuthority> find_written_authority(const View& view, const Metadata& metadata,
                                                       AuthorityMentions* mentions) {
  for (Place& place : written_names(view, metadata)) {
    if (!place.name || count_written(view, *place.name) <= mentions->most().count) continue;
    // A piece of a longer name: "the Royal Borough of Windsor" and Maidenhead.
    const auto holds_it = [&](const Authorities::Mention& mention) {
      return contains(
          std::string_view(place.text).substr(mention.begin, mention.end - mention.begin),
          *place.name);
    };
    if (std::ranges::any_of(mentions->in(place.text), holds_it)) continue;
    const Authority* whole = begun_by(*place.name);
    if (whole != nullptr && mentions->first(whole) == nullptr) continue;
    return WrittenAuthority{*place.name, whole, std::move(place.text), place.page};
  }
  return std::nullopt;
}

}  // namespace ofsearch
