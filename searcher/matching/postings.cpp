#include "searcher/matching/postings.hpp"

#include "index/passages_database.hpp"
#include "searcher/matching/set_source.hpp"

namespace furat {
namespace {

class SetCollector final : public Xapian::MatchSpy {
 public:
  SetCollector(PassageSet& set, Xapian::docid last) : set_(set), last_(last) {}
  void operator()(const Xapian::Document& document, double) override {
    index::require_known(document.get_docid(), last_);
    set_.add(document.get_docid());
  }

 private:
  PassageSet& set_;
  Xapian::docid last_;
};

}  // namespace

/// A list of at least one in so many passages. Shorter ones are read faster than two sets are
/// combined.
bool LocalPostings::worth_keeping(const std::string& term) const {
  constexpr Xapian::doccount kFrequent = 512;
  return termfreq(term) >= last_document() / kFrequent;
}

void LocalPostings::add(const std::string& term, PassageSet& set) const {
  const auto last = last_document();
  for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it) {
    index::require_known(*it, last);
    set.add(*it);
  }
}

void LocalPostings::add_everything(PassageSet& set) const {
  // Ids are given away from 1: without gaps there is nothing to read.
  if (database_.get_doccount() == last_document())
    set.add_range(1, last_document());
  else
    add({}, set);
}

PassageSet LocalPostings::matched(const Xapian::Query& query) const {
  PassageSet set(last_document());
  SetCollector collector(set, last_document());
  Xapian::Enquire enquire(database_);
  enquire.set_query(deadline_.watch(query));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&collector);
  // Without a demand for every document the spy would see only a few.
  enquire.get_mset(0, 0, database_.get_doccount());
  return set;
}

std::unique_ptr<PassageSet> LocalPostings::matched_among(const PassageSet& candidates,
                                                         const Xapian::Query& query) const {
  SetSource source(candidates);
  return std::make_unique<PassageSet>(
      matched(Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(&source))));
}

void ShardPostings::add(const std::string& term, PassageSet& set) const {
  add_matched(Xapian::Query(term), set);
}

void ShardPostings::add_everything(PassageSet& set) const {
  add_matched(Xapian::Query(std::string()), set);  // MatchAll itself must not be shared
}

PassageSet ShardPostings::matched(const Xapian::Query& query) const {
  PassageSet set(last_document());
  add_matched(query, set);
  return set;
}

void ShardPostings::add_matched(const Xapian::Query& query, PassageSet& set) const {
  deadline_.check();
  Xapian::Enquire enquire(database_);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const auto mset = enquire.get_mset(0, database_.get_doccount());
  for (auto id = mset.begin(); id != mset.end(); ++id) {
    index::require_known(*id, last_document());
    set.add(*id);
  }
}

}  // namespace furat
