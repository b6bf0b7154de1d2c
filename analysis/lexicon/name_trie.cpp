#include "analysis/lexicon/name_trie.hpp"

#include <algorithm>
#include <cstring>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "analysis/lexicon/token_table.hpp"
#include "analysis/lexicon/written_name.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {
namespace {

constexpr std::uint32_t kMagic = 0x32545246;  // "FRT2"

/// Sizes of the arrays of an image, in 32-bit numbers, in their order.
struct Header {
  std::uint32_t magic, words, article, slots, nodes, endings, bytes;
};
constexpr std::size_t kHeaderSize = sizeof(Header) / sizeof(std::uint32_t);

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;  // FNV-1a: the same on every machine
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15);
}

struct CaseRule {
  LetterCase needed = LetterCase::any;
  std::uint32_t capital_at = NameTrie::kNone;
};

CaseRule case_rule_of(const TokenizedText& name, std::size_t core) {
  constexpr std::size_t kLongestAcronym = 5;
  CaseRule rule;
  std::size_t letters = 0;
  bool capitals = true;
  for (auto i = core; i < name.size(); ++i) {
    const auto& token = name[i];
    letters += token.folded_size;
    capitals = capitals && in_capitals(name, token);
    if (rule.capital_at == NameTrie::kNone && token.upper_initial && !is_article_token(name, i))
      rule.capital_at = static_cast<std::uint32_t>(i - core);
  }
  if (rule.capital_at == NameTrie::kNone) {
    // "Aš" looks like an article, "Ash-town" has its only capital there: neither is a common word.
    const auto& tokens = name.tokens();
    const bool any_capital = std::any_of(tokens.begin(), tokens.end(),
                                         [](const Token& token) { return token.upper_initial; });
    if (!any_capital) return rule;
    rule.capital_at = 0;
  }
  rule.needed =
      capitals && letters <= kLongestAcronym ? LetterCase::all_capitals : LetterCase::capitalised;
  return rule;
}

void append_text(std::vector<std::uint32_t>& image, const std::string& text) {
  const auto begin = image.size();
  image.resize(begin + (text.size() + 3) / 4);
  std::memcpy(image.data() + begin, text.data(), text.size());
}

void append(std::vector<std::uint32_t>& image, const std::vector<std::uint32_t>& numbers) {
  image.insert(image.end(), numbers.begin(), numbers.end());
}

}  // namespace

std::span<const std::uint32_t> NameTrie::Ending::fitting(LetterCase written) const {
  if (written == LetterCase::all_capitals) return payloads;
  return payloads.first(written == LetterCase::any ? fit_any : fit_capitalised);
}

std::optional<NameTrie> NameTrie::view(std::span<const std::uint32_t> image) {
  Header header{};
  if (image.size() < kHeaderSize) return std::nullopt;
  std::memcpy(&header, image.data(), sizeof header);
  if (header.magic != kMagic) return std::nullopt;
  std::size_t at = kHeaderSize;
  const auto take = [&](std::size_t count) {
    const auto begin = std::min(at, image.size());
    at = std::min(begin + count, image.size());
    return image.subspan(begin, at - begin);
  };
  NameTrie trie;
  trie.words_ = header.words;
  trie.article_ = header.article;
  trie.slots_ = take(header.slots);
  trie.word_begins_ = take(std::size_t{header.words} + 1);
  trie.first_child_ = take(std::size_t{header.nodes} + 1);
  trie.labels_ = take(header.nodes);
  trie.endings_of_ = take(header.nodes);
  trie.endings_ = take(header.endings);
  const auto bytes = take((std::size_t{header.bytes} + 3) / 4);
  if (bytes.size() != (std::size_t{header.bytes} + 3) / 4 || at != image.size())
    return std::nullopt;
  trie.bytes_ = reinterpret_cast<const char*>(bytes.data());
  return trie;
}

std::uint32_t NameTrie::word(std::string_view folded) const {
  if (slots_.empty()) return kNone;
  const auto mask = static_cast<std::uint32_t>(slots_.size() / 2) - 1;
  const auto hash = hash_of(folded);
  for (auto i = hash & mask;; i = (i + 1) & mask) {
    const auto word = slots_[2 * std::size_t{i} + 1];
    if (word == kNone) return kNone;
    if (slots_[2 * std::size_t{i}] != hash) continue;
    const auto begin = word_begins_[word];
    if (std::string_view(bytes_ + begin, word_begins_[word + 1] - begin) == folded) return word;
  }
}

std::uint32_t NameTrie::child(std::uint32_t node, std::uint32_t word) const {
  const auto children =
      labels_.subspan(first_child_[node], first_child_[node + 1] - first_child_[node]);
  const auto found = std::lower_bound(children.begin(), children.end(), word);
  if (found == children.end() || *found != word) return kNone;
  return first_child_[node] + static_cast<std::uint32_t>(found - children.begin());
}

NameTrie::Ending NameTrie::ending(std::uint32_t node) const {
  const auto* at = endings_.data() + endings_of_[node];
  return {at[0], {at + 4, at[3]}, at[1], at[2]};
}

struct NameTrieBuilder::Impl {
  struct Name {
    std::vector<std::uint32_t> path;
    CaseRule rule;
    std::uint32_t payload = 0;
    [[nodiscard]] auto key() const { return std::tie(path, rule.needed, payload, rule.capital_at); }
  };

  TokenTable words;
  std::vector<std::string> texts;  ///< by number as interned
  std::vector<Name> names;

  std::uint32_t intern(std::string_view word) {
    const auto number = words.intern(word);
    if (number == texts.size()) texts.emplace_back(word);
    return number;
  }

  void add(const TokenizedText& tokens, std::uint32_t payload);
  void number_words_by_text();
  [[nodiscard]] std::vector<std::uint32_t> hash_slots() const;
};

/// A stop behind an abbreviation, until the words have their final numbers.
constexpr std::uint32_t kStopMark = NameTrie::kNone;

void NameTrieBuilder::Impl::add(const TokenizedText& tokens, std::uint32_t payload) {
  const std::size_t core = begins_with_article(tokens) ? 1 : 0;
  Name name;
  for (auto i = core; i < tokens.size(); ++i) {
    if (i > core && tokens[i].gap == Gap::punctuation && is_stop_between(tokens, i))
      name.path.push_back(kStopMark);
    // Articles inside a name are one: "Deir al-Zor" is "Deir ez-Zor".
    const bool article = i > core && is_article_token(tokens, i);
    name.path.push_back(intern(article ? "al" : tokens.folded(i)));
  }
  name.rule = case_rule_of(tokens, core);
  name.payload = payload;
  names.push_back(std::move(name));
}

void NameTrieBuilder::Impl::number_words_by_text() {
  std::vector<std::uint32_t> order(texts.size()), rank(texts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return texts[a] < texts[b]; });
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  std::sort(texts.begin(), texts.end());
  const auto stop = static_cast<std::uint32_t>(texts.size());
  for (auto& name : names)
    for (auto& step : name.path) step = step == kStopMark ? stop : rank[step];
}

std::vector<std::uint32_t> NameTrieBuilder::Impl::hash_slots() const {
  std::size_t size = 4;
  while (size < 2 * texts.size()) size *= 2;
  std::vector<std::uint32_t> slots(2 * size, NameTrie::kNone);
  for (std::uint32_t word = 0; word < texts.size(); ++word) {
    const auto hash = hash_of(texts[word]);
    auto i = hash & (size - 1);
    while (slots[2 * i + 1] != NameTrie::kNone) i = (i + 1) & (size - 1);
    slots[2 * i] = hash;
    slots[2 * i + 1] = word;
  }
  return slots;
}

namespace {

/// Names [begin, end) of the sorted list that have `depth` words in common.
struct NameRange {
  std::size_t begin = 0, end = 0, depth = 1;
};

/// Lays the nodes out breadth first, so that the children of each lie together.
template <class Name>
class NodeLayout {
 public:
  NodeLayout(const std::vector<Name>& names, std::uint32_t words) : names_(names) {
    ranges_.resize(words);
    for (std::uint32_t word = 0; word < words; ++word) labels.push_back(word);
    for (std::size_t i = 0; i < names.size();) {
      const auto end = group_end(i, names.size(), 0);
      ranges_[names[i].path.front()] = {i, end, 1};
      i = end;
    }
    for (std::size_t node = 0; node < ranges_.size(); ++node) lay_out(node);
    first_child.push_back(static_cast<std::uint32_t>(ranges_.size()));
  }

  std::vector<std::uint32_t> first_child, labels, endings_of, endings;

 private:
  [[nodiscard]] std::size_t group_end(std::size_t begin, std::size_t limit,
                                      std::size_t depth) const {
    auto end = begin;
    while (end < limit && names_[end].path[depth] == names_[begin].path[depth]) ++end;
    return end;
  }

  void lay_out(std::size_t node) {
    auto [begin, end, depth] = ranges_[node];
    first_child.push_back(static_cast<std::uint32_t>(ranges_.size()));
    auto longer = begin;
    while (longer < end && names_[longer].path.size() == depth) ++longer;
    endings_of.push_back(add_ending(begin, longer));
    while (longer < end) {
      const auto group = group_end(longer, end, depth);
      ranges_.push_back({longer, group, depth + 1});
      labels.push_back(names_[longer].path[depth]);
      longer = group;
    }
  }

  std::uint32_t add_ending(std::size_t begin, std::size_t end) {
    if (begin == end) return NameTrie::kNone;
    const auto at = static_cast<std::uint32_t>(endings.size());
    endings.insert(endings.end(), {NameTrie::kNone, 0, 0, 0});
    for (auto i = begin; i < end; ++i) {
      const auto& name = names_[i];
      if (endings[at] == NameTrie::kNone) endings[at] = name.rule.capital_at;
      if (has_payload(at, name.payload)) continue;
      endings.push_back(name.payload);
      for (auto fits = static_cast<std::size_t>(name.rule.needed); fits < 3; ++fits)
        ++endings[at + 1 + fits];
    }
    return at;
  }

  /// A name that fits more ways of writing stands before: its payload is there already. Thousands
  /// of places may share a name; the payloads of each way of writing ascend.
  [[nodiscard]] bool has_payload(std::uint32_t at, std::uint32_t payload) const {
    const auto known = endings.begin() + at + 4;
    const auto sorted_from = [&](std::uint32_t first, std::uint32_t last) {
      return std::binary_search(known + first, known + last, payload);
    };
    const auto any = endings[at + 1], capitalised = endings[at + 2], all = endings[at + 3];
    return sorted_from(0, any) || sorted_from(any, capitalised) || sorted_from(capitalised, all);
  }

  const std::vector<Name>& names_;
  std::vector<NameRange> ranges_;
};

}  // namespace

NameTrieBuilder::NameTrieBuilder() : impl_(std::make_unique<Impl>()) {}
NameTrieBuilder::NameTrieBuilder(NameTrieBuilder&&) noexcept = default;
NameTrieBuilder::~NameTrieBuilder() = default;

void NameTrieBuilder::add(std::string_view name, std::uint32_t payload) {
  const auto tokens = tokenize(name);
  if (tokens.size() > 0) impl_->add(tokens, payload);
}

std::vector<std::uint32_t> NameTrieBuilder::build() {
  auto& impl = *impl_;
  impl.intern("al");
  impl.number_words_by_text();
  std::sort(impl.names.begin(), impl.names.end(),
            [](const auto& a, const auto& b) { return a.key() < b.key(); });
  const auto words = static_cast<std::uint32_t>(impl.texts.size());
  const NodeLayout layout(impl.names, words);

  std::string bytes;
  std::vector<std::uint32_t> begins;
  for (const auto& text : impl.texts) {
    begins.push_back(static_cast<std::uint32_t>(bytes.size()));
    bytes += text;
  }
  begins.push_back(static_cast<std::uint32_t>(bytes.size()));
  const auto article = static_cast<std::uint32_t>(
      std::lower_bound(impl.texts.begin(), impl.texts.end(), "al") - impl.texts.begin());
  const auto slots = impl.hash_slots();

  const Header header{kMagic,
                      words,
                      article,
                      static_cast<std::uint32_t>(slots.size()),
                      static_cast<std::uint32_t>(layout.labels.size()),
                      static_cast<std::uint32_t>(layout.endings.size()),
                      static_cast<std::uint32_t>(bytes.size())};
  std::vector<std::uint32_t> image(kHeaderSize);
  std::memcpy(image.data(), &header, sizeof header);
  for (const std::vector<std::uint32_t>* numbers :
       {&slots, &std::as_const(begins), &layout.first_child, &layout.labels, &layout.endings_of,
        &layout.endings})
    append(image, *numbers);
  append_text(image, bytes);
  impl_ = std::make_unique<Impl>();
  return image;
}

}  // namespace furat::analysis
