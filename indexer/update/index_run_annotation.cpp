// What an update annotates anew though it has not changed: everything, or where the lexicon has
// got, lost or changed an actor, the articles that this may concern.
#include <algorithm>
#include <unordered_set>

#include "index/metadata.hpp"
#include "index/rules_version.hpp"
#include "indexer/lexicon_record.hpp"
#include "indexer/update/affected_articles.hpp"
#include "indexer/update/index_run.hpp"

namespace furat::indexer {
namespace {

/// The world gazetteer's part of the version of a lexicon.
std::string_view world_of(std::string_view version) {
  return version.substr(std::min(version.find('-'), version.size()));
}

}  // namespace

void IndexRun::plan_annotation() {
  if (!fresh_) {
    report_.update.lexicon_changed =
        index::metadata_at(old_->database, index::key::kLexicon) != annotator_->lexicon_version();
    if (!report_.update.lexicon_changed || !find_affected())
      report_.update.annotated_again = reason_to_annotate_all();
  }
  if (adopts()) return keep_numbers();
  numbers_.emplace(*annotator_);
  found_.emplace();
}

std::string IndexRun::reason_to_annotate_all() const {
  if (report_.update.lexicon_changed)
    return world_of(index::metadata_at(old_->database, index::key::kLexicon)) ==
                   world_of(annotator_->lexicon_version())
               ? "the lexicon changed"
               : "the gazetteer changed";
  if (index::metadata_at(old_->database, index::key::kRules) !=
      std::to_string(index::kRulesVersion))
    return "the rules changed";
  return {};
}

/// Only actors of the lexicon changed, and they concern a part of the archive: then which one is in
/// affected_.
bool IndexRun::find_affected() {
  const auto& database = old_->database;
  if (index::metadata_at(database, index::key::kRules) != std::to_string(index::kRulesVersion))
    return false;
  if (world_of(index::metadata_at(database, index::key::kLexicon)) !=
      world_of(annotator_->lexicon_version()))
    return false;
  const auto record = decode_lexicon_record(index::metadata_at(database, kLexiconRecord));
  const auto& lexicon = annotator_->data().lexicon;
  if (!record || !record->actors || record->places != places_digest(lexicon)) return false;
  const auto changes = lexicon_changes(*record->actors, lexicon.actors);
  if (changes.everywhere) return false;
  affected_ = affected_articles(database, changes);
  // Beyond this share, writing everything anew is as fast, and leaves no numbers unused.
  if (2 * affected_.size() <= old_->generation.completion().counts.articles) return true;
  affected_.clear();
  return false;
}

/// Values keep the numbers that they have in the documents that stay.
void IndexRun::keep_numbers() {
  const auto& database = old_->database;
  numbers_.emplace(value_numbers_of(database, *annotator_));
  auto found = found_values(database, *numbers_);
  // What was found under the id of a row that the lexicon has now is that row.
  std::erase_if(
      found, [&](const auto& value) { return annotator_->actors().find(value.first).has_value(); });
  using Known = FoundNumbers::Known;
  found_.emplace(std::move(found), numbers_->first_found(),
                 report_.update.lexicon_changed ? Known::outdated : Known::sound,
                 source_numbers(database, *numbers_));
}

/// The next generation begins as a copy of the one that stands.
bool IndexRun::adopts() const { return !fresh_ && report_.update.annotated_again.empty(); }

bool IndexRun::is_annotated_again(std::uint32_t article) const {
  return !adopts() || affected_.contains(article);
}

void IndexRun::note_annotated_again(std::uint32_t article, const index::ArticleRecord& record) {
  replaced_.push_back({article, record.id, record.passages, record.digest});
  report_.update.names.push_back("annotated " + record.id);
  ++report_.update.annotated;
}

/// Articles that are not read now, from the stored text.
void IndexRun::annotate_kept() {
  std::unordered_set<std::uint32_t> leaving;
  for (const auto& article : intake_->leaving()) leaving.insert(article.number);
  const auto take_stored = [&](const index::FileRecord& file) {
    for (const auto number : file.articles) {
      if (!is_annotated_again(number) || leaving.contains(number)) continue;
      if (old_->database.get_metadata(index::key::article(number)).empty()) continue;
      const auto record = article_record(old_->database, number);
      if (adopts()) note_annotated_again(number, record);
      if (!batcher_->add({stored_article(old_->database, record), number})) return;
      tell();
      if (!goes_on()) return;
    }
  };
  for (std::size_t i = 0; i < plan_.kept.size() && goes_on(); ++i) take_stored(plan_.kept[i]);
  // Files whose bytes turned out to be the same gave no articles.
  for (std::size_t i = 0; i < files_.size() && goes_on(); ++i)
    if (plan_.to_read[i].known_digest == files_[i].digest) take_stored(files_[i]);
}

}  // namespace furat::indexer
