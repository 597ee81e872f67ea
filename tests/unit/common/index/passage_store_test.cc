#include "common/index/passage_store.h"

#include "common/index/schema.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

std::vector<std::string> samples(const std::string& about) {
  std::vector<std::string> records;
  for (int i = 0; i < 2000; ++i)
    records.push_back("id\t" + std::to_string(i) + "\nLeaders know " + about +
                      " well, and act on " + std::to_string(i * 7919 % 1000) + " of them. " +
                      about + " are seen.");
  return records;
}

// A database of one passage, packed after `about`, and one document that is none.
void write(const std::filesystem::path& path, const std::string& about) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE);
  RecordPacker packer(learn_dictionary(samples(about)));
  database.set_metadata(dictionary_key(packer.dictionary_id()), packer.dictionary());
  Xapian::Document passage, other;
  passage.add_value(kRecordSlot, packer.pack("id\t1\n" + about + " are here."));
  other.set_data("{}");
  database.add_document(passage);
  database.add_document(other);
  database.commit();
}

}  // namespace

TEST_CASE("Passages of databases that are put together are read with the dictionary of each") {
  test::TempFolder folder;
  write(folder.path() / "one", "foster carers");
  write(folder.path() / "two", "social workers");
  Xapian::Database both((folder.path() / "one").string());
  both.add_database(Xapian::Database((folder.path() / "two").string()));
  both.compact((folder.path() / "both").string());
  Xapian::Database together((folder.path() / "both").string());
  PassageReader reader(together);
  std::vector<std::string> found;
  for (Xapian::docid id = 1; id <= together.get_lastdocid(); ++id)
    if (std::string record = reader.record(id); !record.empty()) found.push_back(record);
  CHECK(found == std::vector<std::string>{"id\t1\nfoster carers are here.",
                                          "id\t1\nsocial workers are here."});
}

TEST_CASE("A passage that cannot be unpacked is an error, not an empty text") {
  test::TempFolder folder;
  Xapian::WritableDatabase database((folder.path() / "db").string(), Xapian::DB_CREATE);
  Xapian::Document document;
  document.add_value(kRecordSlot, "nothing that was packed");
  database.add_document(document);
  database.commit();
  PassageReader reader(database);
  CHECK_THROWS_AS(reader.record(1), Xapian::DatabaseCorruptError);
}

}  // namespace ofsearch
