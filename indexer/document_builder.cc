#include "indexer/document_builder.h"

#include "common/field_phrases.h"
#include "common/passage_record.h"
#include "common/report_json.h"
#include "common/schema.h"
#include "common/sections.h"
#include "common/text.h"
#include "common/thesaurus.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>

namespace ofsearch {
namespace {

std::vector<std::string> filter_terms(const Report& report) {
  std::vector<std::string> terms = {prefixed_term(kReportIdPrefix, report.id)};
  for (const Field& field : fields())
    for (const std::string& value : field_values(field, report.metadata))
      terms.push_back(filter_term(field, value));
  return terms;
}

std::string joined_lines(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "\n") + value;
  return out;
}

void add_sort_values(const Report& report, Xapian::Document* document) {
  document->add_value(kReportIdSlot, report.id);
  document->add_value(kDateSlot, date_key(report.metadata));
  document->add_value(kIndexedSlot, report.indexed);
}

// What a report's own short forms mean, ready for looking up.
struct Definition {
  std::string short_form;  // as printed
  std::string short_term;  // as a token's term
  std::string long_form;
  std::vector<std::string> long_terms;  // its words
  bool misleading = false;              // the field's usual meaning of the short form is another
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

std::vector<Definition> definitions_of(const Report& report) {
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
    definitions.push_back(std::move(definition));
  }
  return definitions;
}

bool contains_sequence(const std::vector<Token>& tokens, const std::vector<std::string>& terms) {
  auto it = std::search(tokens.begin(), tokens.end(), terms.begin(), terms.end(),
                        [](const Token& token, const std::string& term) {
                          return token.term == term || token.term == term + "s";
                        });
  return it != tokens.end();
}

// Indexes the text of one passage.
class PassageIndexer {
 public:
  PassageIndexer(const std::vector<Definition>& definitions, Stemmer* stemmer,
                 std::unordered_set<std::string>* report_stems)
      : definitions_(definitions), stemmer_(stemmer), report_stems_(report_stems) {}

  // Adds the terms to `document` and the meanings of the acronyms used to `stored`.
  void index(StoredPassage* stored, Xapian::Document* document) {
    std::vector<Token> tokens = tokenise(stored->passage.text);
    std::erase_if(tokens, [](const Token& t) { return t.term.size() > kLongestWord; });
    std::vector<std::string> misleading = add_acronyms(tokens, stored, document);
    for (const Token& token : tokens) {
      document->add_posting(token.term, static_cast<Xapian::termpos>(token.position));
      bool meant_otherwise = token.capitals && std::find(misleading.begin(), misleading.end(),
                                                         token.term) != misleading.end();
      if (!meant_otherwise && !is_stopword(token.term)) add_stem(token.term, document);
    }
    add_phrases(tokens, document);
    add_compounds(tokens, document);
  }

 private:
  void add_stem(const std::string& term, Xapian::Document* document) {
    const std::string& stem = stemmer_->stem(term);
    document->add_term(std::string(kStemPrefix) + stem);
    report_stems_->insert(stem);
  }

  void add_phrases(const std::vector<Token>& tokens, Xapian::Document* document) {
    static const PhraseFinder finder(Thesaurus::builtin().terms());
    for (const std::string* term : finder.find(tokens)) {
      document->add_term(*term);
      report_stems_->insert(*term);
    }
  }

  // The short forms of this passage whose usual meaning would mislead.
  std::vector<std::string> add_acronyms(const std::vector<Token>& tokens, StoredPassage* stored,
                                        Xapian::Document* document) {
    std::vector<std::string> misleading;
    for (const Definition& definition : definitions_) {
      bool uses_short = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        return token.capitals &&
               (token.term == definition.short_term || token.term == definition.short_term + "s");
      });
      if (uses_short) {
        document->add_term(meaning_term(definition.long_form));
        stored->acronyms.emplace_back(definition.short_form, definition.long_form);
        if (definition.misleading) misleading.push_back(definition.short_term);
      } else if (!definition.misleading && contains_sequence(tokens, definition.long_terms)) {
        add_stem(definition.short_term, document);
      }
    }
    return misleading;
  }

  static void add_compounds(const std::vector<Token>& tokens, Xapian::Document* document) {
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].joined) continue;
      // The parts stand in front of the joined form.
      std::string parts;
      for (size_t j = i; j-- > 0 && tokens[j].begin >= tokens[i].begin;)
        parts = parts.empty() ? tokens[j].term : tokens[j].term + " " + parts;
      document->add_boolean_term(prefixed_term(kCompoundPrefix, tokens[i].term));
      document->add_boolean_term(prefixed_term(kCompoundPrefix, tokens[i].term + ":" + parts));
    }
  }

  const std::vector<Definition>& definitions_;
  Stemmer* stemmer_;
  std::unordered_set<std::string>* report_stems_;
};

void add_passage_facets(const Passage& passage, Xapian::Document* document) {
  std::set<SectionKind> kinds = {passage.section_kind};
  if (passage.section_kind != SectionKind::kRecommendations &&
      passage.section_kind != SectionKind::kBoilerplate)
    for (SectionKind kind : section_kinds(passage.section)) kinds.insert(kind);
  for (SectionKind kind : kinds)
    document->add_boolean_term(prefixed_term(kSectionPrefix, section_kind_name(kind)));
  document->add_boolean_term(prefixed_term(kFindingPrefix, finding_name(passage.finding)));
}

}  // namespace

ReportDocuments DocumentBuilder::build(const Report& report) {
  ReportDocuments documents;
  std::vector<std::string> filters = filter_terms(report);
  std::vector<Definition> definitions = definitions_of(report);
  std::unordered_set<std::string> stems;
  PassageIndexer indexer(definitions, &stemmer_, &stems);
  for (const Passage& passage : report.passages) {
    Xapian::Document document;
    StoredPassage stored{report.id, passage, {}};
    bool ranked = passage.section_kind != SectionKind::kBoilerplate;
    if (ranked) indexer.index(&stored, &document);
    document.set_data(encode_passage(stored));
    for (const std::string& term : filters) document.add_boolean_term(term);
    document.add_boolean_term(std::string(kPassageTerm));
    add_passage_facets(passage, &document);
    add_sort_values(report, &document);
    documents.passages.push_back(std::move(document));
  }
  Json data = report_fields(report);
  data["evidence"] = evidence_fields(report.metadata);
  data["warnings"] = report.metadata.warnings;
  data["passage_count"] = report.passages.size();
  documents.report.set_data(data.dump(-1, ' ', false, Json::error_handler_t::replace));
  for (const std::string& term : filters) documents.report.add_boolean_term(term);
  documents.report.add_boolean_term(std::string(kReportTerm));
  for (const std::string& stem : stems)
    documents.report.add_boolean_term(std::string(kReportStemPrefix) + stem);
  for (const Field& field : fields())
    documents.report.add_value(field.slot, joined_lines(field_values(field, report.metadata)));
  add_sort_values(report, &documents.report);
  for (const auto& [slot, value] : order_keys(report)) documents.report.add_value(slot, value);
  return documents;
}

}  // namespace ofsearch
