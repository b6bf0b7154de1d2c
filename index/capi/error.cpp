#include "index/capi/error.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace {

using Json = nlohmann::ordered_json;
using furat::Error;
using furat::IndexError;

constexpr std::array<std::pair<furat_status, const char*>, 16> kNames{{
    {FURAT_OK, "ok"},
    {FURAT_NULL_ARGUMENT, "null_argument"},
    {FURAT_BAD_REQUEST, "bad_request"},
    {FURAT_DEADLINE_EXCEEDED, "deadline_exceeded"},
    {FURAT_CANCELLED, "cancelled"},
    {FURAT_OUT_OF_MEMORY, "out_of_memory"},
    {FURAT_FAILED, "failed"},
    {FURAT_INDEX_NOT_FOUND, "index_not_found"},
    {FURAT_INDEX_OLDER, "index_older"},
    {FURAT_INDEX_NEWER, "index_newer"},
    {FURAT_INDEX_DAMAGED, "index_damaged"},
    {FURAT_INDEX_LOCKED, "index_locked"},
    {FURAT_DISK_FULL, "disk_full"},
    {FURAT_READ_ONLY, "read_only"},
    {FURAT_PERMISSION_DENIED, "permission_denied"},
    {FURAT_IO_ERROR, "io_error"},
}};

furat_status status_of(IndexError::Kind kind) {
  switch (kind) {
    case IndexError::Kind::not_found:
      return FURAT_INDEX_NOT_FOUND;
    case IndexError::Kind::older:
      return FURAT_INDEX_OLDER;
    case IndexError::Kind::newer:
      return FURAT_INDEX_NEWER;
    case IndexError::Kind::damaged:
      return FURAT_INDEX_DAMAGED;
    case IndexError::Kind::locked:
      return FURAT_INDEX_LOCKED;
    case IndexError::Kind::disk_full:
      return FURAT_DISK_FULL;
    case IndexError::Kind::read_only:
      return FURAT_READ_ONLY;
    case IndexError::Kind::permission_denied:
      return FURAT_PERMISSION_DENIED;
    case IndexError::Kind::unreachable:
    case IndexError::Kind::io:
      break;
  }
  return FURAT_IO_ERROR;
}

/// In ASCII: requests and paths may hold anything.
std::string json_of(furat_status status, const Error& error) {
  Json json{{"kind", furat_status_name(status)}, {"message", error.message}};
  if (status == FURAT_BAD_REQUEST) {
    json["argument"] = error.argument;
    json["text"] = error.text;
    json["column"] = error.column;
    json["suggestions"] = error.suggestions;
  }
  if (!error.path.empty()) json["path"] = error.path;
  return json.dump(-1, ' ', true, Json::error_handler_t::replace);
}

}  // namespace

furat_error::furat_error(furat_status what, const Error& why)
    : status(what), message(why.message), json(json_of(what, why)) {}

namespace furat::capi {

furat_status status_of(const Error& error) {
  switch (error.kind) {
    case Error::Kind::request:
      return FURAT_BAD_REQUEST;
    case Error::Kind::index:
      return ::status_of(error.index_kind.value_or(IndexError::Kind::io));
    case Error::Kind::deadline:
      return FURAT_DEADLINE_EXCEEDED;
    case Error::Kind::cancelled:
      return FURAT_CANCELLED;
    case Error::Kind::out_of_memory:
      return FURAT_OUT_OF_MEMORY;
    case Error::Kind::internal:
      break;
  }
  return FURAT_FAILED;
}

}  // namespace furat::capi

const char* furat_status_name(furat_status status) {
  for (const auto& [number, name] : kNames)
    if (number == status) return name;
  return "unknown";
}

furat_status furat_error_status(const furat_error* error) {
  return error == nullptr ? FURAT_OK : error->status;
}

const char* furat_error_message(const furat_error* error) {
  return error == nullptr ? "" : error->message.c_str();
}

const char* furat_error_json(const furat_error* error) {
  return error == nullptr ? "{}" : error->json.c_str();
}

void furat_error_free(furat_error* error) { delete error; }
