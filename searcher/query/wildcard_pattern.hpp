// A word with stars and question marks, folded as the words of texts are.
#pragma once

#include <string>
#include <string_view>

namespace furat {

/// `*` stands for any letters or none, `?` for one. What is between them is folded by itself.
class WildcardPattern {
 public:
  explicit WildcardPattern(std::string_view typed);

  /// False if a piece of it is not part of a single word ("mil*-tia").
  [[nodiscard]] bool valid() const { return valid_; }
  /// As it is matched: folded.
  [[nodiscard]] const std::string& text() const { return folded_; }
  /// What every matching word begins with.
  [[nodiscard]] std::string_view beginning() const;
  /// Whether the whole of a folded word fits. Time at most the product of both lengths.
  [[nodiscard]] bool matches(std::string_view folded_word) const;

 private:
  std::string folded_;  ///< with its stars and question marks
  bool valid_ = true;
};

}  // namespace furat
