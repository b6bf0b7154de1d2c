#include "indexer/cli/document_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "analysis/text/ascii.hpp"
#include "index/files.hpp"
#include "index/schema.hpp"

namespace furat::cli {
namespace {

namespace fs = std::filesystem;

bool is_plain(char c) {
  return analysis::is_ascii_letter(c) || analysis::is_ascii_digit(c) || c == '-' || c == '_';
}

std::error_code last_error() { return {errno, std::generic_category()}; }

void write_all(const index::FileDescriptor& file, const fs::path& path, std::string_view contents) {
  while (!contents.empty()) {
    const auto done = ::write(file.get(), contents.data(), contents.size());
    if (done < 0 && errno != EINTR) index::throw_io(last_error(), path, "write");
    if (done > 0) contents.remove_prefix(static_cast<std::size_t>(done));
  }
}

/// No link is followed: it might lead out of the folder.
void write_draft(const fs::path& draft, std::string_view contents) {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC;
  const index::FileDescriptor file(::open(draft.c_str(), kFlags, 0666));
  if (!file.is_open()) index::throw_io(last_error(), draft.parent_path(), "write to");
  write_all(file, draft, contents);
}

void require_replaceable(const fs::path& path) {
  std::error_code error;
  const auto status = fs::symlink_status(path, error);
  if (fs::exists(status) && !fs::is_regular_file(status))
    throw std::runtime_error(path.string() + " is in the way: it is no regular file");
}

}  // namespace

std::string safe_file_stem(std::string_view id) {
  constexpr std::size_t kLongest = 200;
  std::string stem;
  for (const char c : id)
    if (is_plain(c) || (c == '.' && !stem.empty()))
      stem += c;
    else
      stem += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  if (stem.size() <= kLongest) return stem;
  constexpr std::size_t kHash = 17;
  stem.resize(kLongest - kHash);
  return stem + fmt::format("~{:016x}", index::stable_hash(id));
}

DocumentFolder::DocumentFolder(fs::path folder, std::string extension)
    : folder_(std::move(folder)), extension_(std::move(extension)) {
  std::error_code error;
  if (fs::exists(folder_, error) && !fs::is_directory(folder_, error))
    throw std::runtime_error(folder_.string() + " is no folder");
  fs::create_directories(folder_, error);
  if (error) index::throw_io(error, folder_, "make the folder");
  if (::access(folder_.c_str(), W_OK | X_OK) != 0)
    index::throw_io(last_error(), folder_, "write to");
}

std::string DocumentFolder::new_stem(std::string_view id) {
  const auto stem = safe_file_stem(id);
  auto unused = stem;
  for (int number = 2; !stems_.insert(unused).second; ++number)
    unused = fmt::format("{}~{}", stem, number);
  return unused;
}

void DocumentFolder::write(std::string_view id, std::string_view contents) {
  const auto path = folder_ / (new_stem(id) + extension_);
  require_replaceable(path);
  // no stem begins with a dot
  const auto draft = folder_ / fmt::format(".draft-{}{}", ::getpid(), extension_);
  try {
    write_draft(draft, contents);
    if (::rename(draft.c_str(), path.c_str()) != 0) index::throw_io(last_error(), path, "replace");
  } catch (...) {
    ::unlink(draft.c_str());
    throw;
  }
}

}  // namespace furat::cli
