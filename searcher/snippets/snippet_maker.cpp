#include "searcher/snippets/snippet_maker.hpp"

#include <algorithm>
#include <cstdint>

#include "searcher/snippets/fragments.hpp"
#include "searcher/snippets/text_units.hpp"

namespace furat {
namespace {

using analysis::ByteSpan;

/// Appends `text` with every run of white space as one space: hard-wrapped lines are unwrapped.
void append_unwrapped(std::string_view text, std::string& out) {
  while (!text.empty()) {
    const std::size_t space = internal::space_size(text);
    if (space == 0) {
      out += text.front();
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    text.remove_prefix(std::max<std::size_t>(space, 1));
  }
}

/// The bytes of a text that a fragment shows, with the marks that lie in them or reach into them.
SnippetFragment fragment_of(std::string_view text, ByteSpan shown,
                            const std::vector<ByteSpan>& marks) {
  SnippetFragment fragment;
  fragment.span = {shown.begin, shown.end};
  std::uint32_t at = shown.begin;
  for (const ByteSpan mark : marks) {
    const std::uint32_t begin = std::max(mark.begin, at);
    const std::uint32_t end = std::min(mark.end, shown.end);
    if (begin >= end || mark.end > text.size()) continue;
    append_unwrapped(text.substr(at, begin - at), fragment.text);
    const std::size_t marked = fragment.text.size();
    append_unwrapped(text.substr(begin, end - begin), fragment.text);
    fragment.marks.push_back(
        {static_cast<std::uint32_t>(marked), static_cast<std::uint32_t>(fragment.text.size())});
    at = end;
  }
  append_unwrapped(text.substr(at, shown.end - at), fragment.text);
  return fragment;
}

void append(const SnippetFragment& fragment, Snippet& snippet) {
  if (!snippet.fragments.empty()) snippet.text += " \u2026 ";
  const auto offset = static_cast<std::uint32_t>(snippet.text.size());
  snippet.text += fragment.text;
  for (const TextSpan mark : fragment.marks)
    snippet.marks.push_back({mark.begin + offset, mark.end + offset});
  snippet.fragments.push_back(fragment);
}

}  // namespace

Snippet make_snippet(std::string_view text, const std::vector<ByteSpan>& marks,
                     const SnippetOptions& options) {
  Snippet snippet;
  for (const ByteSpan shown : internal::choose_fragments(text, marks, options))
    append(fragment_of(text, shown, marks), snippet);
  const auto& fragments = snippet.fragments;
  const std::size_t begin = fragments.empty() ? 0 : fragments.front().span.begin;
  const std::size_t end = fragments.empty() ? 0 : fragments.back().span.end;
  snippet.cut_before = !internal::is_blank(text.substr(0, begin));
  snippet.cut_after = !internal::is_blank(text.substr(end));
  return snippet;
}

}  // namespace furat
