#include "indexer/metadata/names/authority_mentions.h"

#include <algorithm>
#include <utility>

namespace ofsearch {

AuthorityMentions::AuthorityMentions(const View& view, std::string on)
    : view_(view), on_(std::move(on)) {}

std::optional<std::string_view> AuthorityMentions::on() const {
  if (on_.empty()) return std::nullopt;
  return std::string_view(on_);
}

std::vector<Authorities::Mention> AuthorityMentions::in(std::string_view text) const {
  return table_.mentions(text, on());
}

std::vector<const Authority*> AuthorityMentions::named_in(std::string_view text) const {
  std::vector<const Authority*> found;
  for (const Authorities::Mention& mention : in(text))
    if (std::find(found.begin(), found.end(), mention.authority) == found.end())
      found.push_back(mention.authority);
  return found;
}

const Authority* AuthorityMentions::only_one_in(std::string_view text) const {
  std::vector<const Authority*> named = named_in(text);
  return named.size() == 1 ? named.front() : nullptr;
}

void AuthorityMentions::count() {
  if (counted_) return;
  counted_ = true;
  for (const Paragraph& paragraph : view_.document.paragraphs) {
    if (!view_.in_first_report(paragraph.page)) break;
    for (const Authorities::Mention& mention : in(paragraph.text)) {
      ++counts_[mention.authority];
      first_.emplace(mention.authority, &paragraph);
    }
  }
  most_.named = counts_.size();
  for (const auto& [authority, count] : counts_) {
    most_.all += count;
    if (count > most_.count) {
      most_.second = std::exchange(most_.count, count);
      most_.authority = authority;
    } else {
      most_.second = std::max(most_.second, count);
    }
  }
}

const AuthorityMentions::Most& AuthorityMentions::most() {
  count();
  return most_;
}

const Paragraph* AuthorityMentions::first(const Authority* authority) {
  count();
  auto found = first_.find(authority);
  return found == first_.end() ? nullptr : found->second;
}

}  // namespace ofsearch
