#include "index/columns_writer.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <future>
#include <span>
#include <string>
#include <system_error>

#include "index/columns_layout.hpp"
#include "index/date_nodes.hpp"
#include "index/files.hpp"
#include "index/passages_database.hpp"
#include "index/stories.hpp"
#include "index/varint.hpp"

namespace furat::index {
namespace {

/// A file written front to back, with places left out and filled in later.
class NumberFile {
 public:
  explicit NumberFile(const std::filesystem::path& path)
      : path_(path), file_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {
    if (!file_.is_open()) fail("create");
  }

  void append(std::span<const std::uint32_t> numbers) {
    buffer_.append(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes());
    if (buffer_.size() >= kBuffer) flush();
  }

  /// Leaves room; returns where.
  std::uint64_t skip(std::uint64_t bytes) {
    flush();
    const auto place = end_;
    end_ += bytes;
    return place;
  }

  void fill(std::uint64_t place, const void* bytes, std::size_t size) {
    write_at(place, static_cast<const char*>(bytes), size);
  }

  void finish() {
    flush();
    if (::fsync(file_.get()) != 0) fail("force to disk");
  }

 private:
  static constexpr std::size_t kBuffer = std::size_t{1} << 20;

  void flush() {
    write_at(end_, buffer_.data(), buffer_.size());
    end_ += buffer_.size();
    buffer_.clear();
  }

  void write_at(std::uint64_t place, const char* bytes, std::size_t size) {
    while (size > 0) {
      const auto put = ::pwrite(file_.get(), bytes, size, static_cast<off_t>(place));
      if (put < 0 && errno == EINTR) continue;
      if (put < 0) fail("write");
      bytes += put;
      place += static_cast<std::uint64_t>(put);
      size -= static_cast<std::size_t>(put);
    }
  }

  [[noreturn]] void fail(const char* action) const {
    throw_io(std::error_code(errno, std::generic_category()), path_, action);
  }

  std::filesystem::path path_;
  FileDescriptor file_;
  std::string buffer_;
  std::uint64_t end_ = 0;
};

/// Writes the values of all documents in a column, their offsets before them; returns how many
/// values there are.
std::uint32_t write_column(const Xapian::Database& database, Slot slot, std::uint32_t documents,
                           NumberFile& file) {
  const auto place = file.skip((std::uint64_t{documents} + 1) * sizeof(std::uint32_t));
  std::vector<std::uint32_t> offsets;
  offsets.reserve(std::size_t{documents} + 1);
  std::uint32_t count = 0;
  for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it) {
    require_known(it.get_docid(), documents - 1);
    offsets.resize(it.get_docid() + 1, count);
    const auto values = slot_values(slot, *it);
    file.append(values);
    count += static_cast<std::uint32_t>(values.size());
  }
  offsets.resize(std::size_t{documents} + 1, count);
  file.fill(place, offsets.data(), offsets.size() * sizeof(std::uint32_t));
  return count;
}

}  // namespace

ColumnsHeader columns_header_for(const Xapian::Database& database) {
  ColumnsHeader header;
  const auto uuid = database.get_uuid();
  std::copy_n(uuid.begin(), std::min(uuid.size(), header.uuid.size()), header.uuid.begin());
  header.revision = database.get_revision();
  header.documents = database.get_lastdocid() + 1;
  return header;
}

std::vector<std::uint32_t> slot_values(Slot slot, std::string_view bytes) {
  if (slot == kSlotPublished) {
    const auto day = day_of_sort_key(bytes);
    if (!day) return {};
    return {code({DateLevel::day, static_cast<std::int32_t>(day->time_since_epoch().count())})};
  }
  return unpack_set(bytes).value_or(std::vector<std::uint32_t>{});
}

void write_columns(const std::filesystem::path& passages, const std::filesystem::path& sidecar) {
  const Xapian::Database database(passages.string());
  auto header = columns_header_for(database);
  NumberFile file(sidecar);
  const auto head = file.skip(sizeof header);
  const auto articles = article_numbers(DatabaseSlots(database));
  file.append(articles);
  const auto size = articles.size() * sizeof(std::uint32_t);
  const auto place = file.skip(2 * size);
  // A handle of its own: two threads must not share one.
  auto stories = std::async(std::launch::async, [&] {
    return find_stories(DatabaseSlots(Xapian::Database(passages.string())), articles);
  });
  for (std::size_t i = 0; i < kColumns; ++i)
    header.value_counts[i] = write_column(database, slot_of_column(i), header.documents, file);
  const auto found = stories.get();
  file.fill(place, found.story.data(), size);
  file.fill(place + size, found.original.data(), size);
  file.fill(head, &header, sizeof header);
  file.finish();
}

}  // namespace furat::index
