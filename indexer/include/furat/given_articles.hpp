// Indexing without files: articles that a program holds as values, from a database or a feed.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "furat/export.hpp"
#include "furat/indexing.hpp"
#include "furat/updating.hpp"

namespace furat {

/// An article as a program has it, UTF-8. Bytes that are none become U+FFFD, with a warning. What
/// is empty is taken from the body as far as that states it, as for a text file.
struct GivenArticle {
  std::string id;    ///< unique in the index, without control characters; also the name of its file
                     ///< (ArticleInfo::file), which is none on the disk
  std::string body;  ///< plain text; paragraphs end with an empty line. Spans of the file
                     ///< (FileSpan) and its digest are those of these bytes
  std::string title{}, source{}, author{}, url{};
  std::string published{};  ///< ISO day, or a timestamp that begins with one
};

/// Gives the next article, nothing after the last. What it throws ends the run, nothing published.
using ArticleSource = std::function<std::optional<GivenArticle>()>;

/// As build_index(options), with the articles of `articles` after those of `options.archive`, whose
/// inputs may be empty; its metadata file says nothing of them. `articles` is asked from the
/// calling thread, and what it gives is not gathered. An article that cannot be taken (no id, no
/// text, an id that was there before) is a problem of the report. No other process is started if
/// there are no inputs.
[[nodiscard]] FURAT_EXPORT BuildReport build_index(const BuildOptions& options,
                                                   const ArticleSource& articles);

/// Adds articles to the index, or puts them in the place of those given before with the same id;
/// all else stays, and no file is looked at: `options.paths`, `metadata` and `compare_contents` are
/// without effect. The result has the digest of a build from all the articles. Of an article and a
/// file with one id, that stands which the index had first; the other is a problem. Articles given
/// stay over update_index(); they leave by remove_articles(), and may be given again. Throws as
/// update_index() does, and what `articles` throws.
[[nodiscard]] FURAT_EXPORT UpdateReport put_articles(const UpdateOptions& options,
                                                     const ArticleSource& articles);

}  // namespace furat
