#include "index/capi/calls.hpp"

#include <cstdlib>
#include <cstring>
#include <new>

#include "index/attempt.hpp"
#include "index/capi/error.hpp"

namespace furat::capi {

std::stop_token token_of(const furat_cancellation* cancellation) {
  return cancellation == nullptr ? std::stop_token() : cancellation->source.get_token();
}

char* given_away(const std::string& text) {
  auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

namespace {

furat_error error_of_exception() {
  try {
    throw;
  } catch (const NullArgument& error) {
    return furat_error(FURAT_NULL_ARGUMENT, {Error::Kind::request, error.what()});
  } catch (...) {
    auto error = index::current_error();
    const auto status = status_of(error);
    return furat_error(status, error);
  }
}

}  // namespace

furat_status status_of_exception(furat_error** error) noexcept {
  try {
    const auto described = error_of_exception();
    if (error != nullptr) *error = new furat_error(described);
    return described.status;
  } catch (...) {
    return FURAT_OUT_OF_MEMORY;
  }
}

}  // namespace furat::capi
