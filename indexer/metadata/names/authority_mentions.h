// Finds which authorities of the table a document names, where, and how often.
#pragma once

#include "common/field/authorities/authorities.h"
#include "indexer/metadata/view/view.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

class AuthorityMentions {
 public:
  // `on` is an ISO date on which the authorities named were there; empty if not known. `view` must
  // outlive it.
  AuthorityMentions(const View& view, std::string on);

  // Returns the mentions in the order of the text.
  std::vector<Authorities::Mention> in(std::string_view text) const;
  // Returns the authorities that `text` names, each once.
  std::vector<const Authority*> named_in(std::string_view text) const;
  // Returns the authority that `text` names if it names no other; else nullptr.
  const Authority* only_one_in(std::string_view text) const;

  // ---- In the whole document, or the first report of several --------------------------------

  struct Most {
    const Authority* authority = nullptr;  // named most; nullptr if none is named
    size_t count = 0;
    size_t second = 0;  // how often the one after it is named
    size_t all = 0;     // how often any is
    size_t named = 0;   // how many authorities are
  };
  // Returns the counts. They are made when first asked for, as a title mostly answers before.
  const Most& most();
  // Returns where it is named first; nullptr if nowhere.
  const Paragraph* first(const Authority* authority);

 private:
  std::optional<std::string_view> on() const;
  void count();

  const View& view_;
  const Authorities& table_ = Authorities::builtin();
  std::string on_;
  bool counted_ = false;
  std::map<const Authority*, size_t> counts_;
  std::map<const Authority*, const Paragraph*> first_;
  Most most_;
};

}  // namespace ofsearch
