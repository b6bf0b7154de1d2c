#include "index/file_digests.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

#include "index/damaged.hpp"
#include "index/sha256.hpp"

namespace furat::index {
namespace {

constexpr std::string_view kMagic = "FURATDG1";
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kNumberBytes = sizeof(std::uint32_t);
constexpr std::size_t kHeadBytes = 8 + 3 * kNumberBytes;  // magic, byte order, two counts

std::uint32_t number_at(std::string_view bytes, std::size_t place) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes.data() + place, kNumberBytes);
  return number;
}

void append_number(std::string& out, std::uint32_t number) {
  out.append(reinterpret_cast<const char*>(&number), kNumberBytes);
}

}  // namespace

FileDigests::FileDigests(const std::filesystem::path& generation)
    : file_(file_digests_path(generation)) {
  read({reinterpret_cast<const char*>(file_.bytes().data()), file_.bytes().size()},
       generation.string());
}

FileDigests::FileDigests(std::string bytes, const std::string& name)
    : owned_(std::make_shared<const std::string>(std::move(bytes))) {
  read(*owned_, name);
}

void FileDigests::read(std::string_view bytes, const std::string& name) {
  const bool begins = bytes.size() >= kHeadBytes && bytes.starts_with(kMagic) &&
                      number_at(bytes, kMagic.size()) == kByteOrder;
  const std::size_t files = begins ? number_at(bytes, kMagic.size() + kNumberBytes) : 0;
  const std::size_t articles = begins ? number_at(bytes, kMagic.size() + 2 * kNumberBytes) : 0;
  if (!begins || bytes.size() != kHeadBytes + files * kSha256Bytes + articles * kNumberBytes)
    throw_damaged(name, "its digests of files cannot be read");
  digests_ = bytes.substr(kHeadBytes, files * kSha256Bytes);
  numbers_ = bytes.substr(kHeadBytes + digests_.size());
}

std::string_view FileDigests::of(std::uint32_t article) const {
  if (article >= numbers_.size() / kNumberBytes) return {};
  const std::size_t file = number_at(numbers_, article * kNumberBytes);
  if (file == 0 || file * kSha256Bytes > digests_.size()) return {};
  return digests_.substr((file - 1) * kSha256Bytes, kSha256Bytes);
}

std::string encode_file_digests(const FileTable& table) {
  std::vector<std::uint32_t> file_of;
  std::string digests;
  std::uint32_t files = 0;
  for (const auto& file : table.files) {
    if (file.articles.empty() || file.sha256.size() != kSha256Bytes) continue;
    digests += file.sha256;
    ++files;
    for (const auto article : file.articles) {
      if (article >= file_of.size()) file_of.resize(std::size_t{article} + 1);
      file_of[article] = files;
    }
  }
  std::string out(kMagic);
  append_number(out, kByteOrder);
  append_number(out, files);
  append_number(out, static_cast<std::uint32_t>(file_of.size()));
  out += digests;
  for (const auto file : file_of) append_number(out, file);
  return out;
}

std::filesystem::path file_digests_path(const std::filesystem::path& generation) {
  return generation / "digests";
}

}  // namespace furat::index
