#include "index/check_counts.hpp"

#include <xapian.h>

#include <cstdint>
#include <map>
#include <span>
#include <string_view>

#include "index/actor_kinds.hpp"
#include "index/columns_layout.hpp"
#include "index/date_nodes.hpp"
#include "index/facet_columns.hpp"
#include "index/passages_database.hpp"
#include "index/tables.hpp"
#include "index/xapian_errors.hpp"

namespace furat::index {
namespace {

/// More faults than these say no more.
constexpr std::size_t kMaxFaults = 50;

using Numbers = std::span<const std::uint32_t>;

/// Passages by term: that of a value, or kWithout.
using Counts = std::map<std::string, std::size_t>;

class Recount {
 public:
  explicit Recount(const OpenGeneration& generation)
      : database_(open_passages(generation.path(), generation.completion())),
        columns_(FacetColumns::open(database_, columns_path(generation.path()))) {}

  CountCheck run() {
    check_.passages = database_.get_doccount();
    for (const auto& row : kDimensionTable) check(row);
    return std::move(check_);
  }

 private:
  void check(const DimensionInfo& row) {
    Counts by_slot, by_column;
    for (auto id = database_.postlist_begin(""); id != database_.postlist_end(""); ++id) {
      const auto slot = database_.get_document(*id).get_value(row.slot);
      add(row, slot_values(row.slot, slot), by_slot);
      add(row, columns_.values(row.dimension, *id), by_column);
    }
    DimensionRecount recount{std::string(row.name), 0, 0, by_slot[without(row)]};
    for (const auto& [term, passages] : by_slot) {
      if (term != without(row)) {
        ++recount.values;
        recount.counted += passages;
      }
      compare(term, passages, by_column[term], "the columns");
      compare(term, passages, postings_of(term), "its postings");
    }
    if (by_column.size() != by_slot.size())
      fault("the columns have " + std::string(row.name) + " values that no slot has");
    check_.dimensions.push_back(std::move(recount));
  }

  static std::string without(const DimensionInfo& row) {
    return std::string(prefix::kWithout) + std::string(row.name);
  }

  void add(const DimensionInfo& row, Numbers numbers, Counts& counts) {
    if (numbers.empty()) ++counts[without(row)];
    if (row.dimension == Dimension::date || row.dimension == Dimension::published)
      return add_dates(row, numbers, counts);
    for (const auto number : numbers) ++counts[term_of(row, number)];
  }

  /// A passage has the terms of its cover nodes and of all above them; a day of publication has
  /// terms of one kind only.
  static void add_dates(const DimensionInfo& row, Numbers numbers, Counts& counts) {
    if (row.dimension == Dimension::published) {
      for (const auto number : numbers)
        for (auto node = node_with_code(number); node; node = parent(*node))
          ++counts[std::string(prefix::kPublished) + name(*node)];
      return;
    }
    std::vector<DateNode> nodes;
    for (const auto entry : numbers)
      if (const auto node = node_with_code(entry / 2)) nodes.push_back(*node);
    for (const auto& term : index_terms(nodes)) ++counts[term];
  }

  const std::string& term_of(const DimensionInfo& row, std::uint32_t number) {
    auto& term = terms_[{row.dimension, number}];
    if (!term.empty()) return term;
    if (row.dimension == Dimension::kind) {
      const auto* kind = actor_kind(number);
      term = std::string(prefix::kKind) + (kind == nullptr ? "?" : std::string(kind->id));
    } else {
      const auto value = decode_value_record(database_.get_metadata(key::value(number)));
      term = bounded_term(row.prefix, value ? value->id : "?");
    }
    return term;
  }

  std::size_t postings_of(const std::string& term) {
    std::size_t postings = 0;
    for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it)
      ++postings;
    return postings;
  }

  void compare(const std::string& term, std::size_t passages, std::size_t other,
               std::string_view where) {
    if (passages != other)
      fault("the slots of " + std::to_string(passages) + " passages have the value of term " +
            term + ", " + std::string(where) + " " + std::to_string(other));
  }

  void fault(std::string sentence) {
    if (check_.faults.size() < kMaxFaults) check_.faults.push_back(std::move(sentence));
  }

  Xapian::Database database_;
  FacetColumns columns_;
  CountCheck check_;
  std::map<std::pair<Dimension, std::uint32_t>, std::string> terms_;
};

}  // namespace

CountCheck check_counts(const std::filesystem::path& index) {
  const OpenGeneration generation(index);
  try {
    return Recount(generation).run();
  } catch (const Xapian::Error& error) {
    throw as_index_error(error, generation.path());
  }
}

}  // namespace furat::index
