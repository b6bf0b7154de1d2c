#include "searcher/spelling/written_words.hpp"

#include <vector>

#include "index/schema.hpp"

namespace furat {
namespace {

/// Forms of a stem to look at; more say nothing.
constexpr std::size_t kMostForms = 500;

}  // namespace

bool is_written(const std::string& stem, const GenerationView& view,
                analysis::TermAnalyzer& analyzer) {
  const auto& database = view.database();
  std::vector<Xapian::Query> forms;
  const auto prefix = std::string(index::prefix::kExact) + stem.substr(0, stem.size() - 1);
  std::size_t seen = 0;
  for (auto term = database.allterms_begin(prefix);
       term != database.allterms_end(prefix) && seen < kMostForms; ++term, ++seen) {
    const auto form = (*term).substr(index::prefix::kExact.size());
    if (analyzer.stem(form) == stem) forms.emplace_back(*term);
  }
  if (forms.empty()) return true;
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_AND_NOT, Xapian::Query(stem),
                                  Xapian::Query(Xapian::Query::OP_OR, forms.begin(), forms.end())));
  return !enquire.get_mset(0, 1).empty();
}

}  // namespace furat
