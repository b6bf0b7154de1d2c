/* The C interface as a program in C meets it. usage: capi_test ARTICLES FOLDER
   builds an index of ARTICLES in FOLDER and searches it. The exit status is the number of faults.
 */
#include <pthread.h>

#include "furat/furat.h"
#include "furat/furat_indexer.h"
#include "tests/capi/check.h"

typedef furat_status (*call)(const furat_searcher*, const char*, const furat_cancellation*, char**,
                             furat_error**);

/* Every call that takes a request, with one that has an answer, and a part of that answer. */
static const struct {
  const char* name;
  call ask;
  const char* request;
  const char* part;
} calls[] = {
    {"search", furat_search, "{\"query\": \"Palmyra\", \"facets\": [\"place\"]}",
     "\"total_passages\""},
    {"facet_values", furat_facet_values, "{\"dimension\": \"place\"}", "\"total_values\""},
    {"timeline", furat_timeline, "{\"by\": \"year\"}", "\"rows\""},
    {"pivot", furat_pivot, "{\"rows\": \"place\", \"columns\": \"year\"}", "\"columns\""},
    {"values", furat_values, "{\"limit\": 2}", "\"values\""},
    {"suggest", furat_suggest, "{\"prefix\": \"dei\"}", "\"completions\""},
};
enum { kCalls = sizeof calls / sizeof calls[0] };

static void test_versions(void) {
  CHECK(furat_c_abi() == FURAT_C_ABI);
  CHECK(has(furat_version(), "."));
  CHECK(strcmp(furat_status_name(FURAT_OK), "ok") == 0);
  CHECK(strcmp(furat_status_name(FURAT_IO_ERROR), "io_error") == 0);
  CHECK(strcmp(furat_status_name((furat_status)999), "unknown") == 0);
}

static void test_null_is_freed_as_nothing(void) {
  furat_string_free(NULL);
  furat_error_free(NULL);
  furat_cancellation_free(NULL);
  furat_cancellation_cancel(NULL);
  furat_searcher_close(NULL);
  CHECK(furat_error_status(NULL) == FURAT_OK);
  CHECK(strcmp(furat_error_message(NULL), "") == 0);
  CHECK(strcmp(furat_error_json(NULL), "{}") == 0);
}

static int ends_at_once(void* context, uint64_t articles, uint64_t passages, uint64_t bytes_done,
                        uint64_t bytes_total) {
  ++*(int*)context;
  return (articles + passages + bytes_done + bytes_total) * 0 == 0;
}

static int goes_on(void* context, uint64_t articles, uint64_t passages, uint64_t bytes_done,
                   uint64_t bytes_total) {
  ++*(int*)context;
  return (articles + passages + bytes_done + bytes_total) * 0 != 0;
}

static void test_building(const char* options, const char* index_only) {
  char* report = NULL;
  furat_error* error = NULL;
  int called = 0;
  furat_cancellation* cancelled = furat_cancellation_new();
  furat_cancellation_cancel(cancelled);
  CHECK(failed_with(FURAT_CANCELLED,
                    furat_index_build(options, NULL, NULL, cancelled, &report, &error), &error));
  CHECK(report == NULL);
  furat_cancellation_free(cancelled);
  CHECK(failed_with(FURAT_CANCELLED,
                    furat_index_build(options, ends_at_once, &called, NULL, &report, &error),
                    &error));
  CHECK(called == 1);
  CHECK(
      failed_with(FURAT_INDEX_NOT_FOUND, furat_index_status(index_only, &report, &error), &error));

  CHECK(succeeded(furat_index_build(options, goes_on, &called, NULL, &report, &error), &error));
  CHECK(called > 1);
  CHECK(has(report, "\"generation\": \"gen-") && has(report, "\"problems\""));
  furat_string_free(report);
  CHECK(succeeded(furat_index_update(index_only, NULL, NULL, NULL, &report, &error), &error));
  CHECK(has(report, "\"generation\": null") && has(report, "\"added\": 0"));
  furat_string_free(report);
  CHECK(succeeded(furat_index_status(index_only, &report, &error), &error));
  CHECK(has(report, "\"command\": \"update\""));
  furat_string_free(report);
  CHECK(succeeded(furat_index_verify(index_only, &report, &error), &error));
  CHECK(has(report, "\"faults\": []") && has(report, "\"recounted\": null"));
  furat_string_free(report);
}

static void test_bad_options(const char* folder) {
  char without_inputs[1200];
  char* report = NULL;
  furat_error* error = NULL;
  snprintf(without_inputs, sizeof without_inputs,
           "{\"index\": \"%s/none\", \"archive\": {\"inputs\": [\"/nowhere\"]}}", folder);
  CHECK(failed_with(FURAT_BAD_REQUEST, furat_index_build("{}", NULL, NULL, NULL, &report, &error),
                    &error));
  CHECK(failed_with(FURAT_BAD_REQUEST,
                    furat_index_build(without_inputs, NULL, NULL, NULL, &report, &error), &error));
  CHECK(failed_with(FURAT_BAD_REQUEST,
                    furat_index_verify("{\"index\": \"x\", \"count\": true}", &report, &error),
                    &error));
  CHECK(failed_with(FURAT_NULL_ARGUMENT, furat_index_status(NULL, &report, &error), &error));
  CHECK(failed_with(FURAT_NULL_ARGUMENT, furat_index_status("{}", NULL, &error), &error));
  CHECK(report == NULL);
}

static void test_opening(const char* index) {
  furat_searcher* searcher = NULL;
  furat_error* error = NULL;
  CHECK(failed_with(FURAT_INDEX_NOT_FOUND, furat_searcher_open("/nowhere", &searcher, &error),
                    &error));
  CHECK(searcher == NULL);
  CHECK(failed_with(FURAT_NULL_ARGUMENT, furat_searcher_open(NULL, &searcher, &error), &error));
  CHECK(failed_with(FURAT_NULL_ARGUMENT, furat_searcher_open(index, NULL, &error), &error));
  CHECK(furat_searcher_open("/nowhere", &searcher, NULL) == FURAT_INDEX_NOT_FOUND);
}

static void test_every_call(const furat_searcher* searcher) {
  int i;
  for (i = 0; i < kCalls; ++i) {
    char* answer = NULL;
    furat_error* error = NULL;
    furat_cancellation* cancellation = furat_cancellation_new();
    CHECK(
        succeeded(calls[i].ask(searcher, calls[i].request, cancellation, &answer, &error), &error));
    CHECK(has(answer, calls[i].part));
    furat_string_free(answer);
    answer = NULL;

    CHECK(failed_with(FURAT_BAD_REQUEST,
                      calls[i].ask(searcher, "{\"x\": 1}", NULL, &answer, &error), &error));
    CHECK(
        failed_with(FURAT_BAD_REQUEST, calls[i].ask(searcher, "", NULL, &answer, &error), &error));
    CHECK(failed_with(FURAT_NULL_ARGUMENT, calls[i].ask(searcher, NULL, NULL, &answer, &error),
                      &error));
    CHECK(
        failed_with(FURAT_NULL_ARGUMENT, calls[i].ask(NULL, "{}", NULL, &answer, &error), &error));
    CHECK(
        failed_with(FURAT_NULL_ARGUMENT, calls[i].ask(searcher, "{}", NULL, NULL, &error), &error));
    CHECK(answer == NULL);
    CHECK(calls[i].ask(searcher, "[]", NULL, &answer, NULL) == FURAT_BAD_REQUEST);

    furat_cancellation_cancel(cancellation);
    CHECK(failed_with(FURAT_CANCELLED,
                      calls[i].ask(searcher, calls[i].request, cancellation, &answer, &error),
                      &error));
    furat_cancellation_free(cancellation);
  }
}

static void test_errors_say_where(const furat_searcher* searcher) {
  char* answer = NULL;
  furat_error* error = NULL;
  CHECK(furat_search(searcher, "{\"query\": \"a \\\"b\"}", NULL, &answer, &error) ==
        FURAT_BAD_REQUEST);
  CHECK(has(furat_error_json(error), "\"argument\":\"query\""));
  CHECK(has(furat_error_json(error), "\"column\":2"));
  furat_error_free(error);
  CHECK(furat_timeline(searcher, "{\"search\": {\"filter\": []}}", NULL, &answer, &error) ==
        FURAT_BAD_REQUEST);
  CHECK(has(furat_error_json(error), "\"argument\":\"search.filter\""));
  CHECK(has(furat_error_json(error), "\"suggestions\":[\"filters\""));
  furat_error_free(error);
  CHECK(furat_search(searcher, "{\"timeout_ms\": 0}", NULL, &answer, &error) ==
        FURAT_DEADLINE_EXCEEDED);
  furat_error_free(error);
  CHECK(answer == NULL);
}

static void test_one_passage(const furat_searcher* searcher) {
  static const char* const parts[] = {"\"mentions\"", "\"article_passages\"", "\"hits\""};
  static const call asks[] = {furat_passage, furat_show, furat_similar};
  char request[256];
  char* answer = NULL;
  furat_error* error = NULL;
  int i;
  const char* key;
  CHECK(succeeded(furat_search(searcher, "{\"limit\": 1}", NULL, &answer, &error), &error));
  key = strstr(answer, "\"passage\": \"");
  CHECK(key != NULL);
  if (key == NULL) return;
  key += strlen("\"passage\": \"");
  snprintf(request, sizeof request, "{\"passage\": \"%.*s\"}", (int)strcspn(key, "\""), key);
  furat_string_free(answer);
  for (i = 0; i < 3; ++i) {
    CHECK(succeeded(asks[i](searcher, request, NULL, &answer, &error), &error));
    CHECK(has(answer, parts[i]));
    furat_string_free(answer);
    CHECK(failed_with(FURAT_BAD_REQUEST,
                      asks[i](searcher, "{\"passage\": \"none#1\"}", NULL, &answer, &error),
                      &error));
  }
  CHECK(succeeded(furat_info(searcher, &answer, &error), &error));
  CHECK(has(answer, "\"generation\": \"gen-") && has(answer, "\"digest\""));
  furat_string_free(answer);
  CHECK(failed_with(FURAT_NULL_ARGUMENT, furat_info(NULL, &answer, &error), &error));
}

struct counted_hits {
  int hits, most;
};

static int count_hit(void* context, const char* hit, size_t size) {
  struct counted_hits* counted = context;
  CHECK(strlen(hit) == size && hit[0] == '{' && hit[size - 1] == '}');
  return ++counted->hits == counted->most;
}

static void test_streaming(const furat_searcher* searcher) {
  furat_error* error = NULL;
  char* answer = NULL;
  char total[64];
  struct counted_hits all = {0, -1}, few = {0, 3};
  CHECK(
      succeeded(furat_each_hit(searcher, "{\"limit\": 1}", NULL, count_hit, &all, &error), &error));
  CHECK(succeeded(furat_search(searcher, "{\"limit\": 0}", NULL, &answer, &error), &error));
  snprintf(total, sizeof total, "\"total_passages\": %d,", all.hits);
  CHECK(has(answer, total));
  furat_string_free(answer);
  CHECK(failed_with(FURAT_CANCELLED, furat_each_hit(searcher, "{}", NULL, count_hit, &few, &error),
                    &error));
  CHECK(few.hits == 3);
  CHECK(failed_with(FURAT_NULL_ARGUMENT, furat_each_hit(searcher, "{}", NULL, NULL, NULL, &error),
                    &error));
}

static void* search_often(void* searcher) {
  int i;
  for (i = 0; i < 5; ++i) test_every_call(searcher);
  return NULL;
}

static void test_two_threads(furat_searcher* searcher) {
  pthread_t one, other;
  CHECK(pthread_create(&one, NULL, search_often, searcher) == 0);
  CHECK(pthread_create(&other, NULL, search_often, searcher) == 0);
  pthread_join(one, NULL);
  pthread_join(other, NULL);
}

struct endless {
  furat_searcher* searcher;
  furat_cancellation* cancellation;
  int begun;
  furat_status status;
};

static int wait_for_cancellation(void* context, const char* hit, size_t size) {
  struct endless* run = context;
  (void)hit;
  (void)size;
  if (!run->begun) furat_cancellation_cancel(run->cancellation);
  run->begun = 1;
  return 0;
}

/* The request is under way in another thread when it is cancelled. */
static void* stream(void* context) {
  struct endless* run = context;
  run->status =
      furat_each_hit(run->searcher, "{}", run->cancellation, wait_for_cancellation, run, NULL);
  return NULL;
}

static void test_cancelling_what_runs(furat_searcher* searcher) {
  pthread_t thread;
  struct endless run = {NULL, NULL, 0, FURAT_OK};
  run.searcher = searcher;
  run.cancellation = furat_cancellation_new();
  CHECK(pthread_create(&thread, NULL, stream, &run) == 0);
  pthread_join(thread, NULL);
  CHECK(run.begun && run.status == FURAT_CANCELLED);
  furat_cancellation_free(run.cancellation);
}

int main(int count, char** arguments) {
  char build[2048], index[1024], index_only[1100];
  furat_searcher* searcher = NULL;
  furat_error* error = NULL;
  if (count != 3) return 2;
  snprintf(index, sizeof index, "%s/index", arguments[2]);
  snprintf(index_only, sizeof index_only, "{\"index\": \"%s\"}", index);
  snprintf(build, sizeof build, "{\"index\": \"%s\", \"archive\": {\"inputs\": [\"%s\"]}}", index,
           arguments[1]);

  test_versions();
  test_null_is_freed_as_nothing();
  test_bad_options(arguments[2]);
  test_building(build, index_only);
  test_opening(index);
  CHECK(succeeded(furat_searcher_open(index, &searcher, &error), &error));
  if (searcher == NULL) return 1;
  test_every_call(searcher);
  test_errors_say_where(searcher);
  test_one_passage(searcher);
  test_streaming(searcher);
  test_two_threads(searcher);
  test_cancelling_what_runs(searcher);
  furat_searcher_close(searcher);
  if (failed_checks == 0) puts("all checks hold");
  return failed_checks == 0 ? 0 : 1;
}
