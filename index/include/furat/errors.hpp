// The exceptions of the public libraries.
#pragma once

#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include "furat/export.hpp"

namespace furat {

/// An index that cannot be used, or a disk that does not play along. `what()` is a whole sentence
/// naming the path.
class FURAT_EXPORT IndexError : public std::runtime_error {
 public:
  enum class Kind {
    not_found,  ///< no index there
    older,      ///< made by an older version, with a schema this program does not read
    newer,      ///< made by a newer version
    damaged,    ///< does not pass its checks
    locked,     ///< another writer is at work
    disk_full,  ///< or a quota or file size limit reached
    read_only,  ///< the file system takes no changes
    permission_denied,
    unreachable,  ///< a shard does not answer
    io,           ///< any other failure to read or write
  };
  IndexError(Kind kind, std::string path, const std::string& message)
      : std::runtime_error(message), kind_(kind), path_(std::move(path)) {}
  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  Kind kind_;
  std::string path_;
};

/// A request that cannot be answered as it was put: a query that does not parse, an unknown filter
/// value, a bad date.
class FURAT_EXPORT RequestError : public std::invalid_argument {
 public:
  /// `argument` names what was wrong ("query", "place", "date"), `text` is what was given, `column`
  /// is the 0-based byte in it where the fault begins, `suggestions` are values that would have
  /// been understood, best first.
  RequestError(const std::string& message, std::string argument, std::string text,
               std::size_t column = 0, std::vector<std::string> suggestions = {})
      : std::invalid_argument(message),
        argument_(std::move(argument)),
        text_(std::move(text)),
        column_(column),
        suggestions_(std::move(suggestions)) {}
  [[nodiscard]] const std::string& argument() const { return argument_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t column() const { return column_; }
  [[nodiscard]] const std::vector<std::string>& suggestions() const { return suggestions_; }

 private:
  std::string argument_, text_;
  std::size_t column_;
  std::vector<std::string> suggestions_;
};

/// A request that was not answered in the time it was given. Nothing of the answer is there.
class FURAT_EXPORT DeadlineExceeded : public std::runtime_error {
 public:
  explicit DeadlineExceeded(std::chrono::milliseconds limit)
      : std::runtime_error("the search took longer than the " + std::to_string(limit.count()) +
                           " ms it was given"),
        limit_(limit) {}
  [[nodiscard]] std::chrono::milliseconds limit() const { return limit_; }

 private:
  std::chrono::milliseconds limit_;
};

/// A request that was not answered because its caller no longer wants it.
class FURAT_EXPORT Cancelled : public std::runtime_error {
 public:
  Cancelled() : std::runtime_error("the search was cancelled") {}
};

}  // namespace furat
