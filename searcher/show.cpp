#include "searcher/show.hpp"

#include <algorithm>
#include <limits>

#include "searcher/hit_maker.hpp"
#include "searcher/passage_lookup.hpp"

namespace furat {

ShownPassage show_passage(const ShowRequest& request, const QueryPlan& plan,
                          const GenerationView& view, analysis::TermAnalyzer& analyzer) {
  const auto asked = passage_with_key(request.passage, view);
  const auto article = view.article(view.columns().article(asked)).id;
  const auto passages = passages_of_article(article, view);
  const auto at = static_cast<std::size_t>(std::find(passages.begin(), passages.end(), asked) -
                                           passages.begin());
  const auto first = request.article ? 0 : at - std::min(at, request.context);
  const auto behind = passages.size() - at - 1;
  const auto last = request.article ? passages.size() - 1 : at + std::min(behind, request.context);

  SearchRequest whole;
  whole.snippet_chars = std::numeric_limits<std::uint32_t>::max();  // passages are no longer
  const HitMaker maker(plan, whole, view, analyzer);
  ShownPassage shown;
  shown.at = at - first;
  shown.article_passages = passages.size();
  shown.generation = view.name();
  for (auto i = first; i <= last; ++i) {
    view.deadline().check();
    shown.passages.push_back(maker.make(passages[i]));
    shown.passages.back().rank = shown.passages.size();
  }
  return shown;
}

}  // namespace furat
