#include "indexer/readers/html/page_metadata.hpp"

namespace furat::indexer {

void read_page_metadata(const HtmlTree&, Article&) {}

}  // namespace furat::indexer
