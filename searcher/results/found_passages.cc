#include "searcher/results/found_passages.h"

#include "common/records/passage_record.h"

#include <cstring>
#include <type_traits>

namespace ofsearch {
namespace {

// Read by the process that wrote them, so that numbers are as in memory.
struct Writer {
  std::string bytes;

  template <typename Number>
  void number(Number value) {
    static_assert(std::is_arithmetic_v<Number>);
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(const std::string& value) {
    number(value.size());
    bytes += value;
  }
  void range(const std::pair<size_t, size_t>& value) {
    number(value.first);
    number(value.second);
  }
};

struct Reader {
  std::string_view rest;

  template <typename Number>
  Number number() {
    Number value{};
    std::memcpy(&value, rest.data(), sizeof value);
    rest.remove_prefix(sizeof value);
    return value;
  }
  std::string text() {
    const auto size = number<size_t>();
    std::string value(rest.substr(0, size));
    rest.remove_prefix(size);
    return value;
  }
  std::pair<size_t, size_t> range() {
    const auto begin = number<size_t>();
    return {begin, number<size_t>()};
  }
};

}  // namespace

void FoundPassages::add(const FoundPassage& passage) {
  Writer out;
  out.text(passage.record);
  out.number(passage.score);
  out.range(passage.telling);
  out.number(passage.marks.size());
  for (const auto& mark : passage.marks) out.range(mark);
  out.number(passage.topics.size());
  for (const PassageTopic& topic : passage.topics) {
    out.text(topic.name);
    out.number(static_cast<int>(topic.finding));
    out.number(topic.asked);
  }
  for (const std::string& reason : passage.reasons) out.text(reason);
  begins_.push_back(spool_.add(out.bytes));
}

FoundPassage FoundPassages::read(size_t number) const {
  const uint64_t begin = begins_[number];
  const uint64_t end = number + 1 < begins_.size() ? begins_[number + 1] : spool_.size();
  const std::string bytes = spool_.read(begin, static_cast<size_t>(end - begin));
  Reader in{bytes};
  FoundPassage passage;
  passage.record = in.text();
  passage.score = in.number<double>();
  passage.telling = in.range();
  passage.marks.resize(in.number<size_t>());
  for (auto& mark : passage.marks) mark = in.range();
  passage.topics.resize(in.number<size_t>());
  for (PassageTopic& topic : passage.topics) {
    topic.name = in.text();
    topic.finding = static_cast<Finding>(in.number<int>());
    topic.asked = in.number<bool>();
  }
  while (!in.rest.empty()) passage.reasons.push_back(in.text());
  return passage;
}

FoundPassage FoundPassages::passage(size_t number) const {
  FoundPassage passage = read(number);
  if (number >= earlier_.size() || earlier_[number] == kNone) return passage;
  const FoundPassage other = read(earlier_[number]);
  const auto earlier = view_passage(other.record);
  passage.same_as = {std::string(earlier->report_id), earlier->n};
  return passage;
}

void FoundPassages::set_same(size_t number, size_t earlier) {
  if (earlier_.size() <= number) earlier_.resize(number + 1, kNone);
  earlier_[number] = static_cast<uint32_t>(earlier);
}

}  // namespace ofsearch
