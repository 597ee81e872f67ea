#include "searcher/plan/lookup/remembered.h"

#include "searcher/query/deadline.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

using Documents = std::vector<Xapian::docid>;  // of one shard, ascending

// Takes the documents of a match, and lets none of them be ranked.
class Collector : public Xapian::MatchDecider {
 public:
  bool operator()(const Xapian::Document& document) const override {
    documents.push_back(document.get_docid());
    return false;
  }
  mutable Documents documents;
};

class Memory {
 public:
  Memory(const Xapian::Query& query, const Xapian::Query& clock)
      : query_(timed(query, clock)), shown_(query.get_description()) {
    constexpr size_t kAround = 6;  // "Query("
    shown_ = shown_.substr(kAround, shown_.size() - kAround - 1);
  }

  const Documents& documents_of(const Xapian::Database& shard) {
    const std::string name = shard.get_uuid();
    auto known = by_shard_.find(name);
    if (known == by_shard_.end()) known = by_shard_.emplace(name, look_through(shard)).first;
    return known->second;
  }

  const std::string& shown() const { return shown_; }

 private:
  Documents look_through(const Xapian::Database& shard) const {
    Collector collector;
    Xapian::Enquire enquire(shard);
    enquire.set_query(query_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.get_mset(0, 1, 0, nullptr, &collector);
    std::sort(collector.documents.begin(), collector.documents.end());
    return std::move(collector.documents);
  }

  Xapian::Query query_;
  std::string shown_;
  std::map<std::string, Documents> by_shard_;
};

constexpr char kMark[] = "remembered ";

class RememberedSource : public Xapian::PostingSource {
 public:
  explicit RememberedSource(std::shared_ptr<Memory> memory) : memory_(std::move(memory)) {}

  PostingSource* clone() const override { return new RememberedSource(memory_); }
  void init(const Xapian::Database& shard) override {
    documents_ = &memory_->documents_of(shard);
    at_ = documents_->begin();
    started_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  void next(double) override {
    if (started_) ++at_;
    started_ = true;
  }
  void skip_to(Xapian::docid to, double) override {
    started_ = true;
    at_ = std::lower_bound(at_, documents_->end(), to);
  }
  bool at_end() const override { return at_ == documents_->end(); }
  Xapian::docid get_docid() const override { return *at_; }
  std::string get_description() const override { return kMark + memory_->shown(); }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(documents_->size()); }

  std::shared_ptr<Memory> memory_;
  const Documents* documents_ = nullptr;
  Documents::const_iterator at_;
  bool started_ = false;
};

}  // namespace

Xapian::Query remembered(const Xapian::Query& query, const Xapian::Query& clock) {
  if (query.empty() || clock.empty()) return query;
  auto memory = std::make_shared<Memory>(query, clock);
  return Xapian::Query((new RememberedSource(std::move(memory)))->release());
}

std::string describe_remembered(std::string description) {
  static const std::string kBegin = std::string("PostingSource(") + kMark;
  for (size_t at = description.find(kBegin); at != std::string::npos;
       at = description.find(kBegin, at)) {
    description.erase(at, kBegin.size());
    size_t depth = 1, close = at;
    for (; close < description.size() && depth > 0; ++close) {
      if (description[close] == '(') ++depth;
      if (description[close] == ')') --depth;
    }
    description.erase(close - 1, 1);
  }
  return description;
}

}  // namespace ofsearch
