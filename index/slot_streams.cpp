#include "index/slot_streams.hpp"

#include <algorithm>

#include "index/passages_database.hpp"

namespace furat::index {

void DatabaseSlots::each(Slot slot, const Use& use) const {
  const auto last = last_document();
  for (auto it = database_.valuestream_begin(slot); it != database_.valuestream_end(slot); ++it) {
    require_known(it.get_docid(), last);
    use(it.get_docid(), *it);
  }
}

Xapian::docid DatabaseSlots::last_document() const { return database_.get_lastdocid(); }

void InterleavedSlots::each(Slot slot, const Use& use) const {
  const Interleaving numbering{streams_.size()};
  for (std::size_t i = 0; i < streams_.size(); ++i)
    streams_[i]->each(slot, [&](Xapian::docid document, std::string_view value) {
      use(numbering.global(i, document), value);
    });
}

Xapian::docid InterleavedSlots::last_document() const {
  const Interleaving numbering{streams_.size()};
  Xapian::docid last = 0;
  for (std::size_t i = 0; i < streams_.size(); ++i)
    if (const auto local = streams_[i]->last_document(); local != 0)
      last = std::max(last, numbering.global(i, local));
  return last;
}

}  // namespace furat::index
