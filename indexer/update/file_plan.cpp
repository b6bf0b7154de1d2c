#include "indexer/update/file_plan.hpp"

#include <algorithm>

#include "indexer/metadata/archive_metadata.hpp"

namespace furat::indexer {
namespace {

namespace fs = std::filesystem;

/// How the index remembers a path: relative to its own folder.
std::string remembered(const fs::path& path, const fs::path& index) {
  return fs::weakly_canonical(path)
      .lexically_relative(fs::weakly_canonical(index))
      .generic_string();
}

fs::path recalled(const std::string& path, const fs::path& index) {
  return (index / path).lexically_normal();
}

/// True if `name` is the file or lies in the folder `scope`; the empty scope is everything.
bool is_within(const std::string& name, const std::string& scope) {
  return scope.empty() || name == scope ||
         (name.size() > scope.size() && name.starts_with(scope) && name[scope.size()] == '/');
}

class Planning {
 public:
  Planning(const PlanRequest& request, const index::FileTable* old, const ProblemSink& problem)
      : request_(request), old_(old), problem_(problem) {}

  FilePlan run() {
    take_options();
    take_inputs();
    metadata_.emplace(plan_.metadata, nothing_);  // reading will tell what is wrong with them
    for (std::uint32_t input = 0; input < plan_.inputs.size(); ++input) plan_input(input);
    if (request_.takes_given) find_given_input();
    return std::move(plan_);
  }

 private:
  void take_options() {
    static const index::FileTable kNone;
    const auto& known = old_ == nullptr ? kNone : *old_;
    if (request_.metadata) {
      plan_.metadata = request_.metadata;
      plan_.table.metadata = remembered(*request_.metadata, request_.index);
    } else if (!known.metadata.empty()) {
      plan_.metadata = recalled(known.metadata, request_.index);
      plan_.table.metadata = known.metadata;
    }
    plan_.lexicons = take_list(request_.lexicons, known.lexicons, plan_.table.lexicons);
    plan_.gazetteers = take_list(request_.gazetteers, known.gazetteers, plan_.table.gazetteers);
  }

  /// The paths that were given, else those that the index knows; `record`: how it is to remember.
  [[nodiscard]] std::vector<fs::path> take_list(const std::vector<fs::path>& given,
                                                const std::vector<std::string>& known,
                                                std::vector<std::string>& record) const {
    if (!given.empty()) {
      for (const auto& path : given) record.push_back(remembered(path, request_.index));
      return given;
    }
    record = known;
    std::vector<fs::path> paths;
    for (const auto& path : known) paths.push_back(recalled(path, request_.index));
    return paths;
  }

  void take_inputs() {
    if (old_ != nullptr)
      for (const auto& record : old_->inputs) {
        plan_.inputs.push_back(
            {recalled(record.path, request_.index), record.given, record.is_folder});
        plan_.table.inputs.push_back(record);
      }
    scopes_.resize(plan_.inputs.size());
    if (old_ != nullptr && request_.takes_given) return;  // everything is kept
    if (request_.paths.empty()) {
      for (auto& scope : scopes_) scope.emplace_back();
    }
    for (const auto& path : request_.paths) take_path(path);
  }

  /// A path is a part of an input, or a new one.
  void take_path(const fs::path& path) {
    const auto place = remembered(path, request_.index);
    for (std::size_t i = 0; i < plan_.inputs.size(); ++i) {
      const auto& known = plan_.table.inputs[i];
      if (place == known.path) {
        scopes_[i].emplace_back();
        return;
      }
      if (!known.is_folder) continue;
      const auto part = fs::path(place).lexically_relative(known.path).generic_string();
      if (!part.empty() && !part.starts_with("..")) return scopes_[i].push_back(part);
    }
    plan_.inputs.push_back(checked_inputs({path}).front());
    plan_.table.inputs.push_back({place, path.generic_string(), plan_.inputs.back().is_folder});
    scopes_.emplace_back().emplace_back();
  }

  void find_given_input() {
    auto& inputs = plan_.table.inputs;
    const auto known = std::find_if_not(inputs.begin(), inputs.end(), index::is_on_disk);
    plan_.given_input = static_cast<std::uint32_t>(known - inputs.begin());
    if (known != inputs.end()) return;
    inputs.emplace_back();
    plan_.inputs.emplace_back();
  }

  [[nodiscard]] bool is_in_scope(std::uint32_t input, const std::string& name) const {
    return std::any_of(scopes_[input].begin(), scopes_[input].end(),
                       [&](const std::string& scope) { return is_within(name, scope); });
  }

  void plan_input(std::uint32_t input) {
    std::vector<const index::FileRecord*> known;
    if (old_ != nullptr)
      for (const auto& file : old_->files)
        if (file.input == input) known.push_back(&file);
    const bool on_disk = index::is_on_disk(plan_.table.inputs[input]);
    if (!on_disk || scopes_[input].empty()) {
      auto& standing = !on_disk && request_.takes_given ? plan_.given : plan_.kept;
      for (const auto* file : known) standing.push_back(*file);
      return;
    }
    // A folder that is not mounted must not look like one whose files were all deleted.
    const auto& place = plan_.inputs[input];
    if (place.is_folder && !fs::is_directory(place.path)) (void)checked_inputs({place.path});
    std::vector<InputFile> files;
    list_files(plan_.inputs, input, files, problem_);
    merge(input, files, known);
  }

  /// Both lists are in the order of names.
  void merge(std::uint32_t input, std::vector<InputFile>& files,
             const std::vector<const index::FileRecord*>& known) {
    auto old = known.begin();
    for (auto& file : files) {
      for (; old != known.end() && (*old)->name < file.name; ++old) take_gone(**old);
      const bool is_known = old != known.end() && (*old)->name == file.name;
      if (is_known)
        take_known(std::move(file), **old++);
      else if (is_in_scope(input, file.name))
        take_new(std::move(file));
    }
    for (; old != known.end(); ++old) take_gone(**old);
  }

  void take_gone(const index::FileRecord& record) {
    const bool is_gone =
        is_in_scope(record.input, record.name) && record.state != index::FileState::excluded;
    (is_gone ? plan_.gone : plan_.kept).push_back(record);
  }

  void take_known(InputFile&& file, const index::FileRecord& record) {
    if (!is_in_scope(file.input, file.name) || record.state == index::FileState::excluded) {
      plan_.kept.push_back(record);
      return;
    }
    const auto metadata = metadata_digest(file);
    const bool same_metadata = metadata == record.metadata;
    const bool looks_same =
        !record.again && file.size == record.size && file.modified == record.modified;
    if (looks_same && same_metadata && !request_.read_all && !request_.compare_contents) {
      plan_.kept.push_back(record);
      return;
    }
    const bool may_skip = same_metadata && !record.again && !request_.read_all;
    plan_.to_read.push_back(
        {std::move(file), may_skip ? std::optional(record.digest) : std::nullopt});
    plan_.known.push_back(record);
    plan_.known.back().metadata = metadata;
  }

  void take_new(InputFile&& file) {
    index::FileRecord record;
    record.input = file.input;
    record.name = file.name;
    record.metadata = metadata_digest(file);
    plan_.known.push_back(std::move(record));
    plan_.to_read.push_back({std::move(file), std::nullopt});
  }

  std::uint64_t metadata_digest(const InputFile& file) {
    const auto& input = plan_.inputs[file.input];
    return metadata_->digest_for(path_of(input, file), input.is_folder ? input.path : fs::path());
  }

  const PlanRequest& request_;
  const index::FileTable* old_;
  const ProblemSink& problem_;
  ProblemSink nothing_ = [](ArticleProblem&&) {};
  FilePlan plan_;
  std::optional<ArchiveMetadata> metadata_;
  std::vector<std::vector<std::string>> scopes_;  // parts of each input to look at; none: keep it
};

}  // namespace

FilePlan plan_files(const PlanRequest& request, const index::FileTable* old,
                    const ProblemSink& problem) {
  return Planning(request, old, problem).run();
}

}  // namespace furat::indexer
