// The functions of furat/furat_indexer.h: each reads its options, does the work and reports.
#include "furat/furat_indexer.h"

#include <optional>
#include <string>

#include "furat/updating.hpp"
#include "index/capi/calls.hpp"
#include "indexer/capi/option_fields.hpp"
#include "indexer/capi/report_json.hpp"

namespace {

using namespace furat;
using namespace furat::capi;

template <class Options>
Options options_of(const char* text) {
  return json::read_object<Options>(json::strict_json(required_text(text, "options")));
}

/// Who watches a run, and may end it.
class Watcher {
 public:
  Watcher(furat_progress_callback progress, void* context, const furat_cancellation* cancellation)
      : progress_(progress), context_(context), stop_(token_of(cancellation)) {}

  template <class Options>
  void watch(Options& options) {
    options.progress = [this](const BuildProgress& done) { tell(done); };
    options.cancelled = [this] { return ended_ || stop_.stop_requested(); };
  }

 private:
  void tell(const BuildProgress& done) {
    if (progress_ != nullptr && !ended_)
      ended_ =
          progress_(context_, done.articles, done.passages, done.bytes_done, done.bytes_total) != 0;
  }

  furat_progress_callback progress_;
  void* context_;
  std::stop_token stop_;
  bool ended_ = false;
};

template <class Report>
std::string json_unless_cancelled(const Report& report) {
  if (report.cancelled) throw Cancelled();
  return report_json(report);
}

}  // namespace

furat_status furat_index_build(const char* options, furat_progress_callback progress, void* context,
                               const furat_cancellation* cancellation, char** report,
                               furat_error** error) {
  return answered(report, error, [&] {
    auto build = options_of<BuildOptions>(options);
    Watcher watcher(progress, context, cancellation);
    watcher.watch(build);
    return json_unless_cancelled(build_index(build));
  });
}

furat_status furat_index_update(const char* options, furat_progress_callback progress,
                                void* context, const furat_cancellation* cancellation,
                                char** report, furat_error** error) {
  return answered(report, error, [&] {
    auto update = options_of<UpdateOptions>(options);
    Watcher watcher(progress, context, cancellation);
    watcher.watch(update);
    return json_unless_cancelled(update_index(update));
  });
}

furat_status furat_index_status(const char* options, char** report, furat_error** error) {
  return answered(report, error, [&] {
    return report_json(index_status(options_of<StatusOptions>(options).index));
  });
}

furat_status furat_index_verify(const char* options, char** report, furat_error** error) {
  return answered(report, error, [&] {
    const auto verify = options_of<VerifyOptions>(options);
    auto faults = verify_index(verify.index);
    std::optional<CountCheck> recounted;
    // What is damaged otherwise may not be readable that far.
    if (verify.counts && faults.empty()) {
      recounted = verify_counts(verify.index);
      faults = recounted->faults;
    }
    return report_json(faults, recounted);
  });
}
