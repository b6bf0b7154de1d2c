// Terms about how a passage's mentions name what they name: their spellings, the kinds of its
// actors, the actors that were rejected. docs/index-format.md describes them.
#pragma once

#include <xapian.h>

#include "indexer/annotator.hpp"

namespace furat::indexer {

/// Of passage `i` of the article: a term for each spelling of each place and actor named, in
/// whatever role.
void add_spellings(Xapian::Document& document, const AnnotatedArticle& article, std::size_t i,
                   const Annotator& annotator);

/// Terms and slot of the kinds of the actors named themselves; of those above them none.
void add_kinds(Xapian::Document& document, const AnnotatedArticle& article, std::size_t i,
               const Annotator& annotator);

/// So that the value tables hold the actors that `why` names: no facet counts these.
void add_actor_candidates(Xapian::Document& document, const AnnotatedPassage& passage,
                          const Annotator& annotator);

}  // namespace furat::indexer
