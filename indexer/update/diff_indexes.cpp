#include <xapian.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "furat/updating.hpp"
#include "index/damaged.hpp"
#include "index/generation.hpp"
#include "index/metadata.hpp"
#include "index/passage_record.hpp"
#include "index/passages_database.hpp"
#include "index/tables.hpp"
#include "indexer/stored_articles.hpp"
#include "indexer/update/guarded.hpp"

namespace furat {
namespace {

namespace fs = std::filesystem;

/// One state of an index, read passage by passage.
class State {
 public:
  explicit State(const index::OpenGeneration& generation)
      : database_(index::open_passages(generation.path(), generation.completion())) {}

  /// Article ids with their numbers, ascending.
  [[nodiscard]] std::map<std::string, std::uint32_t> articles() const {
    std::map<std::string, std::uint32_t> articles;
    index::for_each_key(database_, index::key::kArticles, [&](const std::string& key) {
      const auto number = index::key::number_in(key);
      articles.emplace(indexer::article_record(database_, number).id, number);
    });
    return articles;
  }

  [[nodiscard]] index::ArticleRecord article(std::uint32_t number) const {
    return indexer::article_record(database_, number);
  }

  using Values = std::set<std::string>;
  /// The values of an article's passages, by passage number.
  [[nodiscard]] std::map<std::uint32_t, Values> values_of(const std::string& article) const {
    std::map<std::uint32_t, Values> values;
    const auto term = index::bounded_term(index::prefix::kArticle, article);
    for (auto id = database_.postlist_begin(term); id != database_.postlist_end(term); ++id) {
      const auto record = index::decode_passage_record(database_.get_document(*id).get_data());
      if (!record) index::throw_damaged("passage " + std::to_string(*id) + " cannot be read");
      auto& own = values[record->number];
      for (const auto& mention : record->mentions) own.insert(name_of(mention));
    }
    return values;
  }

 private:
  [[nodiscard]] std::string name_of(const index::MentionRecord& mention) const {
    if (mention.kind == index::MentionKind::date) return "date:" + mention.timex;
    auto known = names_.find(mention.value);
    if (known == names_.end()) {
      const auto record =
          index::decode_value_record(database_.get_metadata(index::key::value(mention.value)));
      const auto name =
          record ? std::string(index::info(record->dimension).name) + ":" + record->id : "?";
      known = names_.emplace(mention.value, name).first;
    }
    return known->second;
  }

  Xapian::Database database_;
  mutable std::map<std::uint32_t, std::string> names_;
};

class Comparison {
 public:
  Comparison(const State& old, const State& now,
             const std::function<void(const ValueChange&)>& sink)
      : old_(old), now_(now), sink_(sink) {}

  void run() {
    const auto before = old_.articles();
    const auto after = now_.articles();
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
      if (b == after.end() || (a != before.end() && a->first < b->first)) {
        compare(a->first, old_.article(a->second).file, old_.values_of(a->first), {});
        ++a;
      } else if (a == before.end() || b->first < a->first) {
        compare(b->first, now_.article(b->second).file, {}, now_.values_of(b->first));
        ++b;
      } else {
        compare_both(a->first, a->second, b->second);
        ++a;
        ++b;
      }
    }
  }

 private:
  using ByPassage = std::map<std::uint32_t, State::Values>;

  void compare_both(const std::string& id, std::uint32_t before, std::uint32_t after) {
    const auto record = now_.article(after);
    if (record.digest == old_.article(before).digest) return;
    compare(id, record.file, old_.values_of(id), now_.values_of(id));
  }

  void compare(const std::string& id, const std::string& file, const ByPassage& before,
               const ByPassage& after) {
    std::set<std::uint32_t> numbers;
    for (const auto& [number, values] : before) numbers.insert(number);
    for (const auto& [number, values] : after) numbers.insert(number);
    for (const auto number : numbers) {
      const auto a = before.find(number);
      const auto b = after.find(number);
      ValueChange change;
      change.passage = id + "#" + std::to_string(number);
      change.file = file;
      if (a == before.end()) change.kind = ValueChange::Kind::added;
      if (b == after.end()) change.kind = ValueChange::Kind::removed;
      static const State::Values kNone;
      const auto& lost = a == before.end() ? kNone : a->second;
      const auto& gained = b == after.end() ? kNone : b->second;
      std::set_difference(lost.begin(), lost.end(), gained.begin(), gained.end(),
                          std::back_inserter(change.lost));
      std::set_difference(gained.begin(), gained.end(), lost.begin(), lost.end(),
                          std::back_inserter(change.gained));
      if (change.kind != ValueChange::Kind::changed || !change.lost.empty() ||
          !change.gained.empty())
        sink_(change);
    }
  }

  const State& old_;
  const State& now_;
  const std::function<void(const ValueChange&)>& sink_;
};

}  // namespace

void diff_indexes(const fs::path& old, const fs::path& index,
                  const std::function<void(const ValueChange&)>& sink) {
  indexer::guarded(index, [&] {
    const index::OpenGeneration now(index);
    const auto before =
        old.empty() ? index::OpenGeneration::before(index, now.name()) : index::OpenGeneration(old);
    Comparison(State(before), State(now), sink).run();
  });
}

}  // namespace furat
