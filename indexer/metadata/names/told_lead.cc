#include "indexer/metadata/names/told_lead.h"

#include "common/report/sentences.h"
#include "common/text/characters.h"
#include "common/text/lists.h"
#include "common/text/text.h"
#include "indexer/metadata/names/inspector_name.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

constexpr std::string_view kLead = "lead inspector";

// "Inspectors for this visit were ..."
bool names_inspectors(std::string_view lower) {
  const size_t at = lower.find("inspectors ");
  constexpr size_t kNear = 40;  // bytes
  return at != std::string_view::npos &&
         lower.substr(at, kNear).find(" were ") != std::string_view::npos;
}

bool is_of_partner(std::string_view words) {
  static constexpr std::array<std::string_view, 5> kPartners = {"CQC", "Care Quality", "HMICFRS",
                                                                "HMIP", "Deputy"};
  return contains_any(words, kPartners);
}

// "Jo Brown, " before the office; its own offices may stand between.
std::string name_before(std::string_view before) {
  for (bool taken = true; taken;) {
    taken = false;
    while (!before.empty() && std::string_view(" ,(").find(before.back()) != std::string_view::npos)
      before.remove_suffix(1);
    for (std::string_view office :
         {"HMI", "Her Majesty\u2019s Inspector", "His Majesty\u2019s Inspector",
          "Her Majesty's Inspector", "His Majesty's Inspector"})
      if (before.ends_with(office)) before.remove_suffix(office.size()), taken = true;
  }
  std::string name = name_at_end(before);
  return name.empty() ? clean_name(before) : name;
}

// " Jo Brown and ..." behind the office.
std::string name_behind(std::string_view behind) {
  const size_t end = std::min({behind.find(" and "), behind.find(','), behind.find('.'),
                               behind.find('('), behind.find(" with "), behind.size()});
  return behind.starts_with(' ') ? clean_name(behind.substr(0, end)) : std::string();
}

class ToldLead {
 public:
  explicit ToldLead(const View& view) : view_(view) {}

  std::optional<Reading> run() {
    for (const Paragraph* paragraph : view_.opening_paragraphs)
      for (auto [begin, end] : sentences(paragraph->text))
        read_sentence(std::string_view(paragraph->text).substr(begin, end - begin),
                      paragraph->page);
    for (const Paragraph& paragraph : view_.document.paragraphs) {
      if (!view_.in_first_report(paragraph.page)) break;
      for (auto [begin, end] : sentences(paragraph.text))
        read_brackets(std::string_view(paragraph.text).substr(begin, end - begin), paragraph.page);
    }
    return several_ ? std::nullopt : found_;
  }

 private:
  void read_sentence(std::string_view sentence, int page) {
    const std::string words = to_ascii_lower(sentence);
    if (!names_inspectors(words)) return;
    for (size_t at = words.find(kLead); at != words.npos; at = words.find(kLead, at + 1)) {
      std::string name = name_behind(sentence.substr(at + kLead.size()));
      const bool apposition = sentence.substr(0, at).ends_with(", ");
      if (name.empty() && apposition) name = name_before(sentence.substr(0, at));
      add(name, sentence, at, page);
    }
  }

  // Reads brackets in a list of the inspectors or a signature. A sentence of its own may be about
  // another inspection.
  void read_brackets(std::string_view text, int page) {
    constexpr std::string_view kInBrackets = "(lead inspector)";
    const std::string words = to_ascii_lower(text);
    if (text.ends_with('.') && !names_inspectors(words)) return;
    for (size_t at = words.find(kInBrackets); at != words.npos;
         at = words.find(kInBrackets, at + 1))
      add(name_before(text.substr(0, at)), text, at, page);
  }

  void add(const std::string& name, std::string_view text, size_t at, int page) {
    constexpr size_t kBeside = 30, kShown = 80;  // bytes
    const size_t from = at > kBeside ? at - kBeside : 0;
    if (name.empty() || is_of_partner(text.substr(from, at - from))) return;
    several_ = several_ || (found_ && found_->value != name);
    const size_t shown = at > kShown ? text.find(' ', at - kShown) + 1 : 0;
    found_ = Reading{name, {excerpt(text.substr(shown)), page, "told-lead"}};
  }

  const View& view_;
  std::optional<Reading> found_;
  bool several_ = false;
};

}  // namespace

std::optional<Reading> find_told_lead(const View& view) {
  return ToldLead(view).run();
}

}  // namespace ofsearch
