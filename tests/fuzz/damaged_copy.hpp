// A copy of the small index with damage that the bytes of an input choose: in what our own codecs
// read, behind a Xapian database that is sound. (Xapian 1.4 does not withstand hostile tables of
// its own; see docs/fuzzing.md.)
#pragma once

#include <xapian.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "index/generation.hpp"
#include "index/passage_record.hpp"
#include "index/schema.hpp"
#include "index/tables.hpp"
#include "tests/fuzz/file_of_bytes.hpp"
#include "tests/fuzz/fuzz_input.hpp"
#include "tests/fuzz/small_archive.hpp"

namespace furat::fuzz {

class DamagedCopy {
 public:
  explicit DamagedCopy(FuzzInput& input) : input_(input) {
    std::filesystem::copy(small_index().path(), path(), std::filesystem::copy_options::recursive);
    generation_ = path() / *index::current_generation(path());
    constexpr std::size_t kMostSteps = 4;
    for (std::size_t i = 0; i < kMostSteps && !input_.empty(); ++i) damage();
  }

  [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "index"; }

 private:
  void damage() {
    switch (input_.choice(6)) {
      case 0:
        return damage_metadata();
      case 1:
        return damage_record();
      case 2:
        return damage_value();
      case 3:
        return damage_slot();
      case 4:
        return damage_columns();
      default:
        return damage_file();
    }
  }

  [[nodiscard]] std::uint32_t number() {
    constexpr std::array<std::uint32_t, 8> kNumbers{0,          1,          2,          0x7FFFFFFF,
                                                    0x80000000, 0xFFFFFFFE, 0xFFFFFFFF, 1U << 24U};
    const auto byte = input_.byte();
    return byte < kNumbers.size() ? kNumbers[byte] : byte;
  }

  [[nodiscard]] std::size_t position(std::size_t size) {
    const std::size_t high = input_.byte();
    return size == 0 ? 0 : (high * 256 + input_.byte()) % size;
  }

  /// Flips a byte, cuts, or puts in a number that is far too large.
  [[nodiscard]] std::string mutated(std::string bytes) {
    const auto how = input_.choice(4);
    const auto at = position(bytes.size());
    if (how == 0 && !bytes.empty()) bytes[at] = static_cast<char>(bytes[at] ^ input_.byte());
    if (how == 1) bytes.resize(at);
    if (how == 2) bytes.insert(at, "\xFF\xFF\xFF\xFF\x0F");
    if (how == 3) bytes.insert(at, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01");
    return bytes;
  }

  [[nodiscard]] Xapian::WritableDatabase database() const {
    return Xapian::WritableDatabase(index::passages_path(generation_).string(), Xapian::DB_OPEN);
  }

  void damage_metadata() {
    auto opened = database();
    const std::vector<std::string> keys(opened.metadata_keys_begin(), opened.metadata_keys_end());
    const auto& key = keys[position(keys.size())];
    opened.set_metadata(key, mutated(opened.get_metadata(key)));
    opened.commit();
  }

  /// A value's row that can be decoded, but leads astray.
  void damage_value() {
    auto opened = database();
    const std::string prefix(index::key::kValues);
    const std::vector<std::string> keys(opened.metadata_keys_begin(prefix),
                                        opened.metadata_keys_end(prefix));
    const auto& key = keys[position(keys.size())];
    const auto& other = keys[position(keys.size())];
    auto value = index::decode_value_record(opened.get_metadata(key));
    if (!value) return;
    switch (input_.choice(5)) {
      case 0:
        value->parent = index::key::number_in(other);
        break;
      case 1:
        value->successor = index::key::number_in(other);
        break;
      case 2:
        value->parent = number();
        break;
      case 3:
        value->dimension = static_cast<index::Dimension>(input_.choice(6));
        break;
      default:
        if (const auto another = index::decode_value_record(opened.get_metadata(other)))
          value->id = another->id;
    }
    opened.set_metadata(key, index::encode(*value));
    opened.commit();
  }

  void damage_record() {
    auto opened = database();
    const auto id = static_cast<Xapian::docid>(1 + input_.choice(opened.get_lastdocid()));
    auto document = opened.get_document(id);
    auto record = index::decode_passage_record(document.get_data());
    if (!record) return;
    damage(*record);
    document.set_data(index::encode(*record));
    opened.replace_document(id, document);
    opened.commit();
  }

  void damage(index::PassageRecord& record) {
    switch (input_.choice(7)) {
      case 0:
        record.article = number();
        break;
      case 1:
        record.number = number();
        break;
      case 2:
        record.text = mutated(record.text);
        break;
      case 3:
        record.heading_size = number();
        break;
      case 4:
        record.source.clear();
        break;
      case 5:
        if (!record.source.empty()) record.source[0].file_begin = ~std::uint64_t{number()};
        break;
      default:
        if (!record.mentions.empty()) damage(record.mentions[position(record.mentions.size())]);
    }
  }

  void damage(index::MentionRecord& mention) {
    switch (input_.choice(8)) {
      case 0:
        mention.value = number();
        break;
      case 1:
        mention.begin = input_.byte();
        break;
      case 2:
        mention.end = input_.byte();
        break;
      case 3:
        mention.first_day = static_cast<std::int32_t>(number());
        break;
      case 4:
        mention.last_day.reset();
        break;
      case 5:
        mention.flags = input_.byte();
        break;
      case 6:
        mention.kind = static_cast<index::MentionKind>(input_.choice(3));
        break;
      default:
        mention.timex = mutated(mention.timex);
    }
  }

  void damage_slot() {
    auto opened = database();
    const auto id = static_cast<Xapian::docid>(1 + input_.choice(opened.get_lastdocid()));
    auto document = opened.get_document(id);
    const auto slot = static_cast<Xapian::valueno>(input_.choice(index::kSlotKinds + 1));
    document.add_value(slot, mutated(document.get_value(slot)));
    opened.replace_document(id, document);
    opened.commit();
  }

  /// A number among the columns, which are as large as they say.
  void damage_columns() {
    const auto file = index::columns_path(generation_);
    auto bytes = *index::read_file(file);
    constexpr std::size_t kHeader = 104;
    if (bytes.size() < kHeader + 4) return;  // after other damage
    const auto at = kHeader + position((bytes.size() - kHeader) / 4) * 4;
    const auto value = number();
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i));
    std::ofstream(file, std::ios::binary) << bytes;
  }

  void damage_file() {
    constexpr std::array<const char*, 4> kNames{"columns", "digests", "files", "COMPLETE"};
    const auto file = generation_ / kNames[input_.choice(kNames.size())];
    const auto bytes = mutated(*index::read_file(file));
    std::ofstream(file, std::ios::binary) << bytes;
  }

  FuzzInput& input_;
  test::TemporaryFolder folder_;
  std::filesystem::path generation_;
};

}  // namespace furat::fuzz
