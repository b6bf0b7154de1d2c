// File descriptors that close themselves, and the calls on them that isolation needs, each repeated
// when a signal interrupts it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace furat::indexer {

/// Owns one descriptor; -1 is none.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) {
      close();
      number_ = std::exchange(other.number_, -1);
    }
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] explicit operator bool() const { return number_ >= 0; }
  void close();

 private:
  int number_ = -1;
};

/// Two ends that are joined; both empty, and errno set, if none could be had.
struct DescriptorPair {
  Descriptor first, second;
};
[[nodiscard]] DescriptorPair make_pipe();         ///< first reads, second writes
[[nodiscard]] DescriptorPair make_socket_pair();  ///< keeps the borders of messages

/// A file without a name that holds `parts` one after the other; empty, and errno set, on failure.
[[nodiscard]] Descriptor make_memory_file(std::span<const std::string_view> parts);

/// False, and errno set, if not all could be written.
bool write_all(int descriptor, std::string_view bytes);

/// Bytes read, 0 at the end, -1 with errno.
[[nodiscard]] std::ptrdiff_t read_some(int descriptor, std::span<char> into);

/// Waits until there is something to read or the other end is closed. False once `milliseconds` are
/// over.
[[nodiscard]] bool wait_readable(int descriptor, int milliseconds);

/// Sends one message with descriptors. False, and errno set, on failure; never raises SIGPIPE.
bool send_message(int socket, std::string_view bytes, std::span<const int> descriptors);

struct ReceivedMessage {
  std::size_t size = 0;         ///< bytes put into the buffer; 0: the other end is closed
  std::size_t descriptors = 0;  ///< how many came along
};
/// Receives one message. Nothing, and errno set, on failure.
[[nodiscard]] std::optional<ReceivedMessage> receive_message(int socket, std::span<char> into,
                                                             std::span<Descriptor> descriptors);

/// Closes every descriptor above standard error except `kept`. For a child that was just forked.
void close_all_but(std::span<const int> kept);

/// Makes standard input, output and error the null device. For a child that was just forked.
void silence_standard_streams();

}  // namespace furat::indexer
