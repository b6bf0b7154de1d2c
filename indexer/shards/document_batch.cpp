#include "indexer/shards/document_batch.hpp"

#include <algorithm>

#include "index/varint.hpp"

namespace furat::indexer {

SlotReader::SlotReader(const Xapian::Database& database) {
  for (Xapian::valueno slot = 0; slot <= index::kLastSlot; ++slot)
    streams_.push_back({slot, database.valuestream_begin(slot), database.valuestream_end(slot)});
}

void SlotReader::add_values(Xapian::docid document, Xapian::Document& copy) {
  for (auto& [slot, next, end] : streams_) {
    if (next == end) continue;
    if (next.get_docid() < document) next.skip_to(document);
    if (next != end && next.get_docid() == document) copy.add_value(slot, *next);
  }
}

void DocumentBatch::add(Xapian::docid document) {
  const auto number = static_cast<std::uint32_t>(documents_.size());
  documents_.push_back(document);
  for (auto term = database_.termlist_begin(document); term != database_.termlist_end(document);
       ++term)
    places_[*term].emplace_back(number, term.get_wdf());
}

void DocumentBatch::read_positions(const std::atomic<bool>& stop) {
  for (const auto& [term, places] : places_) terms_.push_back(term);
  std::sort(terms_.begin(), terms_.end());
  packed_.resize(documents_.size());
  std::string differences;
  for (std::size_t i = 0; i < terms_.size() && !stop; ++i) {
    const auto& term = terms_[i];
    auto posting = database_.postlist_begin(term);
    for (const auto& [number, wdf] : places_[term]) {
      differences.clear();
      std::size_t count = 0;
      Xapian::termpos last = 0;
      const auto id = documents_[number];
      if (wdf != 0) {  // what stands somewhere is counted there
        posting.skip_to(id);
        for (auto at = posting.positionlist_begin(); at != posting.positionlist_end();
             ++at, ++count) {
          index::append_varint(differences, *at - last);
          last = *at;
        }
      }
      auto& packed = packed_[number];
      index::append_varint(packed, i);
      index::append_varint(packed, wdf);
      index::append_varint(packed, count);
      packed += differences;
    }
  }
  places_.clear();
}

Xapian::Document DocumentBatch::document(std::size_t i) const {
  Xapian::Document document;
  document.set_data(database_.get_document(documents_[i]).get_data());
  for (index::ByteReader reader(packed_[i]); !reader.at_end();) {
    const auto& term = terms_[reader.varint()];
    const auto wdf = reader.varint32();
    Xapian::termpos position = 0;
    auto count = reader.varint();
    if (count == 0) document.add_term(term, wdf);
    for (auto left = count; left != 0; --left) {
      position += reader.varint32();
      document.add_posting(term, position, left == count ? wdf : 0);
    }
  }
  return document;
}

}  // namespace furat::indexer
