#include "index/xapian_errors.hpp"

#include <cerrno>
#include <string>
#include <system_error>

#include "index/files.hpp"

namespace furat::index {
namespace {

/// Xapian keeps the system's error only as its text.
IndexError::Kind kind_of_reason(const char* reason) {
  if (reason == nullptr) return IndexError::Kind::io;
  for (const int number : {ENOSPC, EDQUOT, EFBIG, EROFS, EACCES, EPERM}) {
    const std::error_code error(number, std::generic_category());
    if (error.message() == reason) return kind_of_failure(error);
  }
  return IndexError::Kind::io;
}

/// Tables that end too early, or that are of another revision, though no generation ever changes:
/// the system has no part in that.
bool is_damage(const std::string& type, const char* reason) {
  const bool of_tables =
      type == "DatabaseError" || type == "DatabaseOpeningError" || type == "DatabaseModifiedError";
  return type == "DatabaseCorruptError" || type == "SerialisationError" ||
         (of_tables && reason == nullptr);
}

}  // namespace

IndexError as_index_error(const Xapian::Error& error, const std::filesystem::path& path) {
  using Kind = IndexError::Kind;
  const std::string type = error.get_type();
  auto kind = kind_of_reason(error.get_error_string());
  if (is_damage(type, error.get_error_string())) kind = Kind::damaged;
  if (type == "DatabaseVersionError" || type == "FeatureUnavailableError") kind = Kind::older;
  if (type == "DatabaseNotFoundError") kind = Kind::not_found;
  if (type == "DatabaseLockError") kind = Kind::locked;
  if (type == "NetworkError" || type == "NetworkTimeoutError") kind = Kind::unreachable;
  std::string message = path.string() + ": " + error.get_msg();
  if (const char* reason = error.get_error_string()) message += std::string(" (") + reason + ")";
  return {kind, path.string(), message};
}

}  // namespace furat::index
