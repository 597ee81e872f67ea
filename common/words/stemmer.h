// Turns words into the terms of the index.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Xapian {
class Stem;
}

namespace ofsearch {

// The English (Porter 2) stemmer, with irregular forms (word_families.h) and a cache of stems. Not
// thread-safe.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // Returns the stem of `term` (search form); the reference is valid until the next call.
  const std::string& stem(const std::string& term);

 private:
  std::unique_ptr<Xapian::Stem> stem_;
  std::unordered_map<std::string, std::string> known_;
};

// Tells whether `term` (search form) is a stopword: "the", "of", "were". Stopwords are in the index
// without stems, and a query of plain words leaves them out.
bool is_stopword(std::string_view term);

// The longest word in bytes that becomes a term; longer ones are ignored.
inline constexpr size_t kLongestWord = 64;

}  // namespace ofsearch
