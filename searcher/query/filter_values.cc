#include "searcher/query/filter_values.h"

#include "common/field/authorities/authorities.h"
#include "common/field/authorities/authority_groups.h"
#include "common/field/authorities/neighbours.h"
#include "common/index/listed_values.h"
#include "common/index/schema.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/lines.h"
#include "common/text/lists.h"
#include "common/text/nearest.h"
#include "common/text/text.h"
#include "searcher/query/composed_values.h"
#include "searcher/query/meant_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace ofsearch {
namespace {

using Values = std::vector<std::string>;

constexpr size_t kMostListed = 20;  // values in a message

// What reading one value needs.
struct Context {
  const Field& field;
  const Xapian::Database& database;
  bool with_predecessors;
};

Error unknown_value(const Field& field, const std::string& typed, const Values& near,
                    const Values& all) {
  std::string hint = near.empty() ? "" : fmt::format("did you mean {}?", list_in_words(near));
  if (!all.empty() && all.size() <= kMostListed)
    hint += fmt::format(
        "{} {}", hint.empty() ? "valid values:" : " Valid values:", list_in_words(all, "and"));
  Error error{ErrorCode::kUsage, fmt::format("there is no {} \"{}\"", field.option, typed), hint};
  if (hint.empty()) {
    error.hint = fmt::format("see the values with: ofsearch --facets {} --limit 0", field.option);
    error.advice = Advice::kListValues;
    error.about = field.option;
  }
  return error;
}

Error not_in_index(const Context& context, const std::string& typed) {
  const Values shown = shown_values(context.field, context.database);
  return unknown_value(context.field, typed, meant_values(context.field, typed, shown), {});
}

Result<Values> read_choice(const Context& context, const std::string& typed) {
  Values values = expanded_values(context.field, typed);
  if (!values.empty()) return values;
  if (auto composed = composed_value(context.field, typed)) return Values{*composed};
  return unknown_value(context.field, typed, meant_values(context.field, typed, {}),
                       context.field.values);
}

// ---- Authorities that go together ----------------------------------------------------------

Error no_authority(const Context& context, const std::string& name) {
  return unknown_value(context.field, name, meant_values(context.field, name, {}), {});
}

// All of a region, or of that of an authority, itself too.
Result<Values> region_of(const Context& context, const std::string& name) {
  const std::string_view region = region_called(name);
  if (region.empty()) return no_authority(context, name);
  Values names;
  for (const Authority& other : Authorities::builtin().all())
    if (other.region == region) push_unique(&names, other.name);
  return names;
}

Result<Values> neighbours_of(const Context& context, const std::string& name) {
  const Authority* authority = Authorities::builtin().find(name);
  if (authority == nullptr) return no_authority(context, name);
  const Result<Neighbours>& table = Neighbours::of_this_machine();
  if (!table) return table.error();
  if (const NeighbourSet* set = table->find(authority->name)) return set->names;
  return Error{
      ErrorCode::kUsage,
      fmt::format("nobody has said which are the statistical neighbours of {}", authority->name),
      fmt::format("write them into {}; ofsearch(1) says how", own_neighbours_path().string()),
      Advice::kAskKeeper};
}

// All of a kind, which their codes tell.
Result<Values> of_kind(const Context&, const std::string& name) {
  const std::string_view code = authority_kind(name).code;
  if (code.empty())
    return Error{ErrorCode::kUsage, fmt::format("\"{}\" is no kind of authority", name),
                 fmt::format("write kind-of: and {}", list_in_words(authority_kind_names()))};
  Values names;
  for (const Authority& other : Authorities::builtin().all())
    if (other.code.starts_with(code)) push_unique(&names, other.name);
  return names;
}

struct AuthorityGroup {
  std::string_view begin;  // of what is typed
  Result<Values> (*names)(const Context&, const std::string& name);
};
constexpr AuthorityGroup kAuthorityGroups[] = {
    {kRegionOf, region_of}, {kNeighboursOf, neighbours_of}, {kKindOf, of_kind}};

const AuthorityGroup* group_of(std::string_view typed) {
  const AuthorityGroup* it = std::ranges::find_if(
      kAuthorityGroups,
      [&](const AuthorityGroup& group) { return typed.starts_with(group.begin); });
  return it == std::end(kAuthorityGroups) ? nullptr : it;
}

Result<Values> read_authority(const Context& context, const std::string& typed);

// Names of which the index has none are no mistake of who typed the group.
Result<Values> read_group(const Context& context, const AuthorityGroup& group,
                          const std::string& typed) {
  Values values;
  for (const std::string& other : OF_TRY(group.names(context, typed.substr(group.begin.size()))))
    for (std::string& value : OF_TRY(read_authority(context, other)))
      push_unique(&values, std::move(value));
  return values;
}

Result<Values> read_authority(const Context& context, const std::string& typed) {
  if (search_form(typed) == kUnknown) return Values{std::string(kUnknown)};
  if (const AuthorityGroup* group = group_of(typed)) return read_group(context, *group, typed);
  const Authorities& table = Authorities::builtin();
  if (const Authority* authority = table.find(typed)) {
    Values values = {authority->name};
    // Reports whose own name for it is another of its names.
    for (const std::string& key : values_in_index(context.field, context.database))
      if (table.find(key) == authority &&
          filter_term(context.field, key) != filter_term(context.field, authority->name))
        push_unique(&values, key);
    if (context.with_predecessors)
      for (const Authority* before : table.predecessors_of(*authority))
        push_unique(&values, before->name);
    return values;
  }
  // A name that the table does not know is kept as the reports write it.
  if (context.database.term_exists(filter_term(context.field, typed))) return Values{typed};
  return not_in_index(context, typed);
}

// "Ada Walsh" for "ada walsh", which the index has: people read the filter.
Values as_written(const Context& context, Values keys) {
  std::map<std::string, std::string> by_term;
  for (std::string& name : shown_values(context.field, context.database))
    by_term.try_emplace(filter_term(context.field, name), std::move(name));
  for (std::string& key : keys)
    if (auto it = by_term.find(filter_term(context.field, key)); it != by_term.end())
      key = it->second;
  return keys;
}

// A name, or part of one: "walsh" selects every inspector called so.
Result<Values> read_person(const Context& context, const std::string& typed) {
  const std::string words = " " + bare_words(typed) + " ";
  Values found;
  for (const std::string& name : values_in_index(context.field, context.database))
    if (contains(" " + name + " ", words)) found.push_back(name);
  if (found.empty()) return not_in_index(context, typed);
  return as_written(context, std::move(found));
}

// "2018", "2018..2022", "..2015", "2020..", "unknown".
Result<Values> read_year(const Context& context, const std::string& typed) {
  if (auto value = canonical_value(context.field, typed)) return Values{*value};
  const size_t dots = typed.find("..");
  const bool open = dots != std::string::npos;
  const std::string first = typed.substr(0, dots), last = open ? typed.substr(dots + 2) : first;
  auto may_bound = [](const std::string& text) { return text.empty() || is_year(text); };
  if (!open || !may_bound(first) || !may_bound(last) || (first.empty() && last.empty()))
    return Error{ErrorCode::kUsage, fmt::format("\"{}\" is no {}", typed, context.field.printed),
                 "write 2018, 2018..2022, ..2015 or 2020.."};
  if (!first.empty() && !last.empty() && first > last)
    return Error{ErrorCode::kUsage, fmt::format("the years \"{}\" run backwards", typed),
                 fmt::format("write {}..{}", last, first)};
  Values values;
  for (const std::string& year : values_in_index(context.field, context.database))
    if (is_year(year) && is_in_years(typed, year)) values.push_back(year);
  return values;
}

Result<Values> read_judgement(const Context& context, const std::string& typed) {
  const bool is_one = values_together(context.field, typed).size() == 1;
  Values values = is_one ? expanded_values(context.field, typed) : Values();
  if (!values.empty()) return values;
  if (auto composed = composed_value(context.field, typed)) return Values{*composed};
  Values names;
  for (const Judgement& judgement : judgements()) names.emplace_back(judgement.name);
  const Values near = meant_values(context.field, typed, {});
  std::string meant = near.empty() ? "" : fmt::format("did you mean {}? ", near.front());
  return Error{ErrorCode::kUsage, fmt::format("there is no judgement and grade \"{}\"", typed),
               fmt::format("{}{} JUDGEMENT:GRADE with a judgement of {}", meant,
                           meant.empty() ? "write" : "Write", list_in_words(names))};
}

struct KindReader {
  FieldKind kind;
  Result<Values> (*read)(const Context&, const std::string& typed);
};

constexpr KindReader kReaders[] = {
    {FieldKind::kChoice, read_choice},       {FieldKind::kAuthority, read_authority},
    {FieldKind::kPerson, read_person},       {FieldKind::kYear, read_year},
    {FieldKind::kJudgement, read_judgement},
};

bool is_shared_name(const std::string& name) {
  return std::ranges::count(Authorities::builtin().all(), name, &Authority::name) > 1;
}

// The last days of predecessors of the authority typed whose names others have now.
std::map<std::string, std::string> last_days(const Context& context, const std::string& typed) {
  std::map<std::string, std::string> days;
  const Authority* authority = Authorities::builtin().find(typed);
  if (authority == nullptr || !context.with_predecessors) return days;
  for (const Authority* before : Authorities::builtin().predecessors_of(*authority))
    if (before->to && before->name != authority->name && is_shared_name(before->name))
      days[before->name] = *before->to;
  return days;
}

Result<FilterValues> read_one(const Context& context, const std::string& typed) {
  const Field* field = filter_field(context.field.name, typed);
  const KindReader* reader = std::ranges::find(kReaders, field->kind, &KindReader::kind);
  const Context of_field{*field, context.database, context.with_predecessors};
  if (stands_for_none(*field, typed))
    return FilterValues{field, typed, Values{std::string(kUnknown)}};
  // Not among the braces: GCC 12 frees nothing that stands before it there when this returns.
  Values values = OF_TRY(reader->read(of_field, typed));
  FilterValues found{field, typed, std::move(values)};
  if (field->kind == FieldKind::kAuthority) found.until = last_days(of_field, typed);
  return found;
}

}  // namespace

std::string value_in_words(const Field& field, const std::string& typed) {
  const std::string words =
      field.kind == FieldKind::kAuthority ? group_in_words(typed) : std::string();
  return words.empty() ? together_in_words(field, typed) : words;
}

Result<std::vector<FilterValues>> filter_values(const Field& field, std::string_view typed,
                                                bool with_predecessors,
                                                const Xapian::Database& database) {
  const Context context{field, database, with_predecessors};
  const Values parts = parts_at_commas(typed);
  std::vector<FilterValues> found;
  for (size_t begin = 0; begin < parts.size();) {
    // As many parts as make a value together: "Bournemouth, Christchurch and Poole" is one.
    size_t end = parts.size();
    Result<FilterValues> read = read_one(context, joined_parts(parts, begin, end));
    while (!read && --end > begin) read = read_one(context, joined_parts(parts, begin, end));
    if (!read) return read.error();
    found.push_back(std::move(*read));
    begin = end;
  }
  return found;
}

std::vector<std::string> values_in_index(const Field& field, const Xapian::Database& database) {
  Values values;
  const std::string prefix = prefixed_term(field.term_prefix, "");
  for (auto it = database.allterms_begin(prefix); it != database.allterms_end(prefix); ++it)
    values.push_back((*it).substr(prefix.size()));
  return values;
}

std::vector<std::string> shown_values(const Field& field, const Xapian::Database& database) {
  Xapian::ValueCountMatchSpy spy(field.slot);
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(std::string(kReportTerm)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database.get_doccount());
  std::set<std::string> values;
  for (auto it = spy.values_begin(); it != spy.values_end(); ++it) {
    const std::string lines = *it;
    for (std::string_view value : split_lines(lines)) values.emplace(value);
  }
  values.erase(std::string(kUnknown));
  return {values.begin(), values.end()};
}

}  // namespace ofsearch
