#include "index/file_table.hpp"

#include <algorithm>

#include "furat/errors.hpp"
#include "index/file_digests.hpp"
#include "index/files.hpp"
#include "index/schema.hpp"
#include "index/sha256.hpp"
#include "index/varint.hpp"

namespace furat::index {
namespace {

constexpr std::string_view kMagic = "FURATFIL";
constexpr char kVersion = 4;
constexpr std::size_t kChecksumBytes = 16;

/// Beyond what one index can hold. Arrays by these numbers are made from them.
constexpr std::uint32_t kMostArticles = 1U << 26U;

void append_file(std::string& out, const FileRecord& file) {
  append_varint(out, file.input);
  append_text(out, file.name);
  out += static_cast<char>(file.state);
  out += static_cast<char>(file.again ? 1 : 0);
  append_varint(out, file.size);
  append_signed(out, file.modified);
  append_varint(out, file.digest);
  append_text(out, file.sha256);
  append_varint(out, file.metadata);
  append_varint(out, file.articles.size());
  for (const auto article : file.articles) append_varint(out, article);
  append_text(out, file.reason);
}

FileRecord read_file_record(ByteReader& reader) {
  FileRecord file;
  file.input = reader.varint32();
  file.name = reader.text();
  file.state = static_cast<FileState>(reader.byte());
  file.again = reader.flag();
  file.size = reader.varint();
  file.modified = reader.signed_varint();
  file.digest = reader.varint();
  file.sha256 = reader.text();
  file.metadata = reader.varint();
  for (auto left = reader.count(); left > 0 && !reader.failed(); --left)
    file.articles.push_back(reader.varint32());
  file.reason = reader.text();
  return file;
}

bool is_sound(const FileTable& table) {
  for (const auto& file : table.files)
    if (file.input >= table.inputs.size() || file.state > FileState::excluded ||
        (!file.sha256.empty() && file.sha256.size() != kSha256Bytes) ||
        std::any_of(file.articles.begin(), file.articles.end(),
                    [](std::uint32_t article) { return article >= kMostArticles; }))
      return false;
  return true;
}

}  // namespace

std::string encode(const FileTable& table) {
  std::string out(kMagic);
  out += kVersion;
  append_text(out, table.metadata);
  for (const auto* paths : {&table.lexicons, &table.gazetteers}) {
    append_varint(out, paths->size());
    for (const auto& path : *paths) append_text(out, path);
  }
  append_varint(out, table.inputs.size());
  for (const auto& input : table.inputs) {
    append_text(out, input.path);
    append_text(out, input.given);
    out += static_cast<char>(input.is_folder ? 1 : 0);
  }
  append_varint(out, table.files.size());
  for (const auto& file : table.files) append_file(out, file);
  return out + hex(stable_hash(out));
}

std::optional<FileTable> decode_file_table(std::string_view bytes) {
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + 1 + kChecksumBytes)
    return std::nullopt;
  const auto contents = bytes.substr(0, bytes.size() - kChecksumBytes);
  if (contents[kMagic.size()] != kVersion ||
      bytes.substr(contents.size()) != hex(stable_hash(contents)))
    return std::nullopt;
  ByteReader reader(contents.substr(kMagic.size() + 1));
  FileTable table;
  table.metadata = reader.text();
  for (auto* paths : {&table.lexicons, &table.gazetteers})
    for (auto left = reader.count(); left > 0 && !reader.failed(); --left)
      paths->emplace_back(reader.text());
  for (auto left = reader.count(); left > 0 && !reader.failed(); --left) {
    InputRecord input;
    input.path = reader.text();
    input.given = reader.text();
    input.is_folder = reader.flag();
    table.inputs.push_back(std::move(input));
  }
  for (auto left = reader.count(); left > 0 && !reader.failed(); --left)
    table.files.push_back(read_file_record(reader));
  if (reader.failed() || !reader.at_end() || !is_sound(table)) return std::nullopt;
  return table;
}

std::filesystem::path file_table_path(const std::filesystem::path& generation) {
  return generation / "files";
}

void store_file_table(const std::filesystem::path& generation, const FileTable& table) {
  replace_durably(file_digests_path(generation), encode_file_digests(table));
  replace_durably(file_table_path(generation), encode(table));
}

FileTable read_file_table(const std::filesystem::path& generation) {
  const auto path = file_table_path(generation);
  const auto bytes = read_file(path);
  auto table = bytes ? decode_file_table(*bytes) : std::nullopt;
  if (!table)
    throw IndexError(
        IndexError::Kind::damaged, path.string(),
        "the table of files " + path.string() + " is missing or damaged; build the index again");
  return std::move(*table);
}

}  // namespace furat::index
