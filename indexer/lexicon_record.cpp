#include "indexer/lexicon_record.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

#include "analysis/lexicon/lexicon_image.hpp"
#include "index/damaged.hpp"
#include "index/metadata.hpp"
#include "index/schema.hpp"
#include "index/varint.hpp"

namespace furat::indexer {
namespace {

/// The rows that a record need not repeat.
std::vector<analysis::ActorEntry> rows_of_base(std::string_view base) {
  if (base.empty()) return {};
  auto built_in = analysis::built_in_lexicon();
  if (built_in.version != base) return {};
  return std::move(built_in.actors);
}

/// The rows of a record, of which some are its own; nullopt if others are not among `base`.
std::optional<std::vector<analysis::ActorEntry>> rows_of(
    const std::vector<bool>& is_own, const std::vector<analysis::ActorEntry>& base,
    const std::vector<analysis::ActorEntry>& own) {
  std::vector<analysis::ActorEntry> actors;
  std::size_t next_own = 0;
  for (std::size_t row = 0; row < is_own.size(); ++row) {
    const auto& rows = is_own[row] ? own : base;
    const auto at = is_own[row] ? next_own++ : row;
    if (at >= rows.size()) return std::nullopt;
    actors.push_back(rows[at]);
  }
  return actors;
}

/// One more than the highest number of a found actor that the tables hold or a row has.
std::uint32_t first_unused(const Xapian::Database& database, const ValueNumbers& numbers) {
  auto next = numbers.first_found();
  const std::string prefix(index::key::kValues);
  auto key = database.metadata_keys_begin(prefix);
  for (key.skip_to(index::key::value(numbers.found(0))); key != database.metadata_keys_end(prefix);
       ++key)
    if (const auto number = numbers.found_number(index::key::number_in(*key)))
      next = std::max(next, *number + 1);
  return next;
}

/// The numbers of the record's actors for those of them that the annotator has; new ones for its
/// others.
ValueNumbers continued(const Annotator& annotator, const LexiconRecord& record,
                       const Xapian::Database& database) {
  std::unordered_map<std::string_view, std::uint32_t> known;
  for (std::size_t row = 0; row < record.numbers.size(); ++row)
    known.emplace((*record.actors)[row].id, record.numbers[row]);
  const ValueNumbers before(annotator, record.rows, record.numbers);
  auto next = first_unused(database, before);
  std::vector<std::uint32_t> numbers;
  for (const auto& actor : annotator.actors().actors()) {
    const auto number = known.find(actor.id);
    numbers.push_back(number == known.end() ? before.found(next++) : number->second);
  }
  return {annotator, record.rows, std::move(numbers)};
}

}  // namespace

std::string places_digest(const analysis::Lexicon& lexicon) {
  analysis::Lexicon places;
  places.places = lexicon.places;
  return index::hex(index::stable_hash(analysis::pack(places)));
}

std::string bytes_of(const analysis::ActorEntry& actor) {
  analysis::Lexicon one;
  one.actors = {actor};
  return analysis::pack(one);
}

std::string lexicon_record(const Annotator& annotator, const ValueNumbers& numbers) {
  const auto& data = annotator.data();
  const auto& actors = data.lexicon.actors;
  const auto base = data.built_in ? actors : rows_of_base(data.base);
  std::string record;
  index::append_text(record, base.empty() ? std::string_view() : std::string_view(data.base));
  index::append_text(record, places_digest(data.lexicon));
  index::append_varint(record, numbers.rows());
  index::append_varint(record, actors.size());
  analysis::Lexicon own;
  std::int64_t next = 0;
  for (std::uint32_t row = 0; row < actors.size(); ++row) {
    const bool is_own = row >= base.size() || bytes_of(actors[row]) != bytes_of(base[row]);
    const std::int64_t number = numbers.actor(row);
    index::append_signed(record, (number - next) * 2 + (is_own ? 1 : 0));
    next = number + 1;
    if (is_own) own.actors.push_back(actors[row]);
  }
  index::append_text(record, analysis::pack(own));
  return record;
}

std::optional<LexiconRecord> decode_lexicon_record(std::string_view bytes) {
  index::ByteReader reader(bytes);
  LexiconRecord record;
  const auto base = rows_of_base(reader.text());
  record.places = reader.text();
  record.rows = reader.varint32();
  std::vector<bool> is_own(reader.count());
  std::int64_t next = 0;
  for (auto&& own : is_own) {
    const auto step = reader.signed_varint();
    own = step % 2 != 0;
    const auto number = next + (step - (own ? 1 : 0)) / 2;
    if (number < 0 || number > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
    record.numbers.push_back(static_cast<std::uint32_t>(number));
    next = number + 1;
  }
  const auto own = analysis::unpack_lexicon(reader.text());
  if (reader.failed() || !reader.at_end()) return std::nullopt;
  if (own) record.actors = rows_of(is_own, base, own->actors);
  return record;
}

ValueNumbers value_numbers_of(const Xapian::Database& database, const Annotator& annotator) {
  const auto bytes = index::metadata_at(database, kLexiconRecord);
  if (bytes.empty()) return ValueNumbers(annotator);  // from before there were such records
  auto record = decode_lexicon_record(bytes);
  const auto actors = annotator.actors().actors();
  const bool same =
      index::metadata_at(database, index::key::kLexicon) == annotator.lexicon_version();
  if (!record || (same ? record->numbers.size() != actors.size() : !record->actors))
    index::throw_damaged("its record of the lexicon cannot be read");
  if (same) return {annotator, record->rows, std::move(record->numbers)};
  return continued(annotator, *record, database);
}

}  // namespace furat::indexer
