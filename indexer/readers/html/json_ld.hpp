// What a page says about its article in JSON-LD (schema.org), the most reliable of its statements.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace furat::indexer {

/// Values as they are written, not cleaned; empty where nothing states them.
struct JsonLdFacts {
  std::string published;        ///< datePublished or dateCreated of the article or its page
  std::string media_published;  ///< of a video or recording, which may only be embedded
  std::string modified;
  std::string headline;
  std::string author;     ///< several are joined by ", "
  std::string publisher;  ///< the publisher's name, else that of the WebSite
  std::string url;
};

/// Reads the texts of all <script type="application/ld+json"> of a page, in order. Article-like
/// types are asked first, then other works, then WebPage; @graph, arrays, mainEntity and references
/// by @id are followed, related works, comments and lists are not. Of JSON that cannot be mended
/// only the dates are searched. Never throws, whatever the nesting; linear time.
[[nodiscard]] JsonLdFacts read_json_ld(std::span<const std::string_view> scripts);

}  // namespace furat::indexer
