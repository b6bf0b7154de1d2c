// The value slots of all documents, slot by slot: from the database itself, or from what can be had
// of a database that is not here (served_tables.hpp).
#pragma once

#include <xapian.h>

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "index/schema.hpp"

namespace furat::index {

/// Not for several threads at once. Throws Xapian::Error, and IndexError for what cannot be read.
class SlotStreams {
 public:
  using Use = std::function<void(Xapian::docid document, std::string_view value)>;

  SlotStreams() = default;
  virtual ~SlotStreams() = default;
  SlotStreams(const SlotStreams&) = delete;
  SlotStreams& operator=(const SlotStreams&) = delete;

  /// Gives every document that has a value in the slot. Of one database: ascending.
  virtual void each(Slot slot, const Use& use) const = 0;
  [[nodiscard]] virtual Xapian::docid last_document() const = 0;
};

/// Of a local database.
class DatabaseSlots final : public SlotStreams {
 public:
  explicit DatabaseSlots(const Xapian::Database& database) : database_(database) {}
  void each(Slot slot, const Use& use) const override;
  [[nodiscard]] Xapian::docid last_document() const override;

 private:
  Xapian::Database database_;
};

/// Several databases as Xapian numbers their documents when they are searched as one: in turn.
struct Interleaving {
  std::size_t databases;

  [[nodiscard]] constexpr Xapian::docid global(std::size_t database, Xapian::docid local) const {
    return static_cast<Xapian::docid>((local - 1) * databases + database + 1);
  }
  [[nodiscard]] constexpr std::size_t database_of(Xapian::docid global) const {
    return (global - 1) % databases;
  }
  [[nodiscard]] constexpr Xapian::docid local(Xapian::docid global) const {
    return static_cast<Xapian::docid>((global - 1) / databases + 1);
  }
};

/// Of several, their documents numbered by Interleaving. The streams must outlive it.
class InterleavedSlots final : public SlotStreams {
 public:
  explicit InterleavedSlots(std::vector<const SlotStreams*> streams)
      : streams_(std::move(streams)) {}
  void each(Slot slot, const Use& use) const override;
  [[nodiscard]] Xapian::docid last_document() const override;

 private:
  std::vector<const SlotStreams*> streams_;
};

}  // namespace furat::index
