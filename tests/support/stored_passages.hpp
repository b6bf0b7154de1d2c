// What an index has stored of each passage, read without columns, sets or counters: what facet
// counts are compared with.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "furat/search_request.hpp"
#include "index/actor_kinds.hpp"
#include "index/date_nodes.hpp"
#include "index/generation.hpp"
#include "index/passage_record.hpp"
#include "index/place_roles.hpp"
#include "index/stories.hpp"
#include "index/tables.hpp"
#include "index/varint.hpp"
#include "searcher/query/place_roles.hpp"

namespace furat::test {

using index::Dimension;

struct StoredPassage {
  std::string key;  ///< as Hit::passage
  std::uint32_t article = 0, story = 0;
  std::array<std::set<std::string>, index::kDimensions> ids;  ///< all but dates; places at work
  std::map<std::uint8_t, std::set<std::string>> places_in_other_roles;
  std::vector<index::DateNode> covers, closed_scopes;
  std::vector<index::DateNode> published;  ///< a day or none

  /// Whether a filter by an id, or by "none", lets the passage through.
  [[nodiscard]] bool has(Dimension dimension, const std::string& id, const PlaceRoles& roles,
                         DateMode mode) const {
    if (dimension == Dimension::date) return has_date(id, mode);
    if (dimension == Dimension::published)
      return id == "none" ? published.empty() : lies_in(published, *index::node_named(id));
    const auto values =
        dimension == Dimension::place ? places(roles) : ids.at(static_cast<std::size_t>(dimension));
    return id == "none" ? values.empty() : values.count(id) != 0;
  }

  [[nodiscard]] std::set<std::string> places(const PlaceRoles& roles) const {
    std::set<std::string> places;
    if (roles.has(analysis::PlaceRole::at)) places = ids[0];
    for (const auto& [role, in_role] : places_in_other_roles)
      if (roles.has(static_cast<analysis::PlaceRole>(role)))
        places.insert(in_role.begin(), in_role.end());
    return places;
  }

 private:
  [[nodiscard]] bool has_date(const std::string& id, DateMode mode) const {
    if (id == "none") return covers.empty();
    const auto node = *index::node_named(id);
    if (mode == DateMode::within) return lies_in(closed_scopes, node);
    return std::any_of(covers.begin(), covers.end(), [&](const index::DateNode& cover) {
      return is_in(node, cover) || (mode == DateMode::overlap && is_in(cover, node));
    });
  }

  static bool lies_in(const std::vector<index::DateNode>& nodes, index::DateNode whole) {
    return std::any_of(nodes.begin(), nodes.end(),
                       [&](const index::DateNode& node) { return is_in(node, whole); });
  }

  /// By days; by names where there is no year: "--10-05" is in "--10" and in "--".
  static bool is_in(index::DateNode part, index::DateNode whole) {
    const auto days = index::days_of(part), all = index::days_of(whole);
    if (days && all) return all->first <= days->first && days->last <= all->last;
    return !days && !all && index::name(part).starts_with(index::name(whole));
  }
};

class StoredPassages {
 public:
  explicit StoredPassages(const std::filesystem::path& index)
      : generation_(index), database_(index::passages_path(generation_.path()).string()) {
    const auto articles = index::article_numbers(index::DatabaseSlots(database_));
    const auto stories = index::find_stories(index::DatabaseSlots(database_), articles).story;
    for (auto id = database_.postlist_begin(""); id != database_.postlist_end(""); ++id) {
      auto passage = read(database_.get_document(*id));
      passage.article = articles[*id];
      passage.story = stories[*id];
      passages_.push_back(std::move(passage));
    }
  }

  [[nodiscard]] const std::vector<StoredPassage>& all() const { return passages_; }

 private:
  StoredPassage read(const Xapian::Document& document) const {
    StoredPassage passage;
    const auto record = *index::decode_passage_record(document.get_data());
    const auto article =
        *index::decode_article_record(database_.get_metadata(index::key::article(record.article)));
    passage.key = article.id + "#" + std::to_string(record.number);
    for (const auto dimension : {Dimension::place, Dimension::actor, Dimension::source})
      for (const auto ordinal : numbers(document, index::info(dimension).slot))
        passage.ids.at(static_cast<std::size_t>(dimension)).insert(id_of(ordinal));
    for (const auto kind : numbers(document, index::kSlotKinds))
      passage.ids.at(static_cast<std::size_t>(Dimension::kind))
          .emplace(index::actor_kind(kind)->id);
    for (const auto code : numbers(document, index::kSlotPlaceRoles))
      passage.places_in_other_roles[index::role_in(code)].insert(id_of(index::ordinal_in(code)));
    for (const auto entry : numbers(document, index::kSlotDates))
      passage.covers.push_back(*index::node_with_code(entry / 2));
    for (const auto entry : numbers(document, index::kSlotDateScopes))
      if (entry % 2 == 0) passage.closed_scopes.push_back(*index::node_with_code(entry / 2));
    if (article.published) passage.published = {{index::DateLevel::day, *article.published}};
    return passage;
  }

  static std::vector<std::uint32_t> numbers(const Xapian::Document& document, index::Slot slot) {
    return *index::unpack_set(document.get_value(slot));
  }

  [[nodiscard]] std::string id_of(std::uint32_t ordinal) const {
    return index::decode_value_record(database_.get_metadata(index::key::value(ordinal)))->id;
  }

  index::OpenGeneration generation_;
  Xapian::Database database_;
  std::vector<StoredPassage> passages_;
};

}  // namespace furat::test
