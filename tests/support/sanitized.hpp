// Whether this build watches memory or threads, which takes ten times as long.
#pragma once

namespace furat::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif
#else
inline constexpr bool kSanitized = false;
#endif

/// How often something is tried at random, or how large it is: a tenth where it is watched.
template <class Number>
[[nodiscard]] constexpr Number tenth_if_sanitized(Number usual) {
  return kSanitized ? usual / 10 : usual;
}

}  // namespace furat::test
