#include "searcher/explain.hpp"

#include "analysis/rule_sentences.hpp"
#include "searcher/hit_maker.hpp"
#include "searcher/passage_lookup.hpp"

namespace furat {
namespace {

constexpr double kHundredths = 100;

void add_reason(const index::MentionRecord& record, const GenerationView& view,
                MentionInfo& mention) {
  mention.reason = analysis::sentence_of_rule(mention.rule);
  if (record.score != 0) mention.score = record.score / kHundredths;
  if (record.rejected.empty()) return;
  mention.candidates.push_back({mention.id, mention.name, record.score / kHundredths, true});
  for (const auto& rejected : record.rejected) {
    const auto& value = view.value(rejected.value);
    mention.candidates.push_back({value.id, value.name, rejected.score / kHundredths, false});
  }
}

}  // namespace

Hit explained_passage(const std::string& key, const GenerationView& view,
                      analysis::TermAnalyzer& analyzer) {
  const auto passage = passage_with_key(key, view);
  SearchRequest request;
  request.snippet_chars = 0;
  const QueryPlan plan;
  auto hit = HitMaker(plan, request, view, analyzer).make(passage);
  const auto record = view.passage(passage);
  for (std::size_t i = 0; i < hit.mentions.size(); ++i)
    add_reason(record.mentions[i], view, hit.mentions[i]);
  return hit;
}

}  // namespace furat
