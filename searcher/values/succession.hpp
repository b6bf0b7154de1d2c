// Lines of succession: what an actor was before, and what it became.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/view/generation_view.hpp"

namespace furat {

/// An actor of a line and its distance: below 0 what became the actor, above 0 what it became.
struct SuccessionStep {
  std::uint32_t ordinal = 0;
  int step = 0;
};

/// The line that the actor stands in, ascending by step, the actor itself (0) in it; empty if it
/// stands alone. What merged with it into another is not in its line.
[[nodiscard]] std::vector<SuccessionStep> line_of_succession(std::uint32_t actor,
                                                             const GenerationView& view);

/// "also: Jabhat Fatah al-Sham (jfs), its successor": the others of the actor's line that passages
/// name; empty if there are none.
[[nodiscard]] std::string note_on_succession(std::uint32_t actor, const GenerationView& view);

}  // namespace furat
