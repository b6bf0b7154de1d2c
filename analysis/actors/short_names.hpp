// "the coalition" in an article that has named one.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/actors/actor_recognizer.hpp"

namespace furat::analysis {

/// The coalition an article has named so far, in reading order.
class ShortNameMemory {
 public:
  /// Remembers an actor whose name in tokens [first, past_end) of `text` says "coalition".
  void introduce(const TokenizedText& text, std::size_t first, std::size_t past_end,
                 std::uint32_t actor);

  /// Adds a mention (rule "actor.short-name") if token `i` is the last of "the coalition" and the
  /// article has named exactly one.
  void recall(const TokenizedText& text, std::size_t i, std::vector<ActorMention>& mentions) const;

  [[nodiscard]] bool empty() const { return !actor_; }

 private:
  std::optional<std::uint32_t> actor_;
  bool several_ = false;
};

}  // namespace furat::analysis
