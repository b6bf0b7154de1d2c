#include "indexer/found_numbers.hpp"

#include <algorithm>
#include <chrono>

#include "index/tables.hpp"
#include "indexer/value_numbers.hpp"

namespace furat::indexer {

FoundValues found_values(const Xapian::Database& database, const ValueNumbers& numbers) {
  FoundValues values;
  const std::string prefix(index::key::kValues);
  auto key = database.metadata_keys_begin(prefix);
  for (key.skip_to(index::key::value(numbers.found(0))); key != database.metadata_keys_end(prefix);
       ++key) {
    const auto record = index::decode_value_record(database.get_metadata(*key));
    const auto number = numbers.found_number(index::key::number_in(*key));
    if (!record || !record->discovered || !number) continue;
    FoundValue value{{record->id, record->name, record->kind, record->country}, *number};
    if (record->parent) value.actor.parent = numbers.actor_row(*record->parent);
    values.emplace(record->id, std::move(value));
  }
  return values;
}

FoundNumbers::FoundNumbers(FoundValues known, std::uint32_t first, Known trust,
                           SourceNumbers sources)
    : trust_(trust), next_(first), values_(std::move(known)), sources_(std::move(sources)) {
  for (const auto& [source, number] : sources_) next_source_ = std::max(next_source_, number + 1);
  for (const auto& [id, value] : values_) next_ = std::max(next_, value.number + 1);
}

void FoundNumbers::number(std::size_t batch, std::vector<AnnotatedArticle>& articles,
                          const std::atomic<bool>& stop) {
  constexpr auto kPatience = std::chrono::milliseconds(50);
  std::unique_lock lock(mutex_);
  while (next_batch_ != batch && !stop) turn_.wait_for(lock, kPatience);
  for (auto& article : articles) number(article);
  next_batch_ = batch + 1;
  turn_.notify_all();
}

std::optional<std::uint32_t> FoundNumbers::source_number(const std::string& source) {
  if (source.empty()) return std::nullopt;
  const auto [entry, added] = sources_.try_emplace(source, next_source_);
  if (added) ++next_source_;
  return entry->second;
}

void FoundNumbers::number(AnnotatedArticle& article) {
  article.source_number = source_number(article.article.source);
  for (const auto& actor : article.found) {
    const auto [entry, added] = values_.try_emplace(actor.id, FoundValue{actor, next_});
    if (added) ++next_;
    if (!added && trust_ == Known::outdated) renew(entry->second.actor, actor);
    article.found_numbers.push_back(entry->second.number);
  }
}

/// The name is that of the first mention in the archive.
void FoundNumbers::renew(analysis::FoundActor& known, const analysis::FoundActor& actor) {
  known.kind = actor.kind;
  known.country = actor.country;
  known.parent = actor.parent;
}

}  // namespace furat::indexer
