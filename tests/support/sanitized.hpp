// Whether this build watches memory or threads, which takes ten times as long.
#pragma once

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define FURAT_IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define FURAT_IS_SANITIZED 1
#endif
#endif
#if !defined(FURAT_IS_SANITIZED)
#define FURAT_IS_SANITIZED 0
#endif

namespace furat::test {

inline constexpr bool kSanitized = FURAT_IS_SANITIZED == 1;

/// How often something is tried at random, or how large it is: a tenth where it is watched.
template <class Number>
[[nodiscard]] constexpr Number tenth_if_sanitized(Number usual) {
  return kSanitized ? usual / 10 : usual;
}

}  // namespace furat::test
