// One article as a document of TimeML 1.2.1, with the frame that TempEval-3 gives it: DOCID, DCT,
// TITLE, TEXT. docs/timeml.md describes it.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dates/date_mention.hpp"

namespace furat::indexer {

/// A passage, its heading included, and its date mentions: ascending, not overlapping.
struct TimemlPassage {
  std::string_view text;
  std::span<const analysis::DateMention> dates;
};

struct TimemlArticle {
  std::string_view id, title;
  std::optional<std::chrono::sys_days> published;
  std::vector<TimemlPassage> passages;
};

/// The document: UTF-8, well-formed whatever the texts hold. Without its tags TEXT is the texts of
/// the passages with an empty line between them. Pure; any thread.
[[nodiscard]] std::string timeml_document(const TimemlArticle& article);

}  // namespace furat::indexer
