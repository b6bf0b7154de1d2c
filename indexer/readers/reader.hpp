// Readers: the bytes of a file to articles. One file a format behind one function type, chosen by a
// table.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/article.hpp"

namespace furat::indexer {

/// What a reader says about one article or file, besides the articles.
struct ReadProblem {
  enum class Severity { warning, skipped };  ///< warning: the article was read all the same
  Severity severity = Severity::skipped;
  std::string where;    ///< file, and line where there is one: "wire.jsonl:12"
  std::string message;  ///< one sentence, no control characters
};

struct ReadSink {
  std::function<void(Article&&)> article;
  std::function<void(ReadProblem&&)> problem;
};

/// One format. `read` never throws for bad input: it reports a problem and goes on with the next
/// article.
struct Reader {
  std::string_view name;  ///< "text", "jsonl", "html"
  bool (*accepts)(std::string_view file_name,
                  std::string_view head);  ///< head: the first 4 KiB of the file
  void (*read)(std::string_view file, std::string_view bytes, const ReadSink& sink);
  bool isolated = false;  ///< read in a child process with limits: its parser may crash or run away
  /// Makes its libraries set up what they set up once. For isolated readers: called in the process
  /// that the children are forked from, which then need not. Reads nothing that came from outside.
  void (*warm_up)() = nullptr;
};

/// All formats, in the order they are asked; the last one (plain text) accepts what is text at all.
[[nodiscard]] std::span<const Reader> readers();

/// The reader for a file, or nullptr if no format takes it (binary content).
[[nodiscard]] const Reader* reader_for(std::string_view file_name, std::string_view head);

}  // namespace furat::indexer
