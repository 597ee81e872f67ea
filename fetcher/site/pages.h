// Parses the pages of the inspectorate's report site. The known formats:
//
//   search     links to ".../provider/KIND/NUMBER", 100 a page; the text is the provider's name
//   provider   links of class "publication-link" to "FILES/v1/file/NUMBER", in which a hidden
//              <span class="nonvisual"> says "Title, pdf - 15 July 2024"
//
// A page in another format gives an empty list, which the caller must treat as an error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct ListedProvider {
  std::string number;  // the inspectorate's unique reference number
  std::string name;    // "Cumberland Council", as on the site
  std::string address;
};

struct ListedReport {
  std::string address;
  std::string number;     // of the file
  std::string title;      // "Area SEND full inspection"
  std::string published;  // ISO date; empty if the page gives none
};

// Returns the providers of a search page at `address`, each once, in order.
std::vector<ListedProvider> providers_of(std::string_view html, const std::string& address);

struct ProviderPage {
  std::vector<ListedReport> reports;
  size_t strange = 0;  // links of class "publication-link" that lead to no numbered file
};

// Returns the reports of a provider's page at `address`, in order, each file once: by its number,
// and with the first of its addresses.
ProviderPage reports_of(std::string_view html, const std::string& address);

// Tells whether a page says that something was not found, whatever its HTTP status: "Report not
// found", "Page not found".
bool says_not_found(std::string_view html);

// Returns the title of a page: its <title>, else its first heading; empty if it has neither.
std::string title_of(std::string_view html);

// Returns the last date in `text` ("15 July 2024", "1 Mar 2020", "15/07/2024"), in ISO form; or
// empty.
std::string last_day_in(std::string_view text);

}  // namespace ofsearch
