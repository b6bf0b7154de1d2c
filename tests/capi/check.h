/* The checks of the tests in C. */
#ifndef FURAT_TESTS_CHECK_H
#define FURAT_TESTS_CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "furat/furat_base.h"

static int failed_checks = 0;

/* Goes on after a fault, so that one run tells of all. */
#define CHECK(condition)                                                             \
  do {                                                                               \
    if (!(condition)) {                                                              \
      fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition); \
      ++failed_checks;                                                               \
    }                                                                                \
  } while (0)

/* `text` has `part` in it. Frees nothing. */
static int has(const char* text, const char* part) {
  return text != NULL && strstr(text, part) != NULL;
}

/* The status is `wanted` and there is an error that says so, which is freed. */
static int failed_with(furat_status wanted, furat_status status, furat_error** error) {
  const int as_wanted = status == wanted && *error != NULL &&
                        furat_error_status(*error) == wanted &&
                        strlen(furat_error_message(*error)) > 0 &&
                        has(furat_error_json(*error), furat_status_name(wanted));
  if (!as_wanted)
    fprintf(stderr, "status %s: %s\n", furat_status_name(status), furat_error_json(*error));
  furat_error_free(*error);
  *error = NULL;
  return as_wanted;
}

/* A call succeeded without an error; what it said otherwise is shown. */
static int succeeded(furat_status status, furat_error** error) {
  if (status == FURAT_OK && *error == NULL) return 1;
  fprintf(stderr, "status %s: %s\n", furat_status_name(status), furat_error_json(*error));
  furat_error_free(*error);
  *error = NULL;
  return 0;
}

#endif
