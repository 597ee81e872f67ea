#include "indexer/glass/glass_segment.h"

#include "common/file.h"
#include "indexer/glass/table_writer.h"
#include "indexer/xapian_segment.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <fmt/format.h>
#include <xapian.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;
using Metadata = std::map<std::string, std::string>;
using Documents = std::vector<IndexDocument>;

const Metadata kMetadata = {{"a key", "its value"}, {"long", std::string(10000, 'm')}};

Xapian::WritableDatabase new_database(const fs::path& path) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST);
  for (const auto& [key, value] : kMetadata) database.set_metadata(key, value);
  database.commit();
  return database;
}

void write(Segment* segment, const Documents& documents) {
  for (const IndexDocument& document : documents) segment->add(document);
  REQUIRE(segment->finish());
}

// All that a search can ask a database for.
std::string content(const Xapian::Database& database) {
  std::ostringstream out;
  out << database.get_doccount() << ' ' << database.get_lastdocid() << ' '
      << database.get_total_length() << ' ' << database.get_doclength_lower_bound() << ' '
      << database.get_doclength_upper_bound() << '\n';
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    out << *key << '=' << database.get_metadata(*key) << '\n';
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id)
    out << *id << ':' << id.get_doclength() << ' ' << database.get_document(*id).get_data() << '\n';
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    out << *term << ' ' << term.get_termfreq() << ' ' << database.get_collection_freq(*term) << ' '
        << database.get_wdf_upper_bound(*term);
    for (auto id = database.postlist_begin(*term); id != database.postlist_end(*term); ++id)
      out << ' ' << *id << ':' << id.get_wdf();
    out << '\n';
  }
  for (Xapian::valueno slot = 0; slot < 300; ++slot) {
    out << slot << ' ' << database.get_value_freq(slot) << ' '
        << database.get_value_lower_bound(slot) << ' ' << database.get_value_upper_bound(slot);
    for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at)
      out << ' ' << at.get_docid() << ':' << *at;
    out << '\n';
  }
  return out.str();
}

std::string compacted(const fs::path& path) {
  const std::string to = path.string() + "-compact";
  Xapian::Database(path.string()).compact(to);
  return content(Xapian::Database(to));
}

std::unique_ptr<glass::GlassSegment> replace(const fs::path& path, const Metadata& metadata) {
  auto segment = glass::GlassSegment::replace(path, metadata);
  REQUIRE(segment);
  return std::move(*segment);
}

// What the two writers make of the same documents is the same, as written and when compacted.
void check_same(const Documents& documents) {
  test::TempFolder folder;
  XapianSegment expected(new_database(folder.path() / "xapian"));
  write(&expected, documents);
  new_database(folder.path() / "glass").close();
  write(replace(folder.path() / "glass", kMetadata).get(), documents);
  const std::string right = content(Xapian::Database((folder.path() / "xapian").string()));
  // A difference of megabytes is not worth printing.
  CHECK((content(Xapian::Database((folder.path() / "glass").string())) == right));
  CHECK((compacted(folder.path() / "glass") == right));
}

}  // namespace

TEST_CASE("A glass segment of no documents is an empty database") {
  check_same({});
}

TEST_CASE("A glass segment keeps terms, values and data of any shape") {
  TermTable terms;
  std::vector<std::string> texts = {
      "a", "ab", "a b", std::string("a\0b", 3), std::string(245, 'x'), "\xff", "\xc3\xa4"};
  IndexDocument rich, boolean, bare;
  uint32_t uses = 0;
  for (const std::string& text : texts) rich.terms.push_back({terms.term(text), uses++});
  rich.terms.push_back({terms.term("often"), 70000});
  rich.values = {{0, "zero"}, {6, ""}, {7, std::string(1, '\0')}, {200, std::string(300000, 'v')}};
  rich.data = std::string(5000, 'd');
  boolean.terms = {{terms.term("ab"), 0}, {terms.term("often"), 2}};
  boolean.values = {{0, "one"}, {200, "short"}};
  check_same({rich, bare, boolean, bare, rich});
}

TEST_CASE("A glass segment of many long terms has branches of branches") {
  TermTable terms;
  Documents documents(1000);
  for (size_t i = 0; i < documents.size(); ++i)
    for (size_t j = 0; j < 30; ++j) {
      const std::string number = std::to_string(i * 30 + j);
      documents[i].terms.push_back({terms.term(number + std::string(220, 'l')), 1});
    }
  check_same(documents);
}

TEST_CASE("A table of many long keys has branches of branches") {
  test::TempFolder folder;
  glass::TableWriter table(folder.path() / "table");
  for (int i = 0; i < 30000; ++i) table.add(fmt::format("{:05}", i) + std::string(220, 'l'), "tag");
  Result<glass::TableRoot> root = table.finish();
  REQUIRE(root);
  CHECK(root->level == 2);
  CHECK(root->entries == 30000);
  CHECK(root->block == root->blocks - 1);
}

TEST_CASE("A glass segment of many documents keeps every posting and value") {
  TermTable terms;
  std::mt19937 random(7);
  Documents documents(40000);  // ids of three bytes among them
  for (size_t i = 0; i < documents.size(); ++i) {
    DocumentTerms used(&terms);
    used.add(terms.term("everywhere"), 1 + i % 3);
    for (int j = 0; j < 4; ++j) {
      // Some terms are in thousands of documents, most in one or two.
      const double share = std::uniform_real_distribution<>(0, 1)(random);
      used.add(terms.term("w" + std::to_string(static_cast<int>(1 / (share + 1e-5)))), 1);
    }
    documents[i].terms = used.take();
    documents[i].values = {{1, "v" + std::to_string(random() % 1000)}};
    if (i % 7 == 0) documents[i].data = "data of " + std::to_string(i);
  }
  check_same(documents);
}

TEST_CASE("A database of another format is not replaced by a glass segment") {
  test::TempFolder folder;
  new_database(folder.path() / "db").close();
  const fs::path version = folder.path() / "db" / "iamglass";
  std::string format = *read_file(version);
  REQUIRE(replace(folder.path() / "db", {}));
  ++format[15];  // the last byte of the date of the format
  folder.write("db/iamglass", format);
  CHECK_FALSE(replace(folder.path() / "db", {}));
  CHECK_FALSE(glass::GlassSegment::replace(folder.path() / "nothing", {}));  // an error
}

TEST_CASE("A key that a table cannot hold or that is out of order is an error") {
  test::TempFolder folder;
  auto finish = [&](const std::vector<std::string>& keys) {
    glass::TableWriter table(folder.path() / "table");
    for (const std::string& key : keys) table.add(key, "tag");
    return table.finish();
  };
  CHECK(finish({"a", "b", std::string(255, 'k')}));
  for (const std::vector<std::string>& keys : std::vector<std::vector<std::string>>{
           {std::string(256, 'k')}, {""}, {"b", "a"}, {"a", "a"}}) {
    Result<glass::TableRoot> root = finish(keys);
    REQUIRE_FALSE(root);
    CHECK(root.error().code == ErrorCode::kInternal);
  }
}

TEST_CASE("A glass segment that cannot be written says which file and why") {
  TermTable terms;
  IndexDocument document;
  document.terms = {{terms.term("word"), 1}};
  document.data = "data";
  for (const char* name : {"postlist.glass", "docdata.glass", "iamglass"}) {
    test::TempFolder folder;
    new_database(folder.path() / "db").close();
    auto segment = replace(folder.path() / "db", {});
    segment->add(document);
    const fs::path file = folder.path() / "db" / name;
    fs::remove(file);
    fs::create_symlink("/dev/full", file);
    Result<void> finished = segment->finish();
    REQUIRE_FALSE(finished);
    CHECK(finished.error().code == ErrorCode::kUnreadable);
    CHECK(finished.error().message ==
          "cannot write " + file.string() + ": No space left on device");
  }
}

}  // namespace ofsearch
