// One item of the archive as a reader yields it: metadata and a body that maps back to the file's
// bytes.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source_map.hpp"

namespace furat::indexer {

/// How the day of publication was found, best first. What a user sees and may store: do not rename.
namespace published_by {
inline constexpr std::string_view kSidecar = "sidecar";
inline constexpr std::string_view kRecord = "record";             ///< a JSONL or CSV field
inline constexpr std::string_view kFrontMatter = "front-matter";  ///< of a Markdown file
inline constexpr std::string_view kMailHeader = "mail-header";
inline constexpr std::string_view kJsonLd = "json-ld";
inline constexpr std::string_view kMeta = "meta";                 ///< a <meta> of the page
inline constexpr std::string_view kTimeElement = "time-element";  ///< <time datetime>
inline constexpr std::string_view kPageData = "page-data";  ///< data for a web page's own scripts
inline constexpr std::string_view kDocumentProperty = "document-property";  ///< DOCX, ODT
inline constexpr std::string_view kUrl = "url";
inline constexpr std::string_view kByline = "byline";       ///< visible text of a web page
inline constexpr std::string_view kDateLine = "date-line";  ///< a line that only states a date
inline constexpr std::string_view kDateline = "dateline";   ///< "PARIS (AFP), 4 Oct 2017 -"
inline constexpr std::string_view kFileName = "file-name";
}  // namespace published_by

/// What a format says about a stretch of the body.
enum class BlockKind : std::uint8_t { paragraph, heading, list_item, quote, table_row };

/// Bytes [begin, end) of the body that are one block. A line end inside means nothing more than in
/// a hard-wrapped paragraph: the splitter joins the lines and mends words cut there.
struct BodyBlock {
  std::uint32_t begin = 0, end = 0;
  BlockKind kind = BlockKind::paragraph;
};

/// Where in the body a page of the document begins.
struct PageStart {
  std::uint32_t begin = 0;
  std::uint32_t page = 0;  ///< from 1
};

struct Article {
  std::string id;     ///< unique in the archive: the file's path relative to the folder given, or a
                      ///< record's "id"
  std::string file;   ///< path as given, or relative to the folder given
  std::string title;  ///< empty if neither file nor sidecar states one
  std::string source;
  std::string author;
  std::string url;
  std::optional<std::chrono::sys_days> published;
  std::string published_method;  ///< one of published_by, empty if unknown
  std::string body;  ///< UTF-8, valid, line ends as \n, no NUL or other C0 controls but \n and \t
  SourceMap map;     ///< body bytes -> file bytes; -> body bytes themselves if `extracted`
  bool extracted = false;  ///< the body was taken out of a format that is no text (HTML, PDF,
                           ///< office files, mail): offsets count its bytes, not the file's
  std::vector<BodyBlock> blocks;  ///< ascending, not overlapping; empty: the splitter finds the
                                  ///< structure. Text outside of them is left out
  std::vector<PageStart> pages;   ///< ascending; empty where the format has none
};

}  // namespace furat::indexer
