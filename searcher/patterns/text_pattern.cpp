#include "searcher/patterns/text_pattern.hpp"

#include "index/varint.hpp"

namespace furat {
namespace {

void append_texts(std::string& key, const std::vector<std::string>& texts) {
  index::append_varint(key, texts.size());
  for (const auto& text : texts) index::append_text(key, text);
}

}  // namespace

// As deep as the query language allows.
void append_key(std::string& key, const TextPattern& pattern) {  // NOLINT(misc-no-recursion)
  index::append_varint(key, static_cast<std::uint64_t>(pattern.kind));
  append_texts(key, pattern.stems);
  append_texts(key, pattern.forms);
  index::append_text(key, pattern.word);
  index::append_text(key, pattern.wildcard.text());
  index::append_varint(key, pattern.ordinals.size());
  for (const auto ordinal : pattern.ordinals) index::append_varint(key, ordinal);
  const auto& closeness = pattern.closeness;
  index::append_varint(key, (closeness.same_sentence ? 2U : 0U) + (closeness.ordered ? 1U : 0U));
  index::append_varint(key, closeness.words);
  index::append_varint(key, pattern.children.size());
  for (const auto& child : pattern.children) append_key(key, child);
}

}  // namespace furat
