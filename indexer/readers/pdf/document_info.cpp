#include "indexer/readers/pdf/document_info.hpp"

#include <algorithm>
#include <array>

#include "indexer/readers/pdf/line_signs.hpp"

namespace furat::indexer::pdf {
namespace {

constexpr std::size_t kLongest = 300;

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\n\"'";
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

/// A name of a file: one of the endings that writing programs use, or a path.
bool is_file_name(std::string_view lower) {
  constexpr std::array<std::string_view, 22> kEndings{
      ".doc", ".docx", ".rtf",  ".odt", ".tex", ".dvi",  ".ps",  ".eps",  ".pdf", ".indd", ".qxd",
      ".qxp", ".ppt",  ".pptx", ".xls", ".wpd", ".xlsx", ".txt", ".html", ".htm", ".fm",   ".sxw"};
  const bool path =
      lower.find('\\') != std::string_view::npos ||
      (lower.find('/') != std::string_view::npos && lower.find(' ') == std::string_view::npos);
  return path || std::any_of(kEndings.begin(), kEndings.end(),
                             [lower](auto ending) { return lower.ends_with(ending); });
}

/// "sag-39-3-4-0902", "final_version_2": a name for machines.
bool is_machine_name(std::string_view title) {
  constexpr std::ptrdiff_t kManyDigits = 3;
  const auto digits =
      std::count_if(title.begin(), title.end(), [](char c) { return c >= '0' && c <= '9'; });
  return title.find(' ') == std::string_view::npos &&
         (digits >= kManyDigits || title.find('_') != std::string_view::npos);
}

bool begins_with_any(std::string_view lower, std::span<const std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [lower](auto start) { return lower.starts_with(start); });
}

bool is_any(std::string_view lower, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), lower) != words.end();
}

/// "Document1", "Untitled-2", "Slide 1": what is left without digits and signs is a placeholder.
bool is_placeholder(std::string_view lower) {
  constexpr std::array<std::string_view, 24> kWords{
      "untitled",  "unknown",  "document",   "slide",     "layout", "title",
      "notitle",   "page",     "test",       "print",     "none",   "paper",
      "main",      "article",  "manuscript", "draft",     "final",  "presentation",
      "unbenannt", "dokument", "sanstitre",  "bookmarks", "report", "doc"};
  std::string letters;
  for (const char c : lower)
    if (c != ' ' && c != '-' && c != '_' && c != '.' && c != ':' && !(c >= '0' && c <= '9'))
      letters += c;
  return letters.empty() || is_any(letters, kWords);
}

/// The part of a file's name between folders and ending.
std::string_view stem_of(std::string_view file) {
  file = file.substr(file.rfind('/') + 1);
  return file.substr(0, file.rfind('.'));
}

constexpr float kAsLarge = 1.02F;

/// A title may be set in several blocks.
bool goes_with(const TextBlock& first, const TextBlock& block) {
  const float size = block.lines.front().size / first.lines.front().size;
  return block.kind == BlockKind::heading && size < kAsLarge && size > 1 / kAsLarge &&
         block.region == first.region && block.lines.front().page == first.lines.front().page;
}

}  // namespace

std::string sane_title(std::string_view property, std::string_view file) {
  constexpr std::array<std::string_view, 9> kPrograms{"microsoft word - ",
                                                      "microsoft powerpoint - ",
                                                      "microsoft excel - ",
                                                      "powerpoint presentation",
                                                      "pdf file",
                                                      "latex with",
                                                      "this is pdftex",
                                                      "http://",
                                                      "https://"};
  const auto title = trimmed(property);
  const auto lower = lower_case(title);
  constexpr std::size_t kShortest = 3;
  if (title.size() < kShortest || title.size() > kLongest || !holds_letters(title)) return {};
  if (is_file_name(lower) || begins_with_any(lower, kPrograms) || is_placeholder(lower)) return {};
  if (is_machine_name(title) || lower == lower_case(stem_of(file))) return {};
  return std::string(title);
}

std::string sane_author(std::string_view property) {
  constexpr std::array<std::string_view, 20> kAccounts{"user",
                                                       "admin",
                                                       "administrator",
                                                       "owner",
                                                       "unknown",
                                                       "author",
                                                       "root",
                                                       "microsoft office user",
                                                       "anonymous",
                                                       "none",
                                                       "n/a",
                                                       "default",
                                                       "guest",
                                                       "pc",
                                                       "windows user",
                                                       "office",
                                                       "home",
                                                       "test",
                                                       "preferred customer",
                                                       "author name"};
  constexpr std::array<std::string_view, 7> kPrograms{
      "microsoft", "adobe", "latex", "pdftex", "openoffice", "acrobat", "libreoffice"};
  const auto author = trimmed(property);
  const auto lower = lower_case(author);
  if (author.size() < 2 || author.size() > kLongest || !holds_letters(author)) return {};
  if (is_any(lower, kAccounts) || begins_with_any(lower, kPrograms) || is_file_name(lower))
    return {};
  return std::string(author);
}

std::string title_on_page(std::span<const TextBlock> blocks, const Typesetting& typesetting) {
  constexpr float kLarger = 1.15F;
  auto largest = blocks.end();
  for (auto block = blocks.begin(); block != blocks.end(); ++block) {
    if (block->lines.front().page != blocks.front().lines.front().page) break;
    if (block->kind != BlockKind::heading || block->lines.front().size < kLarger * typesetting.size)
      continue;
    if (largest == blocks.end() ||
        block->lines.front().size > largest->lines.front().size * kAsLarge)
      largest = block;
  }
  if (largest == blocks.end()) return {};
  std::string title;
  for (auto block = largest; block != blocks.end() && goes_with(*largest, *block); ++block)
    for (const auto& line : block->lines) {
      if (!title.empty()) title += ' ';
      title += line.text;
    }
  constexpr std::size_t kShortest = 5;
  return title.size() < kShortest || title.size() > kLongest ? std::string() : title;
}

}  // namespace furat::indexer::pdf
