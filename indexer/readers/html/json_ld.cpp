#include "indexer/readers/html/json_ld.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <vector>

#include "indexer/metadata/written_date.hpp"
#include "indexer/readers/html/lenient_json.hpp"
#include "indexer/readers/html/meta_dates.hpp"

namespace furat::indexer {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostItems = 10'000;
constexpr std::size_t kMostAuthors = 8;

/// How much a type is the article itself: 0 not at all.
enum Rank : int { kNoWork = 0, kMedia = 1, kPage = 2, kWork = 3, kArticle = 4 };

/// "http://schema.org/NewsArticle" and "schema:NewsArticle" are "NewsArticle".
std::string_view plain_type(std::string_view type) {
  const std::size_t at = type.find_last_of("/:#");
  return at == std::string_view::npos ? type : type.substr(at + 1);
}

Rank rank_of_type(std::string_view type) {
  constexpr std::array<std::string_view, 6> kWorks{"Recipe", "Question", "CreativeWork",
                                                   "Review", "HowTo",    "Book"};
  constexpr std::array<std::string_view, 3> kMediaTypes{"VideoObject", "AudioObject",
                                                        "PodcastEpisode"};
  type = plain_type(type);
  if (type.ends_with("Article") || type.ends_with("Posting") || type == "Report") return kArticle;
  if (std::find(kWorks.begin(), kWorks.end(), type) != kWorks.end()) return kWork;
  if (type.ends_with("Page")) return kPage;
  if (std::find(kMediaTypes.begin(), kMediaTypes.end(), type) != kMediaTypes.end()) return kMedia;
  return kNoWork;
}

const Json* member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

/// The string, or the first string of a list.
std::string_view text_of(const Json* value) {
  if (value != nullptr && value->is_array() && !value->empty()) value = &value->front();
  if (value == nullptr || !value->is_string()) return {};
  return value->get_ref<const std::string&>();
}

std::string_view first_text(const Json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    if (const std::string_view text = text_of(member(object, key)); !text.empty()) return text;
  }
  return {};
}

Rank rank_of(const Json& object) {
  const Json* type = member(object, "@type");
  if (type == nullptr) return kNoWork;
  if (type->is_string()) return rank_of_type(type->get_ref<const std::string&>());
  Rank best = kNoWork;
  if (type->is_array()) {
    for (const Json& one : *type) {
      if (one.is_string()) best = std::max(best, rank_of_type(one.get_ref<const std::string&>()));
    }
  }
  return best;
}

/// All items of a page's scripts that may describe the page, and those that are referred to.
class Items {
 public:
  void add(const Json& value) {
    if (value.is_array()) {
      for (const Json& one : value) add(one);
      return;
    }
    if (!value.is_object() || all_.size() >= kMostItems) return;
    all_.push_back(&value);
    if (const std::string_view id = text_of(member(value, "@id"));
        !id.empty() && value.size() > 1) {
      by_id_.emplace(id, &value);
    }
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      if (const Json* inner = member(value, key)) add(*inner);
    }
  }

  const std::vector<const Json*>& all() const { return all_; }

  /// What `{"@id": ...}` refers to, or the value itself.
  const Json& resolved(const Json& value) const {
    if (!value.is_object() || value.size() != 1) return value;
    const auto found = by_id_.find(text_of(member(value, "@id")));
    return found == by_id_.end() ? value : *found->second;
  }

  /// The names of persons or bodies, given as texts, objects or references.
  std::string names(const Json* value) const {
    std::string joined;
    std::size_t count = 0;
    const auto add_name = [&](const Json& one) {
      const Json& who = resolved(one);
      const std::string_view name = who.is_object() ? text_of(member(who, "name")) : text_of(&who);
      if (name.empty() || count == kMostAuthors) return;
      if (count++ > 0) joined += ", ";
      joined += name;
    };
    if (value == nullptr) return joined;
    if (value->is_array()) {
      for (const Json& one : *value) add_name(one);
    } else {
      add_name(*value);
    }
    return joined;
  }

 private:
  std::vector<const Json*> all_;
  std::unordered_map<std::string_view, const Json*> by_id_;
};

void set_if_empty(std::string& field, std::string_view value) {
  if (field.empty()) field = value;
}

/// The first of the values that is a day: pages also state "", "0001-01-01" and "3 hours ago".
void set_date_if_empty(std::string& field, const Json& item,
                       std::initializer_list<const char*> keys) {
  if (!field.empty()) return;
  for (const char* key : keys) {
    const std::string_view text = text_of(member(item, key));
    const auto day = parse_written_date(text, DayMonthOrder::day_first);
    if (!day || !is_plausible_day(*day)) continue;
    field = text;
    return;
  }
}

void take_facts(const Json& item, Rank rank, const Items& items, JsonLdFacts& facts) {
  std::string& published = rank == kMedia ? facts.media_published : facts.published;
  set_date_if_empty(published, item, {"datePublished", "dateCreated", "uploadDate"});
  if (rank != kMedia) set_date_if_empty(facts.modified, item, {"dateModified"});
  set_if_empty(facts.headline, first_text(item, {"headline", "name"}));
  set_if_empty(facts.author, items.names(member(item, "author")));
  set_if_empty(facts.author, items.names(member(item, "creator")));
  set_if_empty(facts.publisher, items.names(member(item, "publisher")));
  set_if_empty(facts.url, first_text(item, {"url"}));
}

}  // namespace

JsonLdFacts read_json_ld(std::span<const std::string_view> scripts) {
  JsonLdFacts facts;
  std::vector<Json> values;
  std::vector<std::string_view> broken;
  for (const std::string_view script : scripts) {
    if (auto value = parse_lenient_json(script)) {
      values.push_back(std::move(*value));
    } else {
      broken.push_back(script);
    }
  }
  Items items;
  for (const Json& value : values) items.add(value);
  for (const Rank rank : {kArticle, kWork, kPage, kMedia}) {
    for (const Json* item : items.all()) {
      if (rank_of(*item) == rank) take_facts(*item, rank, items, facts);
    }
  }
  for (const Json* item : items.all()) {
    if (plain_type(text_of(member(*item, "@type"))) == "WebSite") {
      set_if_empty(facts.publisher, first_text(*item, {"name"}));
    }
  }
  for (const std::string_view script : broken) {
    set_if_empty(facts.published, string_behind_key(script, "datePublished"));
    set_if_empty(facts.modified, string_behind_key(script, "dateModified"));
  }
  return facts;
}

}  // namespace furat::indexer
