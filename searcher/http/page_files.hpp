// The page, as it was built in: no request touches the file system.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analysis/lexicon/embedded_file.hpp"

namespace furat::http {

/// The page as cmake/BundlePage.cmake makes it of searcher/page, and the files of docs/json-schema.
[[nodiscard]] std::span<const analysis::EmbeddedFile> embedded_page();
[[nodiscard]] std::span<const analysis::EmbeddedFile> embedded_schemas();

struct PageFile {
  std::string_view name, contents;
  std::string_view content_type;
  std::string etag;  ///< by the contents, in quotes
  bool immutable;    ///< no other contents will ever have this name
};

/// None for a name that there is not; "" is index.html.
[[nodiscard]] const PageFile* page_file(std::string_view name);

}  // namespace furat::http
