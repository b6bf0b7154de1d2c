#include "indexer/archive.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

#include "index/files.hpp"
#include "indexer/metadata/sidecar.hpp"
#include "indexer/readers/isolation/read_isolated.hpp"
#include "indexer/readers/reader.hpp"

namespace furat::indexer {
namespace {

namespace fs = std::filesystem;
using ProblemSink = std::function<void(ArticleProblem&&)>;

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{2} << 30U;
constexpr std::size_t kHeadBytes = 4096;
constexpr std::array<std::string_view, 2> kSidecarNames{"metadata.toml", "metadata.tsv"};

ArticleProblem skipped(std::string where, std::string message) {
  return {true, std::move(where), std::move(message)};
}

/// Files that speak about an archive and are no articles of it.
bool is_about_archive(const std::string& name) {
  return std::find(kSidecarNames.begin(), kSidecarNames.end(), name) != kSidecarNames.end() ||
         name == "README.md" || name == "README" || name == "README.txt";
}

void list_folder(const fs::path& root, std::vector<ArchiveFile>& files,
                 const ProblemSink& problem) {
  std::error_code error;
  fs::recursive_directory_iterator it(root, fs::directory_options::none, error);
  for (const fs::recursive_directory_iterator end; !error && it != end; it.increment(error)) {
    const auto name = it->path().filename().string();
    const auto relative = it->path().lexically_relative(root).generic_string();
    if (name.starts_with('.')) {
      it.disable_recursion_pending();
    } else if (it->is_symlink()) {
      problem(skipped(relative, "is a symbolic link; links are not followed"));
    } else if (it->is_regular_file() && !is_about_archive(name)) {
      files.push_back({it->path(), relative, root, it->file_size()});
    } else if (!it->is_regular_file() && !it->is_directory()) {
      problem(skipped(relative, "is neither a file nor a folder"));
    }
  }
  if (error) problem(skipped(root.string(), "cannot be listed: " + error.message()));
}

/// Sidecars by folder, read when first asked for; the --metadata file stands above them.
class Metadata {
 public:
  Metadata(const std::optional<fs::path>& given, const ProblemSink& problem) : problem_(problem) {
    if (given) given_ = load(*given);
  }

  void apply_to(Article& article, const ArchiveFile& file) {
    if (const auto* entry = find(article, file)) apply(*entry, article);
  }

 private:
  const SidecarEntry* find(const Article& article, const ArchiveFile& file) {
    for (const auto& key : {article.id, article.file, file.path.string()})
      if (const auto* entry = lookup(given_, key)) return entry;
    for (auto folder = file.path.parent_path();; folder = folder.parent_path()) {
      const auto key = file.path.lexically_relative(folder).generic_string();
      const auto& sidecar = beside(folder);
      if (const auto* entry = lookup(sidecar, key)) return entry;
      if (const auto* entry = lookup(sidecar, article.id)) return entry;
      if (file.root.empty() || folder == file.root || !folder.has_relative_path()) return nullptr;
    }
  }

  static const SidecarEntry* lookup(const Sidecar& sidecar, const std::string& key) {
    const auto found = sidecar.entries.find(key);
    return found == sidecar.entries.end() ? nullptr : &found->second;
  }

  const Sidecar& beside(const fs::path& folder) {
    const auto [place, added] = by_folder_.try_emplace(folder.string());
    if (!added) return place->second;
    for (const auto name : kSidecarNames) {
      std::error_code none;
      if (!fs::is_regular_file(folder / name, none)) continue;
      try {
        place->second = load(folder / name);
      } catch (const std::runtime_error& error) {
        problem_({false, (folder / name).string(), error.what()});
      }
      break;
    }
    return place->second;
  }

  Sidecar load(const fs::path& path) {
    auto sidecar = read_sidecar(path);
    for (auto& sentence : sidecar.problems) problem_({false, path.string(), std::move(sentence)});
    return sidecar;
  }

  const ProblemSink& problem_;
  Sidecar given_;
  std::map<std::string, Sidecar> by_folder_;
};

/// Reads one file after the other and passes their articles on.
class ArchiveReader {
 public:
  ArchiveReader(const ArchiveOptions& options, const std::function<bool(IncomingArticle&&)>& sink,
                const ProblemSink& problem)
      : sink_(sink), problem_(problem), metadata_(options.metadata, problem) {}

  /// False: the sink wants no more.
  bool read(const ArchiveFile& file) {
    if (file.size > kMaxFileBytes) {
      problem_(skipped(file.name, "is larger than 2 GiB"));
    } else {
      read_bytes(file);
    }
    bytes_done_ += file.size;
    return more_;
  }

 private:
  void read_bytes(const ArchiveFile& file) {
    std::optional<std::string> bytes;
    try {
      bytes = index::read_file(file.path);
    } catch (const IndexError& error) {
      return problem_(skipped(file.name, error.what()));
    }
    if (!bytes) return problem_(skipped(file.name, "is no longer there"));
    const std::string_view view = *bytes;
    const auto* reader = reader_for(file.name, view.substr(0, kHeadBytes));
    if (reader == nullptr) return problem_(skipped(file.name, "is not a format that can be read"));
    const auto lines = std::make_shared<const LineIndex>(view);
    const ReadSink sink{[&](Article&& article) { pass_on(std::move(article), file, lines); },
                        [&](ReadProblem&& found) {
                          problem_({found.severity == ReadProblem::Severity::skipped,
                                    std::move(found.where), std::move(found.message)});
                        }};
    if (reader->isolated) {
      read_isolated(*reader, file.name, view, sink);
    } else {
      reader->read(file.name, view, sink);
    }
  }

  void pass_on(Article&& article, const ArchiveFile& file,
               const std::shared_ptr<const LineIndex>& lines) {
    if (!more_) return;
    article.file = file.name;
    if (article.id.empty()) article.id = file.name;
    if (!seen_.insert(article.id).second) article.id = file.path.generic_string();
    if (article.id == file.path.generic_string() && article.id != file.name &&
        !seen_.insert(article.id).second)
      return problem_(skipped(file.name, "has an article id that another article has too"));
    metadata_.apply_to(article, file);
    more_ = sink_({std::move(article), lines, bytes_done_});
  }

  const std::function<bool(IncomingArticle&&)>& sink_;
  const ProblemSink& problem_;
  Metadata metadata_;
  std::unordered_set<std::string> seen_;
  std::uint64_t bytes_done_ = 0;
  bool more_ = true;
};

}  // namespace

LineIndex::LineIndex(std::string_view bytes) {
  for (std::size_t i = bytes.find('\n'); i != std::string_view::npos; i = bytes.find('\n', i + 1))
    ends_.push_back(i);
}

std::uint64_t LineIndex::line_of(std::uint64_t offset) const {
  return static_cast<std::uint64_t>(std::lower_bound(ends_.begin(), ends_.end(), offset) -
                                    ends_.begin()) +
         1;
}

std::vector<ArchiveFile> list_files(const std::vector<fs::path>& inputs,
                                    const ProblemSink& problem) {
  std::vector<ArchiveFile> files;
  for (const auto& input : inputs) {
    std::error_code error;
    const auto begin = static_cast<std::ptrdiff_t>(files.size());
    if (fs::is_directory(input, error))
      list_folder(input, files, problem);
    else if (fs::is_regular_file(input, error))
      files.push_back({input, input.generic_string(), {}, fs::file_size(input, error)});
    else
      throw RequestError(error && error != std::errc::no_such_file_or_directory
                             ? input.string() + " cannot be opened: " + error.message()
                             : "there is no file or folder " + input.string(),
                         "PATH", input.string());
    std::sort(files.begin() + begin, files.end(),
              [](const ArchiveFile& a, const ArchiveFile& b) { return a.name < b.name; });
  }
  return files;
}

void read_archive(const std::vector<ArchiveFile>& files, const ArchiveOptions& options,
                  const std::function<bool(IncomingArticle&&)>& sink, const ProblemSink& problem) {
  ArchiveReader reader(options, sink, problem);
  for (const auto& file : files)
    if (!reader.read(file)) return;
}

}  // namespace furat::indexer
