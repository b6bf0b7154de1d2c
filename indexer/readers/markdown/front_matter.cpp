#include "indexer/readers/markdown/front_matter.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "analysis/text/ascii.hpp"
#include "indexer/readers/markdown/front_matter_fields.hpp"
#include "indexer/readers/record_values.hpp"

namespace furat::indexer {
namespace {

using analysis::lower_ascii;

using namespace std::string_view_literals;

constexpr std::size_t kLargestBlock = 64 * 1024;

// The name that counts first, first.
constexpr std::array kTitle = {"title"sv};
constexpr std::array kAuthor = {"author"sv, "authors"sv};
constexpr std::array kPublished = {"published"sv, "publishdate"sv, "date"sv};
constexpr std::array kSource = {"source"sv, "publisher"sv, "site"sv};
constexpr std::array kUrl = {"url"sv, "link"sv, "canonical"sv};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r"), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(" \t\r") + 1);
}

/// Goes through the lines of a text.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}
  bool next(std::string_view& line) {
    if (at_ >= text_.size()) return false;
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    line = text_.substr(at_, end - at_);
    at_ = std::min(end + 1, text_.size());
    return true;
  }
  std::size_t at() const { return at_; }  ///< behind the line

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

struct Block {
  std::string_view inside;
  std::size_t size = 0;  // with the fences
  bool toml = false;
  bool closed = false;
};

std::optional<Block> block_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // of a head that is not decoded
  text = text.substr(0, kLargestBlock + 16);
  Lines lines(text);
  std::string_view line;
  if (!lines.next(line) || (trimmed(line) != "---" && trimmed(line) != "+++")) return std::nullopt;
  Block block;
  block.toml = line[0] == '+';
  const std::size_t begin = lines.at();
  for (std::size_t end = begin; lines.next(line); end = lines.at()) {
    const bool closes =
        block.toml ? trimmed(line) == "+++" : trimmed(line) == "---" || trimmed(line) == "...";
    if (!closes || line[0] == ' ') continue;
    block.inside = text.substr(begin, end - begin);
    block.size = lines.at();
    block.closed = true;
    return block;
  }
  block.inside = text.substr(begin);
  return block;
}

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_known(std::string_view key) {
  return holds(kTitle, key) || holds(kAuthor, key) || holds(kPublished, key) ||
         holds(kSource, key) || holds(kUrl, key);
}

/// "key: value" and "key = value" of lines that begin with a known key.
FrontMatterFields fields_of_lines(const Block& block) {
  FrontMatterFields fields;
  Lines lines(block.inside);
  for (std::string_view line; lines.next(line);) {
    const std::size_t sign = line.find(block.toml ? '=' : ':');
    if (sign == std::string_view::npos || line.starts_with(' ')) continue;
    std::string key = lower_ascii(trimmed(line.substr(0, sign)));
    std::string_view value = trimmed(line.substr(sign + 1));
    const bool quoted = value.size() > 1 && (value.front() == '"' || value.front() == '\'') &&
                        value.front() == value.back();
    if (quoted) value = value.substr(1, value.size() - 2);
    if (is_known(key)) fields.emplace_back(std::move(key), value);
  }
  return fields;
}

/// A ruler, prose with a colon and another ruler may be valid YAML, too.
bool are_plausible(const FrontMatterFields& fields) {
  const auto known = [](const auto& field) { return is_known(lower_ascii(field.first)); };
  const auto one_word = [](const auto& field) {
    return field.first.find(' ') == std::string::npos;
  };
  return std::any_of(fields.begin(), fields.end(), known) ||
         (!fields.empty() && std::all_of(fields.begin(), fields.end(), one_word));
}

template <std::size_t N>
std::string value_of(const FrontMatterFields& fields,
                     const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names) {
    std::string joined;
    for (const auto& [key, value] : fields) {
      if (lower_ascii(key) != name) continue;
      const std::string line = one_line(value);
      if (!joined.empty() && !line.empty()) joined += ", ";
      joined += line;
    }
    if (!joined.empty()) return joined;
  }
  return {};
}

}  // namespace

FrontMatter front_matter(std::string_view text) {
  FrontMatter matter;
  const auto block = block_of(text);
  if (!block || !block->closed || block->inside.size() > kLargestBlock) return matter;
  FrontMatterFields by_lines = fields_of_lines(*block);
  std::string problem;
  auto fields =
      block->toml ? toml_fields(block->inside, problem) : yaml_fields(block->inside, problem);
  if (!are_plausible(fields ? *fields : by_lines)) return matter;
  if (!fields) {
    matter.problem = problem + " It was read line by line.";
    fields = std::move(by_lines);
  }
  matter.size = block->size;
  matter.title = value_of(*fields, kTitle);
  matter.author = value_of(*fields, kAuthor);
  matter.published = value_of(*fields, kPublished);
  matter.source = value_of(*fields, kSource);
  matter.url = value_of(*fields, kUrl);
  return matter;
}

bool begins_with_front_matter(std::string_view head) {
  const auto block = block_of(head);
  return block && !fields_of_lines(*block).empty();
}

}  // namespace furat::indexer
