// Passages by their key, and all of an article.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/view/generation_view.hpp"

namespace furat {

/// The passage with this key (Hit::passage). Throws RequestError ("passage") if there is none, with
/// the article's passages as suggestions; IndexError unreachable where a shard that is missing may
/// have it.
[[nodiscard]] Xapian::docid passage_with_key(const std::string& key, const GenerationView& view);

/// The passages of the article with this id, in the order of the text.
[[nodiscard]] std::vector<Xapian::docid> passages_of_article(const std::string& article,
                                                             const GenerationView& view);

}  // namespace furat
