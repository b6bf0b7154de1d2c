// Which parts of a text a snippet shows.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/text/byte_span.hpp"
#include "searcher/snippets/snippet_maker.hpp"

namespace furat::internal {

/// One stretch if that shows all that matched, or no more can be shown by several; else the fewest
/// shorter ones that show most. Ascending, with text between them; none of an empty text. `marks`
/// ascend. Time grows with the text and with the square of the fragments allowed.
[[nodiscard]] std::vector<analysis::ByteSpan> choose_fragments(
    std::string_view text, const std::vector<analysis::ByteSpan>& marks,
    const SnippetOptions& options);

}  // namespace furat::internal
