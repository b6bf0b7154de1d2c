// What every function of the C interface does: refuse NULL, keep exceptions in, give out texts.
#pragma once

#include <stdexcept>
#include <stop_token>
#include <string>

#include "furat/furat_base.h"

struct furat_cancellation {
  std::stop_source source;
};

namespace furat::capi {

/// A pointer that must not be NULL is.
class NullArgument : public std::invalid_argument {
 public:
  explicit NullArgument(const char* name)
      : std::invalid_argument("the argument '" + std::string(name) + "' is NULL") {}
};

/// What it points to. Throws NullArgument.
template <class Value>
[[nodiscard]] Value& required(Value* pointer, const char* name) {
  if (pointer == nullptr) throw NullArgument(name);
  return *pointer;
}

/// The text. Throws NullArgument.
[[nodiscard]] inline const char* required_text(const char* text, const char* name) {
  return &required(text, name);
}

/// NULL: a token that never asks to stop.
[[nodiscard]] std::stop_token token_of(const furat_cancellation* cancellation);

/// A copy for furat_string_free(). Throws std::bad_alloc.
[[nodiscard]] char* given_away(const std::string& text);

/// The status of the exception that is being handled; `error`, if it is not NULL, gets the rest.
[[nodiscard]] furat_status status_of_exception(furat_error** error) noexcept;

/// Does the work of a call.
template <class Work>
furat_status status_of(furat_error** error, const Work& work) noexcept {
  try {
    if (error != nullptr) *error = nullptr;
    work();
    return FURAT_OK;
  } catch (...) {
    return status_of_exception(error);
  }
}

/// The same of a call that gives a text: what `text_of()` returns.
template <class TextOf>
furat_status answered(char** answer, furat_error** error, const TextOf& text_of) noexcept {
  return status_of(error, [&] {
    auto& out = required(answer, "answer");
    out = nullptr;
    out = given_away(text_of());
  });
}

}  // namespace furat::capi
