#include "indexer/readers/office/zip_members.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <vector>

namespace furat::indexer::office {
namespace {

constexpr zip_int64_t kMostMembers = 10'000;
constexpr std::size_t kLargestMember = std::size_t{64} << 20U;
// Text as XML shrinks to a tenth, a large table of one number to a hundredth.
constexpr std::size_t kMostGrowth = 200;
constexpr std::size_t kHarmless = std::size_t{4} << 20U;  // whatever it grew from

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

struct ZipMembers::Archive {
  zip_t* zip = nullptr;
  ~Archive() {
    if (zip != nullptr) zip_discard(zip);
  }
};

ZipMembers::ZipMembers(std::string_view bytes) : archive_(std::make_unique<Archive>()) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    archive_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive_->zip == nullptr) zip_source_free(source);
  }
  zip_error_fini(&error);
  if (archive_->zip == nullptr) {
    fault_ = "The file is a damaged zip archive.";
  } else if (zip_get_num_entries(archive_->zip, 0) > kMostMembers) {
    fault_ = fmt::format("The zip archive has more than {} members.", kMostMembers);
  }
}

ZipMembers::~ZipMembers() = default;

bool ZipMembers::holds(const std::string& name) const {
  return archive_->zip != nullptr && zip_name_locate(archive_->zip, name.c_str(), 0) >= 0;
}

std::optional<std::string> ZipMembers::read(const std::string& name) {
  if (!holds(name)) return std::nullopt;
  const auto fail = [&](std::string_view what) {
    fault_ = fmt::format("The part {} of the document {}.", name, what);
    return std::nullopt;
  };
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive_->zip, name.c_str(), 0, &stat) != 0) return fail("is damaged");
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    return fail("is encrypted");
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive_->zip, name.c_str(), 0));
  if (!file) return fail("is damaged");
  const std::size_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
  std::string content;
  std::vector<char> buffer(std::size_t{64} << 10U);
  for (;;) {
    const auto size = zip_fread(file.get(), buffer.data(), buffer.size());
    if (size < 0) return fail("is damaged");
    if (size == 0) return content;
    content.append(buffer.data(), static_cast<std::size_t>(size));
    if (content.size() > kLargestMember)
      return fail(fmt::format("is larger than {} MiB", kLargestMember >> 20U));
    if (content.size() > kHarmless && content.size() / kMostGrowth > packed)
      return fail(fmt::format("grows more than {} times when it is inflated", kMostGrowth));
  }
}

}  // namespace furat::indexer::office
