#include "common/index/fields.h"

#include "tests/support/catch.h"

#include <memory>
#include <set>

namespace ofsearch {
namespace {

TEST_CASE("No two fields share a name, a prefix or a slot") {
  std::set<std::string_view> names, options, prefixes;
  std::set<unsigned> slots;
  for (const Field& field : fields()) {
    INFO(field.name);
    CHECK(names.insert(field.name).second);
    CHECK(options.insert(field.option).second);
    CHECK(prefixes.insert(field.term_prefix).second);
    if (field.level == FieldLevel::kReport) CHECK(slots.insert(field.slot).second);
    CHECK(find_field(field.name) == &field);
    CHECK(find_field(field.option) == &field);
    CHECK(find_field(field.query_name) == &field);
    CHECK((field.of_report != nullptr) == (field.level == FieldLevel::kReport));
    CHECK((field.of_passage != nullptr) == (field.level == FieldLevel::kPassage));
    CHECK_FALSE(field.printed.empty());
  }
}

TEST_CASE("Each of two inspectors is a value") {
  const auto metadata = std::make_unique<Metadata>();
  metadata->lead_inspector = "Ann Clay; Ben Dale";
  CHECK(field_values(*find_field("inspector"), *metadata) ==
        std::vector<std::string>{"Ann Clay", "Ben Dale"});
}

TEST_CASE("Every fixed value is its own canonical form, found by a term of its own") {
  for (const Field& field : fields()) {
    std::set<std::string> terms;
    for (const std::string& value : field.values) {
      INFO(field.name << " " << value);
      CHECK(canonical_value(field, value) == value);
      CHECK(terms.insert(filter_term(field, value)).second);
    }
    for (const auto& [other, value] : field.spellings)
      CHECK(canonical_value(field, other) == value);
    for (const auto& [word, value] : field.meant) {
      INFO(field.name << " " << word);
      CHECK_FALSE(canonical_value(field, word));
      CHECK(near_values(field, word, 3).front() == value);
    }
  }
}

TEST_CASE("What a group is called like can be asked for alone") {
  using Values = std::vector<std::string>;
  const Field &type = *find_field("type"), &finding = *find_field("finding");
  CHECK(expanded_values(type, "ilacs") == Values{"ilacs", "ilacs-standard", "ilacs-short"});
  CHECK(expanded_values(type, "ILACS unclear") == Values{"ilacs"});
  CHECK(expanded_values(type, "ilacs-short") == Values{"ilacs-short"});
  CHECK(typed_for(type, "ilacs") == "ilacs-unclear");
  CHECK(typed_for(type, "ilacs-short") == "ilacs-short");
  CHECK(expanded_values(finding, "any") == finding.values);
  // No document is of such a type.
  CHECK_FALSE(canonical_value(type, "ilacs-unclear"));
  CHECK_FALSE(canonical_value(finding, "any"));
}

TEST_CASE("A passage is found by every part of the report that its heading names") {
  Passage passage;
  passage.section = "The experiences and progress of children in care and care leavers";
  passage.section_kind = SectionKind::kCare;
  CHECK(field_values(*find_field("section"), passage) ==
        std::vector<std::string>{"care", "care-leavers"});
  CHECK(field_values(*find_field("grade"), passage).empty());
}

TEST_CASE("Facets list grades best first, years newest first, others by count") {
  const Field &grade = *find_field("grade"), &year = *find_field("year"),
              &type = *find_field("type");
  CHECK(is_listed_before(grade, "good", 1, "inadequate", 9));
  CHECK(is_listed_before(year, "2020", 1, "2019", 9));
  CHECK(is_listed_before(year, "2019", 1, "unknown", 9));
  CHECK_FALSE(is_listed_before(year, "unknown", 9, "2019", 1));
  CHECK(is_listed_before(type, "sif", 9, "ilacs", 1));
}

}  // namespace
}  // namespace ofsearch
