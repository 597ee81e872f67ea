#include "indexer/document/passages.h"

#include "common/report/sections.h"
#include "common/report/sentences.h"
#include "common/report/values.h"
#include "common/text/code_points.h"
#include "common/text/text.h"
#include "indexer/document/demands.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ofsearch {
namespace {

class PassageMaker {
 public:
  PassageMaker(const std::vector<Section>& sections, const PassageLimits& limits)
      : sections_(sections), limits_(limits) {}

  std::vector<Passage> run() {
    for (const Section& section : sections_) {
      section_ = &section;
      number_.clear();
      first_of_section_ = passages_.size();
      for (const Paragraph& paragraph : section.paragraphs) add(paragraph);
      join_last();
    }
    return std::move(passages_);
  }

 private:
  void add(const Paragraph& paragraph) {
    if (paragraph.kind == ParagraphKind::kNumbered) number_ = paragraph.number;
    // A bullet under "10. ... the authority should:" is cited as part of paragraph 10.
    bool inherits = paragraph.kind == ParagraphKind::kBullet;
    std::string number = paragraph.kind == ParagraphKind::kNumbered || inherits ? number_ : "";
    if (!inherits && paragraph.kind != ParagraphKind::kNumbered &&
        paragraph.kind != ParagraphKind::kFootnote && !is_deadline_heading(paragraph.text))
      number_.clear();
    if (may_join(paragraph)) {
      join(paragraph);
      return;
    }
    for (auto [begin, end] : demands(paragraph))
      for (auto [from, to] : pieces(paragraph.text.substr(begin, end - begin))) {
        append(paragraph, number, begin + from, begin + to);
        // A recommendation that runs on behind a bullet is none.
        passages_.back().bullet = paragraph.kind == ParagraphKind::kBullet && begin == 0;
      }
  }

  // Recommendations that the paragraph runs on with are passages of their own.
  std::vector<std::pair<size_t, size_t>> demands(const Paragraph& paragraph) const {
    std::vector<std::pair<size_t, size_t>> found = {{0, paragraph.text.size()}};
    if (section_->kind != SectionKind::kRecommendations) return found;
    for (auto [begin, end] : sentences(paragraph.text)) {
      if (begin == 0 || !is_demand(paragraph.text.substr(begin, end - begin))) continue;
      found.back().second = paragraph.text.find_last_not_of(' ', begin - 1) + 1;
      found.emplace_back(begin, paragraph.text.size());
    }
    return found;
  }

  // Short neighbours of one section become one passage: rows of a table, lines of an address.
  bool may_join(const Paragraph& paragraph) const {
    if (passages_.size() == first_of_section_) return false;
    const Passage& last = passages_.back();
    if (paragraph.kind == ParagraphKind::kNumbered && !paragraph.number.empty()) return false;
    if (paragraph.kind == ParagraphKind::kFootnote || last_kind_ == ParagraphKind::kFootnote)
      return false;
    size_t together = last.text.size() + paragraph.text.size() + 1;
    if (together > limits_.longest) return false;
    bool rows = paragraph.kind == ParagraphKind::kTableRow &&
                last_kind_ == ParagraphKind::kTableRow && paragraph.text.size() < kLongRow;
    // A table of two short rows is still no part of the text behind it.
    bool leaves_table = last_kind_ == ParagraphKind::kTableRow &&
                        paragraph.kind != ParagraphKind::kTableRow &&
                        paragraph.text.size() >= limits_.shortest;
    if (leaves_table || begins_table(paragraph)) return false;
    bool tiny = paragraph.text.size() < limits_.shortest || last.text.size() < limits_.shortest;
    if (paragraph.kind == ParagraphKind::kBullet) tiny = paragraph.text.size() < kTinyBullet;
    // The text behind a legal note is no part of it, or no search would find it.
    if (is_boilerplate(last.text)) return is_boilerplate(paragraph.text);
    return rows || tiny;
  }
  // The table of judgements over the next section is no part of the paragraph before it.
  bool begins_table(const Paragraph& paragraph) const {
    const std::string& before = passages_.back().text;
    return paragraph.kind == ParagraphKind::kTableRow && last_kind_ != ParagraphKind::kTableRow &&
           before.size() >= limits_.shortest && before.ends_with('.');
  }

  static constexpr size_t kLongRow = 200;    // bytes: a row that says something by itself
  static constexpr size_t kTinyBullet = 30;  // bytes: a bullet of a few words says little alone

  void join(const Paragraph& paragraph) {
    Passage& last = passages_.back();
    bool rows =
        paragraph.kind == ParagraphKind::kTableRow || last_kind_ == ParagraphKind::kTableRow;
    last.text += (rows ? "\n" : joined_by(paragraph)) + paragraph.text;
    last.page_end = paragraph.page_end;
    last_kind_ = paragraph.kind;
    mark_boilerplate(&last);
  }

  static std::string joined_by(const Paragraph& paragraph) {
    return paragraph.kind == ParagraphKind::kBullet ? " \u2022 " : " ";
  }

  void append(const Paragraph& paragraph, const std::string& number, size_t begin, size_t end) {
    Passage passage;
    passage.n = static_cast<int>(passages_.size()) + 1;
    passage.paragraph = number;
    passage.section = section_->heading;
    passage.section_kind = section_->kind;
    passage.section_grade = section_->grade;
    passage.page = page_at(paragraph, begin);
    passage.page_end = page_at(paragraph, end == 0 ? 0 : end - 1);
    passage.text = paragraph.text.substr(begin, end - begin);
    mark_boilerplate(&passage);
    passages_.push_back(std::move(passage));
    last_is_after_footnote_ = last_kind_ == ParagraphKind::kFootnote;
    last_is_table_ = paragraph.kind == ParagraphKind::kTableRow;
    last_kind_ = paragraph.kind;
  }

  static void mark_boilerplate(Passage* passage) {
    if (is_boilerplate(passage->text)) passage->section_kind = SectionKind::kBoilerplate;
  }

  static int page_at(const Paragraph& paragraph, size_t offset) {
    int page = paragraph.page;
    for (const auto& [at, number] : paragraph.page_breaks)
      if (at <= offset) page = number;
    return page;
  }

  // A tiny passage at a section's end joins the one before it.
  void join_last() {
    if (passages_.size() < first_of_section_ + 2) return;
    Passage& last = passages_.back();
    Passage& before = passages_[passages_.size() - 2];
    if (last.text.size() >= limits_.shortest || last.bullet || !last.paragraph.empty()) return;
    if (last_is_after_footnote_ || last_is_table_) return;
    if (before.text.size() + last.text.size() > limits_.longest) return;
    if (is_boilerplate(before.text) && !is_boilerplate(last.text)) return;
    before.text += " " + last.text;
    before.page_end = last.page_end;
    passages_.pop_back();
  }

  // Sentences of a text; what goes on without one, as a table of numbers does, is cut between
  // words.
  std::vector<std::pair<size_t, size_t>> short_sentences(const std::string& text) const {
    const size_t most = kSentenceFactor * limits_.longest;
    std::vector<std::pair<size_t, size_t>> out;
    for (auto [begin, end] : sentences(text)) {
      while (end - begin > most) {
        size_t space = text.rfind(' ', begin + most);
        size_t cut = space == std::string::npos || space <= begin
                         ? cut_at_character(text, begin + most)
                         : space;
        out.emplace_back(begin, text.find_last_not_of(' ', cut - 1) + 1);
        begin = text.find_first_not_of(' ', cut);
      }
      out.emplace_back(begin, end);
    }
    return out;
  }
  static constexpr size_t kSentenceFactor = 4;

  // Byte ranges of a paragraph, each at most `longest` where its sentences allow, of about one
  // length.
  std::vector<std::pair<size_t, size_t>> pieces(const std::string& text) const {
    if (text.size() <= limits_.longest) return {{0, text.size()}};
    size_t count = (text.size() + limits_.longest - 1) / limits_.longest;
    size_t target = text.size() / count;
    std::vector<std::pair<size_t, size_t>> out;
    for (auto [begin, end] : short_sentences(text)) {
      bool fits = !out.empty() && end - out.back().first <= limits_.longest &&
                  out.back().second - out.back().first < target;
      if (fits)
        out.back().second = end;
      else
        out.emplace_back(begin, end);
    }
    return out;
  }

  const std::vector<Section>& sections_;
  const PassageLimits& limits_;
  std::vector<Passage> passages_;
  const Section* section_ = nullptr;
  std::string number_;  // of the numbered paragraph that bullets belong to
  size_t first_of_section_ = 0;
  ParagraphKind last_kind_ = ParagraphKind::kText;
  bool last_is_after_footnote_ = false, last_is_table_ = false;
};

}  // namespace

std::vector<Passage> make_passages(const std::vector<Section>& sections,
                                   const PassageLimits& limits) {
  return PassageMaker(sections, limits).run();
}

}  // namespace ofsearch
