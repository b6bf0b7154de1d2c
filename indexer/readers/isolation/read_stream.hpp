// Articles and problems as bytes, for the way from the process that reads to the one that asked.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.hpp"

namespace furat::indexer {

void append_article(std::string& out, const Article& article);
void append_problem(std::string& out, const ReadProblem& problem);
/// The reader threw; nothing follows.
void append_failure(std::string& out, std::string_view what);
/// The reader returned; nothing follows.
void append_end(std::string& out);

/// How a stream ends.
struct StreamEnd {
  enum class Kind {
    complete,
    cut_off,    ///< it stops before its end was said
    malformed,  ///< something in it is not what it must be
    failed,     ///< the reader threw
  };
  Kind kind = Kind::cut_off;
  std::string failure;  ///< what the reader threw
};

/// Passes on what the stream holds, up to the first fault. The bytes are not trusted: every size
/// and every offset is checked, and texts must be as article.hpp says.
[[nodiscard]] StreamEnd decode_stream(std::string_view bytes, const ReadSink& sink);

}  // namespace furat::indexer
