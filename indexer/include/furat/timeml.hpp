// The dates of articles as TimeML documents, without an index; docs/timeml.md says what is in them.
#pragma once

#include <functional>
#include <string>

#include "furat/export.hpp"
#include "furat/indexing.hpp"

namespace furat {

/// One article as a document of TimeML 1.2.1.
struct TimemlDocument {
  std::string article, file;  ///< the article's id, and the file it came from
  std::string xml;  ///< UTF-8 with an XML declaration, well-formed whatever the article holds; ends
                    ///< with a line end
};

/// Calls `sink` for every article in reading order and `problem` for what was skipped, both from
/// the calling thread. What `sink` throws ends the reading and is passed on. Throws as
/// build_index() does for inputs, metadata, lexicon and gazetteers.
FURAT_EXPORT void preview_timeml(const ArchiveOptions& archive,
                                 const std::function<void(const TimemlDocument&)>& sink,
                                 const std::function<void(const ArticleProblem&)>& problem);

}  // namespace furat
