#include "common/records/record_packer.h"

#include "tests/support/catch.h"

#include <random>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

// As alike as passages are: turns of speech that come back, between words of all kinds.
std::vector<std::string> made_records(size_t count, unsigned seed) {
  std::mt19937 random(seed);
  const std::string turns[] = {"Social workers know children well", "Plans are not clear enough",
                               "Leaders have acted on what inspectors found", "Visits come late"};
  std::vector<std::string> records;
  for (size_t i = 0; i < count; ++i) {
    std::string record = "id\t" + std::to_string(i) + "\n";
    for (int word = 0; word < 20; ++word)
      record += turns[random() % 4] + " and w" + std::to_string(random() % 1000) + ". ";
    records.push_back(std::move(record));
  }
  return records;
}

constexpr size_t kEnough = 400;

RecordUnpacker unpacker_for(const RecordPacker& packer) {
  return RecordUnpacker([id = packer.dictionary_id(), dictionary = packer.dictionary()](
                            uint32_t wanted) { return wanted == id ? dictionary : ""; });
}

size_t packed_size(RecordPacker* packer, const std::vector<std::string>& records) {
  size_t size = 0;
  for (const std::string& record : records) size += packer->pack(record).size();
  return size;
}

}  // namespace

TEST_CASE("A record comes back as it was packed, with and without a dictionary") {
  for (size_t samples : {size_t{0}, kEnough}) {
    RecordPacker packer(learn_dictionary(made_records(samples, 1)));
    CHECK((packer.dictionary_id() != 0) == (samples > 0));
    RecordUnpacker unpacker = unpacker_for(packer);
    std::vector<std::string> records = made_records(20, 2);
    records.insert(records.end(),
                   {"", "x", std::string("\0\n\t\xff", 4), std::string(300000, 'y')});
    for (const std::string& record : records) CHECK(unpacker.unpack(packer.pack(record)) == record);
  }
}

TEST_CASE("What was learnt from other records makes short records shorter") {
  std::vector<std::string> records = made_records(50, 3);
  RecordPacker with(learn_dictionary(made_records(kEnough, 1))), without("");
  CHECK(packed_size(&with, records) < packed_size(&without, records) * 3 / 4);
}

TEST_CASE("Packing the same records after the same samples gives the same bytes") {
  RecordPacker one(learn_dictionary(made_records(kEnough, 1))),
      other(learn_dictionary(made_records(kEnough, 1)));
  CHECK(one.dictionary_id() == other.dictionary_id());
  CHECK(one.pack("Plans are clear.") == other.pack("Plans are clear."));
}

TEST_CASE("A packed record that is damaged is not unpacked") {
  RecordPacker packer(learn_dictionary(made_records(kEnough, 1)));
  RecordUnpacker unpacker = unpacker_for(packer);
  std::string record = made_records(1, 4)[0], packed = packer.pack(record);
  for (size_t i = 0; i < packed.size(); ++i) {
    std::string changed = packed;
    changed[i] = static_cast<char>(changed[i] ^ 0x10);
    auto unpacked = unpacker.unpack(changed);
    CHECK((!unpacked || *unpacked == record));
    CHECK_FALSE(unpacker.unpack(packed.substr(0, i)));
  }
  CHECK_FALSE(unpacker.unpack(""));
  CHECK_FALSE(unpacker.unpack("no frame at all"));
}

TEST_CASE("Without its dictionary a record is not unpacked") {
  RecordPacker packer(learn_dictionary(made_records(kEnough, 1))),
      other(learn_dictionary(made_records(kEnough, 5)));
  std::string packed = packer.pack(made_records(1, 4)[0]);
  RecordUnpacker none([](uint32_t) { return std::string(); });
  CHECK_FALSE(none.unpack(packed));
  RecordUnpacker wrong([&](uint32_t) { return other.dictionary(); });
  CHECK_FALSE(wrong.unpack(packed));
}

TEST_CASE("A damaged dictionary is told from a whole one") {
  const std::string dictionary = learn_dictionary(made_records(kEnough, 1));
  CHECK(is_dictionary(dictionary));
  CHECK_FALSE(is_dictionary(""));
  CHECK_FALSE(is_dictionary(std::string(dictionary.size(), '\0')));
  std::string headless = dictionary, tables = dictionary;
  headless[0] = 'x';
  tables.replace(8, 40, std::string(40, '\xff'));
  CHECK_FALSE(is_dictionary(headless));
  CHECK_FALSE(is_dictionary(tables));
}

TEST_CASE("A dictionary is asked for once") {
  RecordPacker packer(learn_dictionary(made_records(kEnough, 1)));
  int asked = 0;
  RecordUnpacker unpacker([&](uint32_t) {
    ++asked;
    return packer.dictionary();
  });
  for (const std::string& record : made_records(5, 6)) CHECK(unpacker.unpack(packer.pack(record)));
  CHECK(asked == 1);
}

}  // namespace ofsearch
