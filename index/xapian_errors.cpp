#include "index/xapian_errors.hpp"

namespace furat::index {

IndexError as_index_error(const Xapian::Error& error, const std::filesystem::path& path) {
  using Kind = IndexError::Kind;
  const std::string type = error.get_type();
  auto kind = Kind::io;
  if (type == "DatabaseCorruptError" || type == "SerialisationError") kind = Kind::damaged;
  if (type == "DatabaseVersionError" || type == "FeatureUnavailableError")
    kind = Kind::incompatible;
  if (type == "DatabaseNotFoundError") kind = Kind::not_found;
  if (type == "DatabaseLockError") kind = Kind::locked;
  std::string message = path.string() + ": " + error.get_msg();
  if (const char* reason = error.get_error_string()) message += std::string(" (") + reason + ")";
  return {kind, path.string(), message};
}

}  // namespace furat::index
