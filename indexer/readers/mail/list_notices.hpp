// What the program of a mailing list writes around a letter.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/article.hpp"

namespace furat::indexer {

/// Takes out short blocks at the beginning and end that only speak of the subscription or of
/// another view of the letter, unless nothing else would be left.
void drop_list_notices(std::string_view body, std::vector<BodyBlock>& blocks);

}  // namespace furat::indexer
