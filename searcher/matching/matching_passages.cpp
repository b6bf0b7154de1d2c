#include "searcher/matching/matching_passages.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace furat {
namespace {

using Query = Xapian::Query;

/// A phrase is looked for among the candidates alone where they are so many times fewer than what
/// has its rarest word; else everywhere, and the result kept.
constexpr std::size_t kWorthRestricting = 4;

std::shared_ptr<const KeptSet> kept(PassageSet set) {
  return std::make_shared<const KeptSet>(std::move(set));
}

/// What the query says is all that it depends on: not so of sources of postings.
bool can_be_kept(const Query& query) {
  return query.get_type() == Query::OP_PHRASE || query.get_type() == Query::OP_NEAR ||
         query.get_type() == Query::OP_WILDCARD;
}

/// Terms have no NUL at their begin, so the keys of the two cannot meet.
std::string key_of(const Query& query) { return std::string(1, '\0') + query.serialise(); }

class Evaluator {
 public:
  Evaluator(const Postings& postings, SetCache& cache, const Deadline& deadline)
      : postings_(postings), cache_(cache), deadline_(deadline), last_(postings.last_document()) {}

  // Queries nest as deep as the query language allows.
  PassageSet evaluate(const Query& query) {  // NOLINT(misc-no-recursion)
    deadline_.check();
    if (query.empty()) return PassageSet(last_);
    switch (query.get_type()) {
      case Query::OP_OR:
      case Query::OP_SYNONYM:
      case Query::OP_MAX:
        return united(query);
      case Query::OP_AND:
      case Query::OP_FILTER:
        return intersected(query);
      case Query::OP_AND_NOT:
        return first_without_others(query);
      case Query::OP_AND_MAYBE:
      case Query::OP_SCALE_WEIGHT:
        return evaluate(query.get_subquery(0));
      default: {
        PassageSet set(last_);
        unite(set, query);
        return set;
      }
    }
  }

 private:
  PassageSet united(const Query& query) {  // NOLINT(misc-no-recursion)
    PassageSet set(last_);
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) unite(set, query.get_subquery(i));
    return set;
  }

  /// What needs the matcher comes last, so that it is asked about fewer passages.
  PassageSet intersected(const Query& query) {  // NOLINT(misc-no-recursion)
    std::vector<Query> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
      parts.push_back(query.get_subquery(i));
    std::stable_partition(parts.begin(), parts.end(),
                          [](const Query& part) { return !needs_matcher(part); });
    auto set = evaluate(parts.front());
    for (std::size_t i = 1; i < parts.size() && !set.empty(); ++i) {
      if (needs_matcher(parts[i]))
        set = among(set, parts[i]);
      else
        set &= evaluate(parts[i]);
    }
    return set;
  }

  PassageSet first_without_others(const Query& query) {  // NOLINT(misc-no-recursion)
    auto set = evaluate(query.get_subquery(0));
    for (std::size_t i = 1; i < query.get_num_subqueries(); ++i)
      set -= evaluate(query.get_subquery(i));
    return set;
  }

  /// Adds what the query matches: without a set of its own where that can be had.
  void unite(PassageSet& set, const Query& query) {  // NOLINT(misc-no-recursion)
    if (query.empty()) return;
    if (query.get_type() == Query::LEAF_TERM)
      unite_term(set, *query.get_unique_terms_begin());
    else if (query.get_type() == Query::LEAF_MATCH_ALL)
      unite_everything(set);
    else if (needs_matcher(query))
      set |= matched(query);
    else
      set |= evaluate(query);
  }

  void unite_term(PassageSet& set, const std::string& term) {
    if (const auto known = cache_.find(term)) {
      known->add_to(set);
    } else if (postings_.worth_keeping(term)) {
      PassageSet postings(last_);
      postings_.add(term, postings);
      cache_.insert(term, kept(std::move(postings)))->add_to(set);
    } else {
      postings_.add(term, set);
    }
  }

  void unite_everything(PassageSet& set) {
    if (const auto known = cache_.find({})) {
      known->add_to(set);
    } else {
      PassageSet everything(last_);
      postings_.add_everything(everything);
      cache_.insert({}, kept(std::move(everything)))->add_to(set);
    }
  }

  static bool needs_matcher(const Query& query) {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
      case Query::LEAF_MATCH_ALL:
      case Query::LEAF_MATCH_NOTHING:
      case Query::OP_OR:
      case Query::OP_SYNONYM:
      case Query::OP_MAX:
      case Query::OP_AND:
      case Query::OP_FILTER:
      case Query::OP_AND_NOT:
      case Query::OP_AND_MAYBE:
      case Query::OP_SCALE_WEIGHT:
        return false;
      default:
        return true;
    }
  }

  /// Which of the candidates match.
  PassageSet among(const PassageSet& candidates, const Query& query) {
    const bool cached = can_be_kept(query) && cache_.find(key_of(query)) != nullptr;
    if (!cached && worth_restricting(candidates, query))
      if (const auto set = postings_.matched_among(candidates, query)) return std::move(*set);
    auto set = candidates;
    set &= matched(query);
    return set;
  }

  bool worth_restricting(const PassageSet& candidates, const Query& query) {
    if (!can_be_kept(query)) return true;
    Xapian::doccount rarest = last_;
    for (auto term = query.get_unique_terms_begin(); term != query.get_unique_terms_end(); ++term)
      rarest = std::min(rarest, postings_.termfreq(*term));
    return candidates.count() * kWorthRestricting < rarest;
  }

  PassageSet matched(const Query& query) {
    if (const auto* set = postings_.set_behind(query)) return *set;
    if (!can_be_kept(query)) return postings_.matched(query);
    const auto key = key_of(query);
    if (const auto known = cache_.find(key)) return known->set();
    return cache_.insert(key, kept(postings_.matched(query)))->set();
  }

  const Postings& postings_;
  SetCache& cache_;
  const Deadline& deadline_;
  Xapian::docid last_;
};

}  // namespace

PassageSet matching_passages(const Postings& postings, const Xapian::Query& query, SetCache& cache,
                             const Deadline& deadline) {
  return Evaluator(postings, cache, deadline).evaluate(query);
}

std::shared_ptr<const KeptSet> known_matches(const Query& query, const SetCache& cache) {
  return can_be_kept(query) ? cache.find(key_of(query)) : nullptr;
}

PassageSet matching_passages(const Xapian::Database& database, const Xapian::Query& query,
                             SetCache& cache, const Deadline& deadline) {
  return matching_passages(LocalPostings(database, deadline), query, cache, deadline);
}

}  // namespace furat
