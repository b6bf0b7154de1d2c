#include "indexer/update/lexicon_changes.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "analysis/actors/found_actor.hpp"
#include "analysis/lexicon/written_name.hpp"
#include "analysis/names/transliteration_keys.hpp"
#include "analysis/text/tokenizer.hpp"
#include "index/schema.hpp"
#include "indexer/lexicon_record.hpp"

namespace furat::indexer {
namespace {

using analysis::ActorEntry;

/// A name and whether it is conditional, as the recognizer has it.
using Names = std::set<std::pair<std::string, bool>>;

Names names_of(const ActorEntry& actor) {
  Names names{{actor.name, false}};
  for (const auto& name : actor.aliases) names.emplace(name, false);
  for (const auto& name : actor.arabic) names.emplace(name, false);
  for (const auto& name : actor.needs_country) names.emplace(name, true);
  return names;
}

/// The words of a name as a trie has them, and where stops of abbreviations stand.
struct Path {
  std::vector<std::string> words;
  std::optional<std::size_t> first_stop{};  ///< word behind the first of them
  bool begins_with_article = false;         ///< one that is part of the name
  bool arabic_first = false;
};

Path path_of(const std::string& name) {
  const auto tokens = analysis::tokenize(name);
  const std::size_t core = analysis::begins_with_article(tokens) ? 1 : 0;
  Path path;
  for (auto i = core; i < tokens.size(); ++i) {
    const bool article = analysis::is_article_token(tokens, i);
    if (i == core) {
      path.begins_with_article = article;
      path.arabic_first = tokens[i].arabic;
    } else if (!path.first_stop && analysis::is_stop_between(tokens, i)) {
      path.first_stop = path.words.size();
    }
    path.words.emplace_back(article && i > core ? "al" : tokens.folded(i));
  }
  return path;
}

class Comparison {
 public:
  Comparison(std::span<const ActorEntry> before, std::span<const ActorEntry> after)
      : before_(before), after_(after) {
    for (const auto& actor : after) after_by_id_.emplace(actor.id, &actor);
    for (const auto& actor : before) before_by_id_.emplace(actor.id, &actor);
  }

  LexiconChanges run() {
    everywhere_ = !same_order();
    for (const auto& actor : before_) {
      const auto now = after_by_id_.find(actor.id);
      if (now == after_by_id_.end())
        add_gone(actor);
      else if (bytes_of(actor) != bytes_of(*now->second))
        add_changed(actor, *now->second);
    }
    for (const auto& actor : after_)
      if (!before_by_id_.contains(actor.id)) add_new(actor);
    add_hidden_by_changed();
    add_alike();
    LexiconChanges changes;
    changes.everywhere = everywhere_;
    changes.names.assign(wanted_.begin(), wanted_.end());
    changes.terms.assign(terms_.begin(), terms_.end());
    changes.sounds = std::move(sounds_);
    return changes;
  }

 private:
  /// Of candidates with equal evidence the one of the first row stands first among the rejected.
  [[nodiscard]] bool same_order() const {
    auto now = after_.begin();
    for (const auto& actor : before_) {
      if (!after_by_id_.contains(actor.id)) continue;
      while (now != after_.end() && now->id != actor.id && !before_by_id_.contains(now->id)) ++now;
      if (now == after_.end() || now->id != actor.id) return false;
      ++now;
    }
    return true;
  }

  void add_new(const ActorEntry& actor) {
    for (const auto& [name, conditional] : names_of(actor)) add_name(name);
    // An actor may have been found under this id before the lexicon had it.
    add_mentions(actor.id);
    add_national(actor);
  }

  void add_gone(const ActorEntry& actor) {
    for (const auto& [name, conditional] : names_of(actor)) add_name(name);
    add_mentions(actor.id);
    add_below(actor.id);
    add_national(actor);
  }

  void add_changed(const ActorEntry& was, const ActorEntry& is) {
    auto alike = is;
    // What only the tables of values have.
    alike.successor = was.successor;
    alike.from_year = was.from_year;
    alike.to_year = was.to_year;
    if (was.parents != is.parents) add_below(is.id);
    alike.parents = was.parents;
    add_names_of_one(names_of(was), names_of(is));
    alike.aliases = was.aliases;
    alike.arabic = was.arabic;
    alike.needs_country = was.needs_country;
    if (bytes_of(alike) == bytes_of(was)) return;
    for (const auto* actor : {&was, &is}) {
      for (const auto& [name, conditional] : names_of(*actor)) add_name(name);
      add_national(*actor);
    }
    add_mentions(is.id);
  }

  void add_names_of_one(const Names& was, const Names& is) {
    for (const auto& name : was)
      if (!is.contains(name)) add_name(name.first);
    for (const auto& name : is)
      if (!was.contains(name)) add_name(name.first);
  }

  void add_mentions(const std::string& id) {
    for (const auto prefix :
         {index::prefix::kMention, index::prefix::kTitleMention, index::prefix::kCandidate})
      terms_.insert(index::bounded_term(prefix, id));
  }

  /// Passages that count for an actor count for those above it.
  void add_below(const std::string& id) {
    terms_.insert(index::bounded_term(index::prefix::kActor, id));
  }

  /// The bodies of its country are found without a row; their government stands above them.
  void add_national(const ActorEntry& actor) {
    if (actor.national.empty()) return;
    for (const auto body : analysis::kNationalBodies)
      add_mentions(analysis::national_id(actor.country, body));
  }

  void add_name(const std::string& name) {
    auto path = path_of(name);
    if (path.words.empty()) return;
    if (path.words.size() > 1)
      for (auto& key : analysis::transliteration_keys(name).skeletons)
        sounds_.insert(std::move(key));
    add_community(name);
    // Its first word was any article to the names that begin with one.
    if (path.begins_with_article) everywhere_ = true;
    WantedName wanted{{}, path.words.size(), path.arabic_first};
    for (const auto& word : path.words)
      if (word != "al") wanted.words.push_back(word);
    if (wanted.words.empty())
      everywhere_ = true;
    else
      wanted_.insert(std::move(wanted));
    changed_.push_back(std::move(path));
  }

  /// Units and leaders of a people are those of the row that is called so, else found ones.
  void add_community(const std::string& name) {
    if (const auto people = analysis::people_in_community(name); !people.empty())
      peoples_.insert(people);
  }

  /// Rows with a name that sounds like a changed one, or that are called after the same people:
  /// what was theirs may be nobody's now.
  void add_alike() {
    if (sounds_.empty() && peoples_.empty()) return;
    const auto concerns = [this](const std::string& name) {
      if (peoples_.contains(analysis::people_in_community(name))) return true;
      if (sounds_.empty() || name.find_first_of(" -") == std::string::npos) return false;
      const auto keys = analysis::transliteration_keys(name).skeletons;
      return std::any_of(keys.begin(), keys.end(),
                         [this](const auto& key) { return sounds_.contains(key); });
    };
    for (const auto& rows : {before_, after_})
      for (const auto& actor : rows) {
        const auto names = names_of(actor);
        if (std::any_of(names.begin(), names.end(),
                        [&](const auto& name) { return concerns(name.first); }))
          add_mentions(actor.id);
      }
    for (const auto& people : peoples_)
      for (const auto& id : analysis::community_ids(people)) add_mentions(id);
  }

  /// "St. Aban" is matched by "St Aban" unless a name begins "St Aban" without the stop.
  void add_hidden_by_changed() {
    std::set<std::string> hidden;
    const auto changed = changed_;
    for (const auto& rows : {before_, after_})
      for (const auto& actor : rows)
        for (const auto& [name, conditional] : names_of(actor))
          if (name.find('.') != std::string::npos && hides(changed, path_of(name)))
            hidden.insert(name);
    for (const auto& name : hidden) add_name(name);
  }

  [[nodiscard]] static bool hides(const std::vector<Path>& changed, const Path& name) {
    if (!name.first_stop) return false;
    const auto size = static_cast<std::ptrdiff_t>(*name.first_stop) + 1;
    return std::any_of(changed.begin(), changed.end(), [&](const Path& other) {
      return static_cast<std::ptrdiff_t>(other.words.size()) >= size &&
             std::equal(name.words.begin(), name.words.begin() + size, other.words.begin());
    });
  }

  std::span<const ActorEntry> before_, after_;
  std::unordered_map<std::string_view, const ActorEntry*> before_by_id_, after_by_id_;
  bool everywhere_ = false;
  std::set<WantedName> wanted_;
  std::vector<Path> changed_;
  std::set<std::string> terms_;
  std::set<std::string> sounds_;
  std::set<std::string> peoples_;
};

}  // namespace

LexiconChanges lexicon_changes(std::span<const ActorEntry> before,
                               std::span<const ActorEntry> after) {
  return Comparison(before, after).run();
}

}  // namespace furat::indexer
