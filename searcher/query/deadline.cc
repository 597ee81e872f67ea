#include "searcher/query/deadline.h"

namespace ofsearch {
namespace {

constexpr char kName[] = "clock";

// Every document of a shard, in order. It weighs nothing.
class ClockSource : public Xapian::PostingSource {
 public:
  explicit ClockSource(const Deadline* deadline) : deadline_(deadline) {}

  PostingSource* clone() const override { return new ClockSource(deadline_); }
  void init(const Xapian::Database& shard) override {
    documents_ = shard.get_doccount();
    last_ = shard.get_lastdocid();
    at_ = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return documents_; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double) override { skip_to(at_ + 1, 0); }
  void skip_to(Xapian::docid to, double) override {
    deadline_->check();
    at_ = to;
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  std::string get_description() const override { return kName; }

 private:
  const Deadline* deadline_;
  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0, at_ = 0;
};

}  // namespace

Xapian::Query clock_query(const Deadline* deadline) {
  return Xapian::Query((new ClockSource(deadline))->release());
}

Xapian::Query timed(const Xapian::Query& query, const Xapian::Query& clock) {
  if (query.empty() || clock.empty()) return query;
  return Xapian::Query(Xapian::Query::OP_FILTER, query, clock);
}

std::string describe_untimed(const Xapian::Query& query) {
  static const std::string kFilter = std::string(" FILTER PostingSource(") + kName + "))";
  std::string text = query.get_description();
  for (size_t at = text.find(kFilter); at != std::string::npos; at = text.find(kFilter)) {
    text.erase(at, kFilter.size());
    size_t depth = 1, open = at;  // the bracket that stood around both
    while (open > 0 && depth > 0) {
      --open;
      if (text[open] == ')') ++depth;
      if (text[open] == '(') --depth;
    }
    text.erase(open, 1);
  }
  return text;
}

}  // namespace ofsearch
