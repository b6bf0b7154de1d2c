// The functions of furat/furat_base.h that are about no error.
#include <cstdlib>
#include <new>

#include "furat/version.hpp"
#include "index/capi/calls.hpp"

furat_cancellation* furat_cancellation_new() {
  try {
    return new furat_cancellation;
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void furat_cancellation_cancel(furat_cancellation* cancellation) {
  if (cancellation != nullptr) cancellation->source.request_stop();
}

void furat_cancellation_free(furat_cancellation* cancellation) { delete cancellation; }

void furat_string_free(char* text) { std::free(text); }

#define FURAT_AS_TEXT(number) #number
#define FURAT_JOINED(major, minor, patch) \
  FURAT_AS_TEXT(major) "." FURAT_AS_TEXT(minor) "." FURAT_AS_TEXT(patch)

const char* furat_version() {
  return FURAT_JOINED(FURAT_VERSION_MAJOR, FURAT_VERSION_MINOR, FURAT_VERSION_PATCH);
}

int furat_c_abi() { return FURAT_C_ABI; }
