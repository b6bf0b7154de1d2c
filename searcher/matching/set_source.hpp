// A set of passages as a part of a Xapian query.
#pragma once

#include <xapian.h>

#include <utility>

#include "searcher/matching/passage_set.hpp"

namespace furat {

/// For one local database.
class SetSource final : public Xapian::PostingSource {
 public:
  explicit SetSource(PassageSet set) : set_(std::move(set)), count_(count_of(set_)) {}
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return count_; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return count_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return count_; }
  void init(const Xapian::Database&) override {
    at_ = 0;
    ended_ = false;
  }
  void next(double) override { move_to(at_ + 1); }
  void skip_to(Xapian::docid id, double) override {
    if (id > at_) move_to(id);
  }
  [[nodiscard]] bool at_end() const override { return ended_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_; }

 private:
  static Xapian::doccount count_of(const PassageSet& set) {
    return static_cast<Xapian::doccount>(set.count());
  }
  void move_to(Xapian::docid id) {
    at_ = set_.next(id);
    ended_ = at_ == 0;
  }

  PassageSet set_;
  Xapian::doccount count_;
  Xapian::docid at_ = 0;
  bool ended_ = false;
};

}  // namespace furat
