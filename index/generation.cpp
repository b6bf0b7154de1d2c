#include "index/generation.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <sstream>
#include <vector>

#include "furat/errors.hpp"
#include "index/note_lines.hpp"

namespace furat::index {
namespace {

namespace fs = std::filesystem;
using Kind = IndexError::Kind;

constexpr std::string_view kNamePrefix = "gen-";

/// The number in "gen-000007", none for any other name: nothing read from a file becomes a path
/// unchecked.
std::optional<std::uint64_t> generation_number(std::string_view name) {
  if (!name.starts_with(kNamePrefix) || name.size() > 24) return std::nullopt;
  name.remove_prefix(kNamePrefix.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

std::string generation_name(std::uint64_t number) {
  char text[32];
  std::snprintf(text, sizeof text, "gen-%06llu", static_cast<unsigned long long>(number));
  return text;
}

std::vector<std::uint64_t> generations_in(const fs::path& index) {
  std::vector<std::uint64_t> numbers;
  for (const auto& entry : fs::directory_iterator(index))
    if (const auto number = generation_number(entry.path().filename().string()))
      numbers.push_back(*number);
  return numbers;
}

/// COMPLETE goes first, so that a half-removed generation never looks like a whole one.
void remove_generation(const fs::path& path) {
  std::error_code ignored;  // a leftover costs disk space only, and the next writer tries again
  fs::remove(completion_path(path), ignored);
  fs::remove_all(path, ignored);
}

/// As hex() writes them: an update goes on from the number.
bool is_digest(std::string_view text) {
  constexpr std::size_t kDigits = 16;
  return text.size() == kDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::string encode(const Completion& completion) {
  std::ostringstream out;
  out << "furat-generation " << completion.schema_version << '\n'
      << "articles " << completion.counts.articles << '\n'
      << "passages " << completion.counts.passages << '\n'
      << "values " << completion.counts.values << '\n'
      << "digest " << completion.digest << '\n'
      << "uuid " << completion.uuid << '\n'
      << "end\n";
  return out.str();
}

std::optional<Completion> decode_completion(std::string_view text) {
  NoteLines lines(text);
  Completion completion;
  auto& counts = completion.counts;
  if (!lines.read("furat-generation", completion.schema_version)) return std::nullopt;
  if (completion.schema_version != kSchemaVersion)
    return completion;  // the rest may look otherwise
  const bool whole =
      lines.read("articles", counts.articles) && lines.read("passages", counts.passages) &&
      lines.read("values", counts.values) && lines.read("digest", completion.digest) &&
      lines.read("uuid", completion.uuid) && lines.end() && is_digest(completion.digest);
  return whole ? std::optional(completion) : std::nullopt;
}

void require_schema(std::uint32_t version, const std::string& name) {
  if (version == kSchemaVersion) return;
  const bool newer = version > kSchemaVersion;
  throw IndexError(
      newer ? Kind::newer : Kind::older, name,
      "the index " + name + " has schema version " + std::to_string(version) +
          ", this program reads version " + std::to_string(kSchemaVersion) +
          (newer ? ": use a newer furat" : ": build it again with 'furat-index build'"));
}

fs::path current_file(const fs::path& index) { return index / "CURRENT"; }
fs::path passages_path(const fs::path& generation) { return generation / "passages"; }
fs::path columns_path(const fs::path& generation) { return generation / "columns"; }
fs::path completion_path(const fs::path& generation) { return generation / "COMPLETE"; }

std::optional<std::string> current_generation(const fs::path& index) {
  auto contents = read_file(current_file(index));
  if (!contents) return std::nullopt;
  if (contents->ends_with('\n')) contents->pop_back();
  if (!generation_number(*contents))
    throw IndexError(Kind::damaged, index.string(),
                     current_file(index).string() + " names no generation; build the index again");
  return contents;
}

namespace {

/// As current_generation(), but a CURRENT that names nothing is as good as none: a new build mends
/// it.
std::optional<std::string> current_if_sound(const fs::path& index) {
  try {
    return current_generation(index);
  } catch (const IndexError&) {
    return std::nullopt;
  }
}

}  // namespace

OpenGeneration::OpenGeneration(const fs::path& index) {
  // A writer may publish twice and drop the generation between our reading CURRENT and pinning it:
  // look again.
  constexpr int kAttempts = 20;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const auto name = current_generation(index);
    if (!name)
      throw IndexError(Kind::not_found, index.string(), "there is no index in " + index.string());
    if (try_open(index, *name)) return;
  }
  throw IndexError(
      Kind::damaged, index.string(),
      "the index " + index.string() + " names generation " + name_ + ", which is not complete");
}

OpenGeneration OpenGeneration::before(const fs::path& index, const std::string& name) {
  auto numbers = generations_in(index);
  std::sort(numbers.rbegin(), numbers.rend());
  OpenGeneration generation;
  for (const auto number : numbers) {
    const auto other = generation_name(number);
    if (other < name && generation.try_open(index, other)) return generation;
  }
  throw IndexError(Kind::not_found, index.string(),
                   "the index " + index.string() + " keeps no generation before " + name);
}

bool OpenGeneration::try_open(const fs::path& index, const std::string& name) {
  name_ = name;
  path_ = index / name_;
  pin_ = try_lock(completion_path(path_), false);
  const auto text = pin_.is_open() ? read_file(completion_path(path_)) : std::nullopt;
  if (!text) return false;
  const auto completion = decode_completion(*text);
  if (!completion) return false;
  require_schema(completion->schema_version, index.string());
  completion_ = *completion;
  return true;
}

NewGeneration::NewGeneration(const fs::path& index) : index_(index) {
  std::error_code error;
  fs::create_directories(index, error);
  if (error) throw_io(error, index, "create");
  fs::permissions(index, fs::perms::owner_all,
                  error);  // an archive is its owner's; a failure here is no reason to stop
  lock_ = try_lock(index / "LOCK", true);
  if (!lock_.is_open()) {
    if (::access((index / "LOCK").c_str(), W_OK) != 0)
      throw_io(std::error_code(errno, std::generic_category()), index, "write to");
    throw IndexError(Kind::locked, index.string(),
                     "another program is writing to the index " + index.string());
  }
  remove_leftovers();
  const auto numbers = generations_in(index);
  name_ =
      generation_name(numbers.empty() ? 1 : *std::max_element(numbers.begin(), numbers.end()) + 1);
  path_ = index / name_;
  fs::create_directory(path_, error);
  if (error) throw_io(error, path_, "create");
}

NewGeneration::~NewGeneration() {
  if (!published_) remove_generation(path_);
}

void NewGeneration::remove_leftovers() const {
  const auto current = current_if_sound(index_);
  for (const auto number : generations_in(index_)) {
    const auto name = generation_name(number);
    if (name != current && !fs::exists(completion_path(index_ / name)))
      remove_generation(index_ / name);
  }
}

void NewGeneration::remove_outdated(const std::optional<std::string>& previous) const {
  for (const auto number : generations_in(index_)) {
    const auto name = generation_name(number);
    if (name == name_ || name == previous) continue;
    const auto unused = try_lock(completion_path(index_ / name), true);
    if (unused.is_open()) remove_generation(index_ / name);
  }
}

void NewGeneration::publish(const Completion& completion) {
  const auto previous = current_if_sound(index_);
  sync_tree(path_);
  write_durably(completion_path(path_), encode(completion));
  sync_tree(path_);
  replace_durably(current_file(index_), name_ + "\n");
  published_ = true;
  remove_outdated(previous);
}

}  // namespace furat::index
