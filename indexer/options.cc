#include "indexer/options.h"

#include "common/cli.h"

namespace ofsearch {
namespace {

namespace po = boost::program_options;

CommandLine command_line() {
  OptionGroup input("Input and index");
  input.add_options()
      ("db", po::value<std::string>()->value_name("PATH"),
       "index to build or update (default: $OFSEARCH_DB, else ~/.local/share/ofsearch/index)");
  OptionGroup look("Looking at documents (writes no index)");
  look.add_options()
      ("inspect", "print what each document is, with the words that decided it")
      ("format", po::value<std::string>()->value_name("FORMAT"),
       "of --inspect: text (default) or jsonl")
      ("passages", "with --inspect: print the passages too");
  OptionGroup other("Other");
  other.add_options()
      ("quiet,q", "print errors only")
      ("help,h", "print this help")
      ("version,V", "print the version");
  return {"ofindex",
          "ofindex [options] PATH...",
          "Reads reports (files or folders of PDF, text, Markdown, HTML, DOCX) and builds the index\n"
          "that ofsearch searches.",
          {input, look, other},
          "PATH",
          {"ofindex reports/\n      index every report in the folder",
           "ofindex --inspect report.pdf\n      see what one document is taken for, and why"}};
}

}  // namespace

Result<IndexOptions> parse_index_options(int argc, const char* const* argv) {
  CommandLine line = command_line();
  po::variables_map values = OF_TRY(parse_arguments(line, argc, argv));
  IndexOptions options;
  if (values.count("help") > 0) options.information = help_text(line);
  if (values.count("version") > 0) options.information = version_text(line.program);
  if (!options.information.empty()) return options;
  if (values.count("PATH") > 0) options.paths = values["PATH"].as<std::vector<std::string>>();
  if (values.count("db") > 0) options.db = values["db"].as<std::string>();
  if (values.count("format") > 0)
    options.format = OF_TRY(one_of("format", values["format"].as<std::string>(), {"text", "jsonl"}));
  options.inspect = values.count("inspect") > 0;
  options.passages = values.count("passages") > 0;
  options.quiet = values.count("quiet") > 0;
  if (options.paths.empty())
    return Error{ErrorCode::kUsage, "no PATH is given",
                 "name the files or folders that hold the reports, as in: ofindex reports/"};
  return options;
}

}  // namespace ofsearch
