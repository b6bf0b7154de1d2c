// A trie of names over folded words as one block of bytes: built once, then used where it lies, in
// memory of its own or in a mapped file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace furat::analysis {

/// How a name must be written in a text to count; also the ways a text has written one.
enum class LetterCase : std::uint8_t { any, capitalised, all_capitals };

/// Read-only view of a trie. Words are numbered; a name is a path of words. Copies are cheap and
/// share the bytes, which must outlive all of them. Any thread.
class NameTrie {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// Names that end at one node.
  struct Ending {
    std::uint32_t capital_at = kNone;  ///< token of the name that must have its capital
    std::span<const std::uint32_t> payloads;
    std::uint32_t fit_any = 0, fit_capitalised = 0;
    /// The payloads of the names that may be written so, by the case each demands, then ascending.
    [[nodiscard]] std::span<const std::uint32_t> fitting(LetterCase written) const;
  };

  NameTrie() = default;  ///< without names
  /// nullopt if the bytes are no trie. They are trusted beyond their sizes: use images of one's own
  /// making only.
  [[nodiscard]] static std::optional<NameTrie> view(std::span<const std::uint32_t> image);

  [[nodiscard]] bool empty() const { return words_ == 0; }
  [[nodiscard]] std::uint32_t word(std::string_view folded) const;  ///< kNone if no name has it
  [[nodiscard]] std::uint32_t article() const { return article_; }  ///< word that all articles are
  [[nodiscard]] std::uint32_t stop() const { return words_; }  ///< step of an abbreviation's stop

  /// Node of the names that begin with a word.
  [[nodiscard]] std::uint32_t root(std::uint32_t word) const { return word; }
  [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t word) const;
  [[nodiscard]] bool has_ending(std::uint32_t node) const { return endings_of_[node] != kNone; }
  [[nodiscard]] Ending ending(std::uint32_t node) const;

 private:
  std::uint32_t words_ = 0, article_ = kNone;
  std::span<const std::uint32_t> slots_;        // hash and word number, by hash; a power of two
  std::span<const std::uint32_t> word_begins_;  // of words_ + 1 words in bytes_
  std::span<const std::uint32_t> first_child_;  // of each node, and one more
  std::span<const std::uint32_t> labels_;       // word of each node
  std::span<const std::uint32_t> endings_of_;   // index in endings_, kNone where no name ends
  std::span<const std::uint32_t> endings_;
  const char* bytes_ = nullptr;
};

/// Gathers names and makes the trie. Same names in any order give the same bytes.
class NameTrieBuilder {
 public:
  NameTrieBuilder();
  NameTrieBuilder(NameTrieBuilder&&) noexcept;
  ~NameTrieBuilder();

  /// Adds a name as written; a leading Arabic article is made optional. Names without a word are
  /// ignored.
  void add(std::string_view name, std::uint32_t payload);

  /// The image of all names added; the builder is empty afterwards.
  [[nodiscard]] std::vector<std::uint32_t> build();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace furat::analysis
