#include "indexer/cli/timeml_command.hpp"

#include <fmt/format.h>

#include <optional>
#include <stdexcept>

#include "analysis/text/printable.hpp"
#include "furat/timeml.hpp"
#include "indexer/cli/document_folder.hpp"
#include "indexer/cli/exit_codes.hpp"
#include "indexer/cli/reporting.hpp"

namespace furat::cli {
namespace {

/// Walks the articles; true if one was skipped.
template <class Sink>
bool preview(const IndexOptions& options, Sink sink) {
  bool skipped = false;
  preview_timeml(options.archive, sink, [&skipped](const ArticleProblem& problem) {
    skipped = skipped || problem.skipped;
    tell(problem);
  });
  return skipped;
}

int print_one(const IndexOptions& options) {
  std::optional<std::string> only;
  const bool skipped = preview(options, [&only](const TimemlDocument& document) {
    if (only)
      throw std::runtime_error(
          "these are several articles, and TimeML has one document for each: name a folder for "
          "them with --output");
    only = document.xml;
  });
  if (only) fmt::print("{}", *only);
  if (skipped) return kSomeSkipped;
  if (only) return kDone;
  throw std::runtime_error("there is no article");
}

int write_each(const IndexOptions& options) {
  DocumentFolder folder(options.output, ".tml");
  const bool skipped = preview(options, [&folder](const TimemlDocument& document) {
    folder.write(document.article, document.xml);
  });
  if (!options.quiet)
    fmt::print(stderr, "{} {} in {}\n", folder.size(),
               folder.size() == 1 ? "document" : "documents", analysis::printable(options.output));
  return skipped ? kSomeSkipped : kDone;
}

}  // namespace

int print_timeml(const IndexOptions& options) {
  return options.output.empty() ? print_one(options) : write_each(options);
}

}  // namespace furat::cli
