// The error object of the C interface.
#pragma once

#include <string>

#include "furat/furat_base.h"
#include "furat/result.hpp"

struct furat_error {
  furat_error(furat_status what, const furat::Error& why);

  furat_status status;
  std::string message;
  std::string json;
};

namespace furat::capi {

[[nodiscard]] furat_status status_of(const Error& error);

}  // namespace furat::capi
