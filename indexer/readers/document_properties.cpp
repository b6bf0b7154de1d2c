#include "indexer/readers/document_properties.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "analysis/text/ascii.hpp"
#include "analysis/text/fold.hpp"

namespace furat::indexer {
namespace {

using analysis::lower_ascii;

constexpr std::size_t kLongest = 300;

bool holds_word(std::string_view text) {
  const auto folded = analysis::fold_name(text);
  return folded.find_first_not_of("0123456789 ") != std::string::npos;
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
      std::count_if(title.begin(), title.end(), [](char c) { return analysis::is_ascii_digit(c); });
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
    if (c != ' ' && c != '-' && c != '_' && c != '.' && c != ':' && !analysis::is_ascii_digit(c))
      letters += c;
  return letters.empty() || is_any(letters, kWords);
}

/// The part of a file's name between folders and ending.
std::string_view stem_of(std::string_view file) {
  file = file.substr(file.rfind('/') + 1);
  return file.substr(0, file.rfind('.'));
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
  const auto lower = lower_ascii(title);
  constexpr std::size_t kShortest = 3;
  if (title.size() < kShortest || title.size() > kLongest || !holds_word(title)) return {};
  if (is_file_name(lower) || begins_with_any(lower, kPrograms) || is_placeholder(lower)) return {};
  if (is_machine_name(title) || lower == lower_ascii(stem_of(file))) return {};
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
  const auto lower = lower_ascii(author);
  if (author.size() < 2 || author.size() > kLongest || !holds_word(author)) return {};
  if (is_any(lower, kAccounts) || begins_with_any(lower, kPrograms) || is_file_name(lower))
    return {};
  return std::string(author);
}

}  // namespace furat::indexer
