// Views of a generation for many threads: who waits, who is served, what is dropped.
#include "searcher/view/view_pool.hpp"

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using namespace std::chrono_literals;
using furat::test::TemporaryIndex;

namespace {

const TemporaryIndex& small_index() {
  static const TemporaryIndex index({{"a.txt", "A convoy left Raqqa before dawn.", "", ""}});
  return index;
}

const Deadline kNone;

/// Until `ready()`, which another thread sees to.
template <class Ready>
void wait_for(Ready ready) {
  while (!ready()) std::this_thread::sleep_for(1ms);
}

/// The address of the view that the next request gets: the same one means it was kept.
const GenerationView* view_of_next(ViewPool& pool) { return &ViewPool::Lease(pool, kNone).view(); }

}  // namespace

TEST_CASE("slots are given in the order in which they were asked for") {
  FairSlots slots(1);
  std::optional<FairSlots::Slot> held(std::in_place, slots, kNone);
  constexpr std::size_t kThreads = 6;
  std::vector<std::size_t> order;
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < kThreads; ++i) {
      threads.emplace_back([&, i] {
        const FairSlots::Slot slot(slots, kNone);
        order.push_back(i);  // one slot: one thread at a time
      });
      wait_for([&] { return slots.waiting() == i + 1; });
    }
    held.reset();
  }
  CHECK(order == std::vector<std::size_t>{0, 1, 2, 3, 4, 5});
}

TEST_CASE("no more slots are taken than there are") {
  FairSlots slots(3);
  std::atomic<int> taken = 0, most = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([&] {
        for (int round = 0; round < 200; ++round) {
          const FairSlots::Slot slot(slots, kNone);
          const int now = ++taken;
          for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
          }
          --taken;
        }
      });
  }
  CHECK(most <= 3);
  CHECK(slots.waiting() == 0);
}

TEST_CASE(
    "who waits gives up at its deadline, or when it is cancelled, and the next one is served") {
  FairSlots slots(1);
  std::optional<FairSlots::Slot> held(std::in_place, slots, kNone);
  const Deadline soon(5ms);
  CHECK_THROWS_AS(FairSlots::Slot(slots, soon), DeadlineExceeded);
  CHECK(slots.waiting() == 0);

  std::stop_source source;
  std::atomic<bool> cancelled = false, served = false;
  std::jthread gives_up([&] {
    const Deadline stoppable(std::nullopt, source.get_token());
    try {
      const FairSlots::Slot slot(slots, stoppable);
    } catch (const Cancelled&) {
      cancelled = true;
    }
  });
  wait_for([&] { return slots.waiting() == 1; });
  std::jthread stays([&] {
    const FairSlots::Slot slot(slots, Deadline(1h));
    served = true;
  });
  wait_for([&] { return slots.waiting() == 2; });
  source.request_stop();
  gives_up.join();
  CHECK(cancelled);
  CHECK_FALSE(served);
  held.reset();
  stays.join();
  CHECK(served);
}

TEST_CASE("a view is used again, but not after an error and not for another generation") {
  TemporaryIndex index({{"a.txt", "A convoy left Raqqa before dawn.", "", ""}});
  ViewPool pool(index.path(), 2);
  const auto* const first = view_of_next(pool);
  CHECK(view_of_next(pool) == first);

  const auto throws = [&](auto error) {
    try {
      pool.with_view(kNone, [&](const ViewPool::Lease& lease) {
        CHECK(lease.view().completion().counts.articles == 1);
        throw error;
      });
    } catch (const std::exception&) {
    }
    return pool.views_kept();
  };
  CHECK(throws(RequestError("wrong", "query", "x")) == 1);
  CHECK(throws(DeadlineExceeded(1ms)) == 1);
  CHECK(throws(Cancelled()) == 1);
  CHECK(throws(Xapian::DatabaseCorruptError("bad block")) == 0);
  CHECK(throws(std::bad_alloc()) == 0);

  {
    const ViewPool::Lease old(pool, kNone);
    const auto name = old.view().name();
    index.build(index.articles());
    const ViewPool::Lease next(pool, kNone);
    CHECK(next.view().name() != name);
    CHECK(old.view().name() == name);
  }
  CHECK(pool.views_kept() == 1);
}

TEST_CASE("a request begins anew when its database was changed, and gives up in the end") {
  ViewPool pool(small_index().path(), 1);
  int attempts = 0;
  const auto changed_times = [&](int times) {
    attempts = 0;
    return pool.with_view(kNone, [&](const ViewPool::Lease& lease) {
      if (++attempts <= times) throw Xapian::DatabaseModifiedError("changed");
      return lease.view().completion().counts.articles;
    });
  };
  CHECK(changed_times(2) == 1);
  CHECK(attempts == 3);
  CHECK_THROWS_AS(changed_times(100), IndexError);
  CHECK(attempts == 5);
  CHECK(changed_times(0) == 1);
}

TEST_CASE("tables of a generation are made once, however many ask, and again if that failed") {
  MadeOnce<int> table;
  std::atomic<int> made = 0;
  CHECK_THROWS_AS(table.get([]() -> int { throw std::runtime_error("no"); }), std::runtime_error);
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([&] { table.get([&] { return 40 + ++made; }); });
  }
  CHECK(table.get([] { return 0; }) == 41);
  CHECK(made == 1);
}

TEST_CASE("who waits for a table that another thread makes waits until its own deadline only") {
  MadeOnce<int> table;
  std::latch making(1), given_up(1);
  std::jthread maker([&] {
    table.get([&] {
      making.count_down();
      given_up.wait();
      return 1;
    });
  });
  making.wait();
  CHECK_THROWS_AS(table.get([] { return 2; }, Deadline(20ms)), DeadlineExceeded);
  std::stop_source stop;
  stop.request_stop();
  CHECK_THROWS_AS(table.get([] { return 2; }, Deadline(std::nullopt, stop.get_token())), Cancelled);
  given_up.count_down();
  CHECK(table.get([] { return 2; }) == 1);
}
