// The views of the newest generation that requests take in turn, one each.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "analysis/text/term_analyzer.hpp"
#include "furat/errors.hpp"
#include "index/xapian_errors.hpp"
#include "searcher/deadline.hpp"
#include "searcher/view/fair_slots.hpp"
#include "searcher/view/generation_source.hpp"
#include "searcher/view/generation_view.hpp"
#include "searcher/view/shared_generation.hpp"

namespace furat {

/// What one request needs for itself.
struct PooledView {
  explicit PooledView(std::shared_ptr<SharedGeneration> generation) : view(std::move(generation)) {}
  GenerationView view;
  analysis::TermAnalyzer analyzer;
};

/// For several threads at once. Views of an old generation, and those that an error left in doubt,
/// are dropped when they are given back.
class ViewPool {
 public:
  /// At most so many views are in use, more requests wait for their turn. Opens the newest
  /// generation: throws IndexError.
  ViewPool(std::unique_ptr<GenerationSource> source, std::size_t most_views);
  ViewPool(const std::filesystem::path& index, std::size_t most_views)
      : ViewPool(std::make_unique<IndexFolder>(index), most_views) {}

  /// A view for one request, given back at its end.
  class Lease {
   public:
    /// Waits for its turn. Throws DeadlineExceeded, Cancelled, IndexError and Xapian::Error.
    Lease(ViewPool& pool, const Deadline& deadline);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    [[nodiscard]] const GenerationView& view() const { return view_->view; }
    [[nodiscard]] analysis::TermAnalyzer& analyzer() const { return view_->analyzer; }
    /// Lets the next request begin; the view is kept until the end all the same.
    void end_turn() { slot_.give_back(); }
    /// The view is not to be used again.
    void discard() { discarded_ = true; }

   private:
    ViewPool& pool_;
    FairSlots::Slot slot_;
    std::unique_ptr<PooledView> view_;
    bool discarded_ = false;
  };

  /// What `answer(lease)` gives of the newest generation. If its database is changed meanwhile,
  /// which nobody should do, or a shard fails, the whole request begins anew. Throws what `answer`
  /// does; Xapian::Error becomes IndexError.
  template <class Answer>
  auto with_view(const Deadline& deadline, Answer answer) {
    constexpr int kMostAttempts = 5, kMostFailedShards = 30;
    for (int attempt = 1;; ++attempt) {
      try {
        return answer_once(deadline, answer);
      } catch (const Xapian::DatabaseModifiedError& error) {
        if (attempt == kMostAttempts) throw index::as_index_error(error, index());
      } catch (const FailedShard& failure) {
        if (!failure.try_again || attempt == kMostFailedShards)
          throw index::as_index_error(failure.error, index());
        deadline.check();
      } catch (const Xapian::Error& error) {
        throw index::as_index_error(error, index());
      }
    }
  }

  /// The newest generation, of shards of each. Throws IndexError.
  [[nodiscard]] std::shared_ptr<SharedGeneration> newest();

  [[nodiscard]] const std::filesystem::path& index() const { return source_->place(); }
  /// Views that wait for their next request.
  [[nodiscard]] std::size_t views_kept() const;

 private:
  struct FailedShard {
    Xapian::NetworkError error;
    bool try_again;
  };

  /// A request that cannot be answered leaves the view as it was; whatever else goes wrong may not.
  template <class Answer>
  auto answer_once(const Deadline& deadline, Answer& answer) {
    Lease lease(*this, deadline);
    try {
      return answer(lease);
    } catch (const RequestError&) {
      throw;
    } catch (const DeadlineExceeded&) {
      throw;
    } catch (const Cancelled&) {
      throw;
    } catch (const Xapian::NetworkError& error) {
      lease.discard();
      throw FailedShard{error, source_->failed(lease.view().generation(), error)};
    } catch (...) {
      lease.discard();
      throw;
    }
  }
  /// The open generation, if it is still the newest.
  [[nodiscard]] std::shared_ptr<SharedGeneration> newest_if_current();
  [[nodiscard]] std::unique_ptr<PooledView> take();
  void give_back(std::unique_ptr<PooledView> view);

  std::unique_ptr<GenerationSource> source_;
  std::size_t most_views_;
  FairSlots slots_;
  std::mutex opening_;        ///< held while a new generation is opened
  mutable std::mutex mutex_;  ///< of what follows
  std::shared_ptr<SharedGeneration> newest_;
  std::vector<std::unique_ptr<PooledView>> free_;  ///< all of the newest
};

}  // namespace furat
