#include "indexer/seen_names.hpp"

#include "analysis/text/tokenizer.hpp"
#include "index/seen_spellings.hpp"

namespace furat::indexer {

std::vector<SeenName> seen_names(const Xapian::Database& database, std::string_view value_id) {
  std::vector<SeenName> names;
  const auto begin = index::spelling_terms(value_id);
  for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term)
    names.push_back({(*term).substr(begin.size()), term.get_termfreq()});
  return names;
}

std::string usual_name(const analysis::FoundActor& actor, const std::vector<SeenName>& names) {
  const SeenName* usual = nullptr;
  for (const auto& name : names) {
    const auto tokens = analysis::tokenize(name.spelling);
    const auto slug = analysis::slug_of(
        analysis::telling_words(tokens, {0, tokens.size()}, actor.kind == "person"));
    const bool whole = !slug.empty() && slug == analysis::words_in(actor.id);
    if (whole && (usual == nullptr || name.passages > usual->passages)) usual = &name;
  }
  return usual == nullptr ? actor.name : usual->spelling;
}

}  // namespace furat::indexer
