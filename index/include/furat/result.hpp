// An answer, or why there is none: what functions give that throw no exceptions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "furat/errors.hpp"

namespace furat {

/// What the exceptions of errors.hpp say, as a value.
struct Error {
  enum class Kind {
    request,    ///< RequestError
    index,      ///< IndexError
    deadline,   ///< DeadlineExceeded
    cancelled,  ///< Cancelled
    out_of_memory,
    internal,  ///< any other exception
  };
  Kind kind = Kind::internal;
  std::string message;  ///< a whole sentence
  /// Of a request, as RequestError has them.
  std::string argument{}, text{};
  std::size_t column = 0;
  std::vector<std::string> suggestions{};
  /// Of an index, as IndexError has them.
  std::optional<IndexError::Kind> index_kind{};
  std::string path{};
  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}
  Result(Error error) : content_(std::move(error)) {}

  [[nodiscard]] bool has_value() const noexcept { return std::holds_alternative<T>(content_); }
  explicit operator bool() const noexcept { return has_value(); }

  /// Throws std::bad_variant_access if there is an error instead.
  [[nodiscard]] T& value() & { return std::get<T>(content_); }
  [[nodiscard]] const T& value() const& { return std::get<T>(content_); }
  [[nodiscard]] T&& value() && { return std::get<T>(std::move(content_)); }
  [[nodiscard]] const T& operator*() const { return value(); }
  [[nodiscard]] const T* operator->() const { return &value(); }

  /// Throws std::bad_variant_access if there is a value instead.
  [[nodiscard]] const Error& error() const& { return std::get<Error>(content_); }
  [[nodiscard]] Error&& error() && { return std::get<Error>(std::move(content_)); }

 private:
  std::variant<T, Error> content_;
};

}  // namespace furat
