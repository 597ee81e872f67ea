#include "fetcher/options.h"

#include "common/dates/date.h"
#include "common/options/option_rows.h"
#include "common/text/nearest.h"
#include "fetcher/report_types.h"
#include "fetcher/site/address.h"

#include <fmt/format.h>

#include <cstdlib>

namespace ofsearch {
namespace {

namespace po = boost::program_options;

OptionGroup what_group() {
  OptionGroup group("What to fetch");
  group.add_options()("authorities", texts("LIST"),
                      "of these authorities only, parted by commas (default: all)")(
      "types", texts("LIST"), "of these types only: inspection, focused-visit, ...")(
      "since", text("DATE"), "published on that day or later, as 2024-01-31")(
      "refresh", "ask again for files that are there; they come anew only if changed")(
      "dry-run", "read the site's pages and say what would be fetched; writes nothing")(
      "allow-shrink", "go on although the site lists less than half of what it did");
  return group;
}

OptionGroup manners_group() {
  OptionGroup group("Manners and limits");
  group.add_options()("contact", text("TEXT"),
                      "your mail or web address, told to the site (default: $OFFETCH_CONTACT)")(
      "delay", text("SECONDS"), "between two requests to a server (default 1)")(
      "retries", text("N"), "of a request that the server could not answer (default 4)")(
      "timeout", text("SECONDS"), "to wait for a server that is silent (default 30)")(
      "max-size", text("MB"), "largest file to accept (default 100)")(
      "site", text("URL"), "where the search and the authorities' pages are")(
      "files", text("URL"), "where the reports are");
  return group;
}

constexpr TextOption<FetchOptions> kTexts[] = {
    {"since", &FetchOptions::since},
    {"contact", &FetchOptions::contact},
    {"site", &FetchOptions::site},
    {"files", &FetchOptions::files},
    {"run-report", &FetchOptions::run_report},
};

constexpr NumberOption<FetchOptions> kNumbers[] = {
    {"delay", &FetchOptions::delay, 0, 3600},
    {"retries", &FetchOptions::retries, 0, 20},
    {"timeout", &FetchOptions::timeout, 1, 3600},
    {"max-size", &FetchOptions::max_size, 1, 4096},
};

constexpr FlagOption<FetchOptions> kFlags[] = {
    {"refresh", &FetchOptions::refresh},
    {"dry-run", &FetchOptions::dry_run},
    {"allow-shrink", &FetchOptions::allow_shrink},
    {"quiet", &FetchOptions::quiet},
};

struct ListOption {
  const char* name;
  std::vector<std::string> FetchOptions::*target;
};
constexpr ListOption kLists[] = {
    {"authorities", &FetchOptions::authorities},
    {"types", &FetchOptions::types},
};

Error usage(std::string message, std::string hint) {
  return {ErrorCode::kUsage, std::move(message), std::move(hint)};
}

// "a, b" and "c" -> a, b, c.
std::vector<std::string> split_lists(const std::vector<std::string>& lists) {
  std::vector<std::string> out;
  for (const std::string& list : lists)
    for (size_t begin = 0; begin <= list.size();) {
      size_t end = std::min(list.find(',', begin), list.size());
      std::string item = list.substr(begin, end - begin);
      size_t first = item.find_first_not_of(' ');
      if (first != std::string::npos)
        out.push_back(item.substr(first, item.find_last_not_of(' ') - first + 1));
      begin = end + 1;
    }
  return out;
}

Result<void> check_address(const char* option, std::string* address) {
  auto base = base_address(*address);
  if (!base)
    return usage(fmt::format("--{} does not take \"{}\"", option, *address),
                 "it takes an address such as https://reports.example.org");
  *address = *base;
  return {};
}

Result<void> check_values(FetchOptions* options) {
  for (const std::string& type : options->types)
    OF_CHECK([&]() -> Result<void> {
      auto known = one_of("types", type, report_type_names());
      if (!known) return known.error();
      return {};
    }());
  if (!options->since.empty() && !parse_iso_date(options->since))
    return usage(fmt::format("--since does not take \"{}\"", options->since),
                 "it takes a date as 2024-01-31");
  OF_CHECK(check_address("site", &options->site));
  OF_CHECK(check_address("files", &options->files));
  if (options->delay == 0 && !(is_loopback(options->site) && is_loopback(options->files)))
    return usage("--delay 0 is for servers on this machine only", "leave the site a second");
  if (options->contact.find_first_of("\r\n") != std::string::npos)
    return usage("--contact is more than one line", "give a mail or web address");
  return {};
}

Result<void> check_presence(const po::variables_map& values, FetchOptions* options) {
  if (values.count("FOLDER") == 0)
    return usage("no FOLDER is given", "name the folder for the reports, as in: offetch reports/");
  auto folders = values["FOLDER"].as<std::vector<std::string>>();
  if (folders.size() > 1)
    return usage(fmt::format("there are two folders, {} and {}", folders[0], folders[1]),
                 "give one");
  options->folder = folders[0];
  if (options->folder.empty()) return usage("the name of the folder is empty", "give one");
  if (const char* contact = std::getenv("OFFETCH_CONTACT");
      options->contact.empty() && contact != nullptr)
    options->contact = contact;
  if (options->contact.empty())
    return usage("offetch tells the site who asks, and does not know",
                 "add --contact with your mail address, or set OFFETCH_CONTACT");
  return {};
}

}  // namespace

CommandLine fetch_command_line() {
  return {
      "offetch",
      "offetch [options] FOLDER",
      "Downloads the inspectorate's published reports on children's services into a folder,\n"
      "slowly and each file once, with reports.csv beside them, which ofindex reads. Run again,\n"
      "it fetches what is new.",
      {what_group(), manners_group(), run_group()},
      "FOLDER",
      {"offetch --contact me@example.org reports/\n      fetch every report that is not there",
       "offetch --contact me@example.org --dry-run --authorities Cumbria,Bristol reports/\n"
       "      see what there is of two authorities",
       "offetch --contact me@example.org --quiet --since 2024-01-01 reports/ && ofindex "
       "reports/\n      for cron: silent unless something is wrong"},
      "Types: " + list_in_words(report_type_names()) + "."};
}

Result<FetchOptions> parse_fetch_options(int argc, const char* const* argv) {
  CommandLine line = fetch_command_line();
  po::variables_map values = OF_TRY(parse_arguments(line, argc, argv));
  FetchOptions options;
  options.information = information_asked_for(line, values);
  if (!options.information.empty()) return options;
  for (const ListOption& list : kLists)
    if (values.count(list.name) > 0)
      options.*list.target = split_lists(values[list.name].as<std::vector<std::string>>());
  OF_CHECK(set_members(values, kTexts, kFlags, kNumbers, &options));
  OF_CHECK(check_presence(values, &options));
  OF_CHECK(check_values(&options));
  return options;
}

}  // namespace ofsearch
