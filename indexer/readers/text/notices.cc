#include "indexer/readers/text/notices.h"

#include "common/text/characters.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace ofsearch {
namespace {

constexpr size_t kLongest = 900;  // bytes of a line; disclaimers are long

// The beginnings of notices, in bare words; the last word may go on.
constexpr std::array<std::string_view, 44> kNotices = {
    // newsletters
    "view this email in", "view in browser", "view in your browser", "you are receiving this",
    "you received this email", "you have received this email because", "this email was sent to",
    "if you no longer wish to receive", "to unsubscribe", "unsubscribe from", "unsubscribe update",
    "unsubscribe here", "click here to unsubscribe", "update your preferences",
    "manage your preferences", "manage your subscription", "manage preferences",
    "our mailing address is", "forward to a friend",
    // mail programs and servers
    "please consider the environment", "please do not print this", "think before you print",
    "this email and any", "this e mail and any", "this message and any",
    "this email is confidential", "this message is intended", "the information in this email",
    "the information contained in this e", "if you are not the intended recipient",
    "if you have received this email in error", "caution this email originated",
    "this email originated from outside", "this email has been scanned", "sent from my i",
    "get outlook for",
    // sites
    "we use some essential cookies", "we use cookies to", "this site uses cookies",
    "this website uses cookies", "accept additional cookies", "accept all cookies",
    "skip to main content", "is this page useful"};

// Such lines that say nothing more.
constexpr std::array<std::string_view, 8> kWhole = {"view online",
                                                    "unsubscribe",
                                                    "cookies on gov uk",
                                                    "view cookies",
                                                    "yes this page is useful",
                                                    "no this page is not useful",
                                                    "report a problem with this page",
                                                    "skip to content"};

bool is_notice(std::string_view text) {
  constexpr size_t kBeginning = 160;  // bytes
  const std::string words = bare_words(text.substr(0, kBeginning));
  return std::ranges::find(kWhole, words) != kWhole.end() ||
         std::ranges::any_of(kNotices, [&](std::string_view start) {
           return words.starts_with(start) &&
                  (start.ends_with(" i") || start.ends_with(" e") || words.size() == start.size() ||
                   words[start.size()] == ' ');
         });
}

// A notice's line that goes on with the next one: full, and no sentence's end.
bool goes_on(std::string_view text) {
  constexpr size_t kFull = 50;  // bytes
  return text.size() >= kFull && std::string_view(".!?:").find(text.back()) == text.npos;
}

}  // namespace

void drop_notices(std::vector<Page>* pages) {
  for (Page& page : *pages) {
    std::vector<Line> kept;
    bool within = false;
    int block = 0;
    for (Line& line : page.lines) {
      if (line.block != block) within = false;
      block = line.block;
      if (!within && (line.text.size() > kLongest || !is_notice(line.text))) {
        kept.push_back(std::move(line));
        continue;
      }
      within = goes_on(trimmed(line.text));
    }
    page.lines = std::move(kept);
  }
}

}  // namespace ofsearch
