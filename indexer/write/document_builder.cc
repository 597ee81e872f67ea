#include "indexer/write/document_builder.h"

#include "common/field/thesaurus/thesaurus.h"
#include "common/index/facet_values.h"
#include "common/index/field_phrases.h"
#include "common/index/schema.h"
#include "common/index/topic_findings.h"
#include "common/records/passage_record.h"
#include "common/records/report_json.h"
#include "common/records/report_record.h"
#include "common/report/acronyms.h"
#include "common/report/sentence_findings.h"
#include "common/text/lists.h"
#include "common/text/text.h"
#include "common/words/words.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

namespace ofsearch {
namespace {

using Terms = std::vector<std::string>;

std::string joined_lines(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "\n") + value;
  return out;
}

// Xapian keeps no empty value.
void add_sort_values(const Report& report, Xapian::Document* document) {
  document->add_value(kReportIdSlot, report.id);
  document->add_value(kDateSlot, date_key(report.metadata));
  document->add_value(kIndexedSlot, report.indexed);
}

// The meaning of a report's own short form, ready for looking up.
struct Definition {
  std::string short_form;  // as printed
  std::string short_term;  // as a token's term
  std::string long_form;
  std::vector<std::string> long_terms;  // its words
  bool misleading = false;              // the field's usual meaning of the short form is another
  bool ordinary = false;                // a word of the report is written so too ("SET", "setting")
};

// True when the thesaurus knows the short form, and not with this meaning.
bool contradicts_thesaurus(const AcronymDefinition& definition) {
  auto matches = Thesaurus::builtin().matches({definition.short_form});
  if (matches.empty()) return false;
  bool says_long = false;
  for (const Expansion& expansion : matches.front().expansions) {
    if (expansion.relation != Expansion::kSame) continue;
    if (same_meaning(expansion.text, definition.long_form)) return false;
    says_long = says_long || expansion.text.find(' ') != std::string::npos;
  }
  return says_long;
}

// True where a passage has, in small letters, a form of the word that the short form spells.
bool is_ordinary_word(const Report& report, const std::string& short_term, Stemmer* stemmer) {
  const std::string stem = stemmer->stem(short_term), written = " " + short_term;
  for (const Passage& passage : report.passages)
    for (size_t at = passage.text.find(written); at != std::string::npos;
         at = passage.text.find(written, at + 1)) {
      size_t end = at + 1;
      while (end < passage.text.size() && passage.text[end] >= 'a' && passage.text[end] <= 'z')
        ++end;
      if (stemmer->stem(passage.text.substr(at + 1, end - at - 1)) == stem) return true;
    }
  return false;
}

std::vector<Definition> definitions_of(const Report& report, Stemmer* stemmer) {
  std::vector<std::string> paragraphs;
  paragraphs.reserve(report.passages.size());
  for (const Passage& passage : report.passages) paragraphs.push_back(passage.text);
  std::vector<Definition> definitions;
  for (const AcronymDefinition& found : find_acronyms(paragraphs)) {
    Definition definition{found.short_form,
                          search_form(found.short_form),
                          found.long_form,
                          {},
                          contradicts_thesaurus(found)};
    for (const Token& token : tokenise(found.long_form))
      if (!token.joined) definition.long_terms.push_back(token.term);
    definition.ordinary = is_ordinary_word(report, definition.short_term, stemmer);
    definitions.push_back(std::move(definition));
  }
  return definitions;
}

// `term` or its plural.
bool is_form_of(const Token& token, const std::string& term) {
  size_t longer = token.term.size() - term.size();
  return longer <= 1 && token.term[0] == term[0] && token.term.starts_with(term) &&
         (longer == 0 || token.term.back() == 's');
}

// Returns how often `terms` stand side by side among `tokens`.
size_t count_sequences(const std::vector<Token>& tokens, const std::vector<std::string>& terms) {
  size_t count = 0;
  for (auto at = tokens.begin(); !terms.empty(); ++count) {
    at = std::search(at, tokens.end(), terms.begin(), terms.end(), is_form_of);
    if (at == tokens.end()) break;
    ++at;
  }
  return count;
}

Terms filter_terms(const Report& report) {
  Terms found = {prefixed_term(kReportIdPrefix, report.id)};
  for (const Field& field : fields())
    for (const std::string& value : field_values(field, report.metadata))
      found.push_back(filter_term(field, value));
  return found;
}

Terms filter_terms(const Passage& passage) {
  Terms found;
  for (const Field& field : fields())
    for (const std::string& value : field_values(field, passage))
      found.push_back(filter_term(field, value));
  return found;
}

// Found by, but not ranked by.
void add_all(const Terms& found_by, Xapian::Document* document) {
  for (const std::string& term : found_by) document->add_boolean_term(term);
}

void add_record(const Report& report, Xapian::Document* document) {
  ReportRecord record = encode_report(report);
  document->set_data(record.evidence);
  document->add_value(kReportFieldsSlot, record.fields);
  for (const Field& field : fields())
    if (field.level == FieldLevel::kReport)
      document->add_value(field.slot, joined_lines(field_values(field, report.metadata)));
  document->add_value(kFacetsSlot, facet_record(report));
  for (const auto& [slot, key] : order_keys(report)) document->add_value(slot, key);
}

const PhraseFinder& field_phrases() {
  static const PhraseFinder phrases(marked_phrases());
  return phrases;
}

}  // namespace

// Collects the terms of the passages of one report, and those that they give to its own document.
class PassageIndexer {
 public:
  PassageIndexer(const std::vector<Definition>& definitions, Xapian::Document* report,
                 DocumentBuilder* builder)
      : definitions_(definitions), report_(*report), builder_(*builder) {}

  // Indexes what all reports say as it is written: only a search for its very words finds it.
  // Xapian takes a document of no length for one without positions.
  static void index_as_written(const std::string& text, Xapian::Document* passage) {
    for (const Token& token : tokens_of(text)) add_as_written(token, passage);
    passage->add_term(boilerplate_term());
  }

  // Adds the terms of its text to `passage`, and the meanings of the acronyms used to `stored`.
  void index(StoredPassage* stored, Xapian::Document* passage) {
    passage_ = passage;
    const std::vector<Token> tokens = tokens_of(stored->passage.text);
    const std::vector<std::string> misleading = add_acronyms(tokens, stored);
    phrase_words_.clear();
    for (const Token& token : tokens) {
      bool meant_otherwise = token.capitals && std::find(misleading.begin(), misleading.end(),
                                                         token.term) != misleading.end();
      IndexedWord& word = builder_.word(token.term);
      if (meant_otherwise && !word.report_stem.empty())
        use_otherwise(token.term);
      else
        use(&word);
      add_as_written(token, passage_);
      if (!token.joined) phrase_words_.push_back(builder_.phrase_word(token, word));
    }
    for (const std::string* term : PhraseFinder::find(phrase_words_)) use_mark(*term);
    add_compounds(tokens);
    add_told(tokens, stored->passage);
  }

 private:
  static std::vector<Token> tokens_of(const std::string& text) {
    std::vector<Token> tokens = tokenise(text);
    std::erase_if(tokens,
                  [](const Token& t) { return t.term.empty() || t.term.size() > kLongestWord; });
    return tokens;
  }

  static void add_as_written(const Token& token, Xapian::Document* passage) {
    passage->add_posting(token.term, static_cast<Xapian::termpos>(token.position), 0);
  }

  void use(IndexedWord* word) {
    passage_->add_term(word->found_by);
    if (word->last_report == builder_.reports_) return;
    word->last_report = builder_.reports_;
    if (!word->report_stem.empty()) report_.add_boolean_term(word->report_stem);
  }

  void use_otherwise(const std::string& term) {
    passage_->add_term(term_with(kOtherMeaningPrefix, term));
  }

  // A phrase or meaning.
  void use_mark(const std::string& term, Xapian::termcount times = 1) {
    passage_->add_term(term, times);
    report_.add_boolean_term(report_term(term));
  }

  // The short forms of this passage whose usual meaning would mislead.
  std::vector<std::string> add_acronyms(const std::vector<Token>& tokens, StoredPassage* stored) {
    std::vector<std::string> misleading;
    for (const Definition& definition : definitions_) {
      const auto uses = std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) {
        return token.capitals && is_form_of(token, definition.short_term);
      });
      if (uses > 0) {
        use_mark(meaning_term(definition.long_form), static_cast<Xapian::termcount>(uses));
        stored->acronyms.emplace_back(definition.short_form, definition.long_form);
        if (definition.misleading) misleading.push_back(definition.short_term);
      } else if (!definition.misleading) {
        const size_t written_out = count_sequences(tokens, definition.long_terms);
        if (written_out == 0) continue;
        const IndexedWord& word = builder_.word(definition.short_term);
        // A stopword, and another word of this report, stands only for itself.
        if (word.report_stem.empty() || definition.ordinary) continue;
        imply(word, definition.short_term, written_out);
      }
    }
    return misleading;
  }

  // Adds a word that is only implied. A short form that stands only for its meaning is no word of
  // the report.
  void imply(const IndexedWord& word, const std::string& term, size_t times) {
    passage_->add_term(word.found_by, static_cast<Xapian::termcount>(times));
    report_.add_boolean_term(word.report_stem);
    passage_->add_boolean_term(term_with(kImpliedStemPrefix, builder_.stemmer_.stem(term)));
  }

  void add_compounds(const std::vector<Token>& tokens) {
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].joined) continue;
      // The parts stand in front of the joined form.
      std::string parts;
      for (size_t j = i; j-- > 0 && tokens[j].begin >= tokens[i].begin;)
        parts = parts.empty() ? tokens[j].term : tokens[j].term + " " + parts;
      for (const std::string& compound : {tokens[i].term, tokens[i].term + ":" + parts})
        passage_->add_boolean_term(prefixed_term(kCompoundPrefix, compound));
    }
  }

  // The numbers of the sentences that have each stem or phrase.
  std::map<std::string, std::vector<size_t>> by_sentence(const std::vector<Token>& tokens,
                                                         const Sentences& sentences) {
    std::map<std::string, std::vector<size_t>> places;
    auto token = tokens.begin();
    for (size_t sentence = 0; sentence < sentences.size(); ++sentence) {
      phrase_words_.clear();
      for (; token != tokens.end() && token->begin < sentences[sentence].second; ++token) {
        const IndexedWord& word = builder_.word(token->term);
        if (!word.report_stem.empty()) push_unique(&places[word.found_by], sentence);
        if (!token->joined) phrase_words_.push_back(builder_.phrase_word(*token, word));
      }
      for (const std::string* phrase : PhraseFinder::find(phrase_words_))
        push_unique(&places[*phrase], sentence);
    }
    return places;
  }

  // Adds what is found of a word or phrase if it is not what the passage as a whole finds.
  void add_told(const std::vector<Token>& tokens, const Passage& passage) {
    const SentenceFindings sentences(passage);
    if (!sentences.known()) return;
    for (const auto& [term, own] : by_sentence(tokens, sentences.sentences())) {
      const Finding told = sentences.surely(own);
      const bool is_sure = told == Finding::kStrength || told == Finding::kWeakness;
      if (is_sure && told != passage.finding) passage_->add_boolean_term(told_term(told, term));
    }
  }

  const std::vector<Definition>& definitions_;
  Xapian::Document& report_;
  DocumentBuilder& builder_;
  Xapian::Document* passage_ = nullptr;
  std::vector<PhraseFinder::Word> phrase_words_;
};

IndexedWord& DocumentBuilder::word(const std::string& term) {
  auto [it, added] = words_.try_emplace(term);
  IndexedWord& word = it->second;
  if (!added) return word;
  word.stem = stemmer_.stem(term);
  word.begun = field_phrases().beginning_with(word.stem);
  const bool has_stem_term = !is_stopword(term);
  word.found_by = has_stem_term ? term_with(kStemPrefix, word.stem) : term;
  if (has_stem_term) word.report_stem = report_term(word.found_by);
  return word;
}

PhraseFinder::Word DocumentBuilder::phrase_word(const Token& token, const IndexedWord& word) {
  PhraseFinder::Word found{&word.stem, word.begun};
  if (!token.possessive) return found;
  const auto [it, added] = begun_by_owner_.try_emplace(owner_of(token));
  if (added) it->second = field_phrases().beginning_with(stem_in_phrase(it->first, &stemmer_));
  found.begun_by_owner = it->second;
  return found;
}

void DocumentBuilder::build(const Report& report,
                            const std::function<void(const Xapian::Document&)>& take) {
  const Terms filters = filter_terms(report);
  const std::vector<Definition> definitions = definitions_of(report, &stemmer_);
  Xapian::Document whole;
  ++reports_;
  PassageIndexer indexer(definitions, &whole, this);
  for (const Passage& passage : report.passages) {
    Xapian::Document document;
    StoredPassage stored{report.id, passage, {}, report.metadata.year.value_or(0)};
    if (passage.section_kind == SectionKind::kBoilerplate)
      PassageIndexer::index_as_written(passage.text, &document);
    else
      indexer.index(&stored, &document);
    add_all(filters, &document);
    add_all(filter_terms(passage), &document);
    add_all(topic_finding_terms(passage), &document);
    document.add_boolean_term(std::string(kPassageTerm));
    add_sort_values(report, &document);
    document.add_value(kRecordSlot, packer_.pack(encode_passage(stored)));
    take(document);
  }
  add_all(filters, &whole);
  whole.add_boolean_term(std::string(kReportTerm));
  add_sort_values(report, &whole);
  add_record(report, &whole);
  take(whole);
}

}  // namespace ofsearch
