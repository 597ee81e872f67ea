// From words to the terms of the index.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Xapian {
class Stem;
}

namespace ofsearch {

// The English (Porter 2) stemmer, with families of irregular words (word_families.h) and a memory
// of the words it has seen. Not for two threads.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // The stem of a token's term; the reference holds until the next call.
  const std::string& stem(const std::string& term);

 private:
  std::unique_ptr<Xapian::Stem> stem_;
  std::unordered_map<std::string, std::string> known_;
};

// A word that says nothing about a topic ("the", "of", "were"), in search form. Such words are in
// the index as they are, without stems, and a query's bag of words leaves them out.
bool is_stopword(std::string_view term);

// Words of at most this many bytes become terms; longer ones are no words.
inline constexpr size_t kLongestWord = 64;

}  // namespace ofsearch
