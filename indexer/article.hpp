// One item of the archive as a reader yields it: metadata and a body that maps back to the file's
// bytes.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "indexer/source_map.hpp"

namespace furat::indexer {

struct Article {
  std::string id;     ///< unique in the archive: the file's path relative to the folder given, or a
                      ///< JSONL record's "id"
  std::string file;   ///< path as given, or relative to the folder given
  std::string title;  ///< empty if neither file nor sidecar states one
  std::string source;
  std::string url;
  std::optional<std::chrono::sys_days> published;
  std::string published_method;  ///< "sidecar", "record", "date-line", ... empty if unknown
  std::string body;  ///< UTF-8, valid, line ends as \n, no NUL or other C0 controls but \n and \t
  SourceMap map;     ///< body bytes -> file bytes
};

}  // namespace furat::indexer
