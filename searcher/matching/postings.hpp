// Where the passages of a term or a query are had from: the posting lists of a database on this
// machine, or the answers of several that may be far away.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>

#include "index/facet_columns.hpp"
#include "searcher/deadline.hpp"
#include "searcher/matching/passage_set.hpp"
#include "searcher/matching/verified_sets.hpp"
#include "searcher/view/term_frequencies.hpp"

namespace furat {

/// Of one view. Throws Xapian::Error and DeadlineExceeded.
class Postings {
 public:
  Postings() = default;
  virtual ~Postings() = default;
  Postings(const Postings&) = delete;
  Postings& operator=(const Postings&) = delete;

  [[nodiscard]] virtual Xapian::docid last_document() const = 0;
  [[nodiscard]] virtual Xapian::doccount termfreq(const std::string& term) const = 0;
  /// Whether the passages of a term are better kept than asked for again.
  [[nodiscard]] virtual bool worth_keeping(const std::string& term) const = 0;
  virtual void add(const std::string& term, PassageSet& set) const = 0;
  virtual void add_everything(PassageSet& set) const = 0;
  /// What Xapian's matcher finds.
  [[nodiscard]] virtual PassageSet matched(const Xapian::Query& query) const = 0;
  /// The same of some candidates only; nullptr if that is not to be had.
  [[nodiscard]] virtual std::unique_ptr<PassageSet> matched_among(
      const PassageSet& candidates, const Xapian::Query& query) const = 0;
  /// The set that a source of postings stands for, if that is known here.
  [[nodiscard]] virtual const PassageSet* set_behind(const Xapian::Query& source) const = 0;
};

/// `database` must outlive it.
class LocalPostings final : public Postings {
 public:
  LocalPostings(const Xapian::Database& database, const Deadline& deadline)
      : database_(database), deadline_(deadline) {}
  [[nodiscard]] Xapian::docid last_document() const override { return database_.get_lastdocid(); }
  [[nodiscard]] Xapian::doccount termfreq(const std::string& term) const override {
    return database_.get_termfreq(term);
  }
  [[nodiscard]] bool worth_keeping(const std::string& term) const override;
  void add(const std::string& term, PassageSet& set) const override;
  void add_everything(PassageSet& set) const override;
  [[nodiscard]] PassageSet matched(const Xapian::Query& query) const override;
  [[nodiscard]] std::unique_ptr<PassageSet> matched_among(
      const PassageSet& candidates, const Xapian::Query& query) const override;
  [[nodiscard]] const PassageSet* set_behind(const Xapian::Query&) const override {
    return nullptr;
  }

 private:
  const Xapian::Database& database_;
  const Deadline& deadline_;
};

/// For databases of which some may be remote: all comes from the matcher, which sends many ids at
/// once (measured: .3 us a passage against 5 us of a posting list). `columns` has the documents of
/// all, those of missing shards too, of which nothing is found.
class ShardPostings final : public Postings {
 public:
  ShardPostings(const Xapian::Database& database, const index::FacetColumns& columns,
                const VerifiedSets& sets, TermFrequencies& frequencies, const Deadline& deadline)
      : database_(database),
        columns_(columns),
        sets_(sets),
        frequencies_(frequencies),
        deadline_(deadline) {}
  [[nodiscard]] Xapian::docid last_document() const override { return columns_.last_document(); }
  [[nodiscard]] Xapian::doccount termfreq(const std::string& term) const override {
    return frequencies_.of(term, database_);
  }
  /// All of them: each question is a way to every server.
  [[nodiscard]] bool worth_keeping(const std::string&) const override { return true; }
  void add(const std::string& term, PassageSet& set) const override;
  void add_everything(PassageSet& set) const override;
  [[nodiscard]] PassageSet matched(const Xapian::Query& query) const override;
  [[nodiscard]] std::unique_ptr<PassageSet> matched_among(const PassageSet&,
                                                          const Xapian::Query&) const override {
    return nullptr;
  }
  [[nodiscard]] const PassageSet* set_behind(const Xapian::Query& source) const override {
    return sets_.find(source);
  }

 private:
  void add_matched(const Xapian::Query& query, PassageSet& set) const;

  const Xapian::Database& database_;
  const index::FacetColumns& columns_;
  const VerifiedSets& sets_;
  TermFrequencies& frequencies_;
  const Deadline& deadline_;
};

}  // namespace furat
