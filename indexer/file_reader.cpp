#include "indexer/file_reader.hpp"

#include "furat/errors.hpp"
#include "index/files.hpp"
#include "index/schema.hpp"
#include "index/sha256.hpp"
#include "indexer/readers/isolation/read_isolated.hpp"
#include "indexer/readers/reader.hpp"

namespace furat::indexer {
namespace {

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{2} << 30U;
constexpr std::size_t kHeadBytes = 4096;

/// Parses bytes by the reader of their format.
class FormatReading {
 public:
  FormatReading(const InputFile& file, const std::function<void(ReadArticle&&)>& sink,
                const ProblemSink& problem)
      : file_(file), sink_(sink), problem_(problem) {}

  void read(std::string_view bytes) {
    const auto* reader = reader_for(file_.name, bytes.substr(0, kHeadBytes));
    if (reader == nullptr) return problem_({true, file_.name, "is not a format that can be read"});
    const ReadSink sink{[&](Article&& article) { pass_on(std::move(article), bytes); },
                        [this](ReadProblem&& found) {
                          problem_({found.severity == ReadProblem::Severity::skipped,
                                    std::move(found.where), std::move(found.message)});
                        }};
    if (reader->isolated)
      read_isolated(*reader, file_.name, bytes, sink);
    else
      reader->read(file_.name, bytes, sink);
  }

 private:
  void pass_on(Article&& article, std::string_view bytes) {
    article.file = file_.name;
    if (article.id.empty()) article.id = file_.name;
    auto lines =
        article.extracted ? std::make_shared<const LineIndex>(article.body) : lines_of_file(bytes);
    sink_({std::move(article), std::move(lines)});
  }

  std::shared_ptr<const LineIndex> lines_of_file(std::string_view bytes) {
    if (!lines_) lines_ = std::make_shared<const LineIndex>(bytes);
    return lines_;
  }

  const InputFile& file_;
  const std::function<void(ReadArticle&&)>& sink_;
  const ProblemSink& problem_;
  std::shared_ptr<const LineIndex> lines_;
};

}  // namespace

FileContents read_file_articles(const std::filesystem::path& path, const InputFile& file,
                                std::optional<std::uint64_t> known_digest,
                                const std::function<void(ReadArticle&&)>& sink,
                                const ProblemSink& problem) {
  FileContents contents;
  if (file.size > kMaxFileBytes) {
    problem({true, file.name, "is larger than 2 GiB"});
    return contents;
  }
  std::optional<std::string> bytes;
  try {
    bytes = index::read_file(path);
    if (!bytes) problem({true, file.name, "is no longer there"});
  } catch (const IndexError& error) {
    problem({true, file.name, error.what()});
  }
  contents.readable = bytes.has_value();
  if (!bytes) return contents;
  contents.digest = index::stable_hash(*bytes);
  if (contents.digest == known_digest) return contents;
  contents.parsed = true;
  contents.sha256 = index::sha256(*bytes);
  FormatReading(file, sink, problem).read(*bytes);
  return contents;
}

}  // namespace furat::indexer
