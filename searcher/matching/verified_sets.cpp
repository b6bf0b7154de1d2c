#include "searcher/matching/verified_sets.hpp"

#include <algorithm>
#include <utility>

namespace furat {

/// Passes for one of two stock sources of Xapian, so that every server knows it: one that has all
/// documents, or one of a slot that no document has.
class VerifiedSets::Source final : public Xapian::PostingSource {
 public:
  Source(const VerifiedSets& sets, std::size_t number) : sets_(sets), number_(number) {}

  Source* clone() const override { return new Source(sets_, number_); }
  std::string name() const override {
    if (nothing_assumed()) return "furat:" + std::to_string(number_);
    return holds() ? all_.name() : none_.name();
  }
  std::string serialise() const override {
    if (nothing_assumed()) return {};
    return holds() ? all_.serialise() : none_.serialise();
  }

  // In a local shard it does what the stock source would do there.
  void init(const Xapian::Database& database) override {
    asked_ = holds() ? static_cast<Xapian::PostingSource*>(&all_) : &none_;
    asked_->init(database);
    set_maxweight(0);
  }
  Xapian::doccount get_termfreq_min() const override { return asked_->get_termfreq_min(); }
  Xapian::doccount get_termfreq_est() const override { return asked_->get_termfreq_est(); }
  Xapian::doccount get_termfreq_max() const override { return asked_->get_termfreq_max(); }
  double get_weight() const override { return 0; }
  void next(double least) override { asked_->next(least); }
  void skip_to(Xapian::docid id, double least) override { asked_->skip_to(id, least); }
  bool check(Xapian::docid id, double least) override { return asked_->check(id, least); }
  bool at_end() const override { return asked_->at_end(); }
  Xapian::docid get_docid() const override { return asked_->get_docid(); }

 private:
  static constexpr Xapian::valueno kSlotOfNone = 1'000'000;

  [[nodiscard]] bool nothing_assumed() const { return sets_.assumed_.size() <= number_; }
  [[nodiscard]] bool holds() const { return nothing_assumed() || sets_.assumed_[number_]; }

  const VerifiedSets& sets_;
  std::size_t number_;
  Xapian::FixedWeightPostingSource all_{0};
  Xapian::ValueWeightPostingSource none_{kSlotOfNone};
  Xapian::PostingSource* asked_ = &all_;
};

Xapian::Query VerifiedSets::add(PassageSet set) {
  assumed_.clear();
  const auto number = sets_.size();
  sets_.push_back(std::move(set));
  Source source(*this, number);
  const Xapian::Query leaf(&source);
  by_leaf_[leaf.serialise()] = number;
  return leaf;
}

void VerifiedSets::clear() {
  sets_.clear();
  by_leaf_.clear();
  assumed_.clear();
}

std::optional<std::size_t> VerifiedSets::number_of(const Xapian::Query& leaf) const {
  if (sets_.empty() || leaf.get_type() != Xapian::Query::LEAF_POSTING_SOURCE) return std::nullopt;
  const auto assumed = std::exchange(assumed_, {});
  const auto known = by_leaf_.find(leaf.serialise());
  assumed_ = assumed;
  return known == by_leaf_.end() ? std::nullopt : std::optional(known->second);
}

const PassageSet* VerifiedSets::find(const Xapian::Query& leaf) const {
  const auto number = number_of(leaf);
  return number ? &sets_[*number] : nullptr;
}

// Queries nest as deep as the query language allows.
std::vector<std::size_t> VerifiedSets::numbers_in(  // NOLINT(misc-no-recursion)
    const Xapian::Query& query) const {
  std::vector<std::size_t> numbers;
  if (const auto number = number_of(query)) numbers.push_back(*number);
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
    for (const auto number : numbers_in(query.get_subquery(i))) numbers.push_back(number);
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

}  // namespace furat
