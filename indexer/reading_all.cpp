#include "indexer/reading_all.hpp"

#include <algorithm>
#include <thread>

#include "indexer/readers/isolation/read_isolated.hpp"
#include "indexer/update/article_intake.hpp"

namespace furat::indexer {

void for_each_prepared(const ArchiveOptions& options,
                       const std::function<void(PreparedArticle&&)>& sink,
                       const std::function<void(const ArticleProblem&)>& problem) {
  prepare_isolation();  // before there are threads
  const ProblemSink report = [&problem](ArticleProblem&& found) { problem(found); };
  PlanRequest request;
  request.index = std::filesystem::current_path();
  request.paths = options.inputs;
  request.metadata = options.metadata;
  const auto plan = plan_files(request, nullptr, report);
  ArticleIntake intake(plan, nullptr, report);
  std::size_t file = 0;
  const ArchiveSink archive{[&](IncomingArticle&& incoming) {
                              if (intake.judge(file, incoming).kind == Verdict::Kind::refused)
                                return true;
                              const auto name = incoming.article.file;
                              auto prepared = prepare(std::move(incoming));
                              if (prepared.passages.empty())
                                problem({true, name, "has no text"});
                              else
                                sink(std::move(prepared));
                              return true;
                            },
                            [&](std::size_t done, const FileContents& contents) {
                              (void)intake.finish(done, contents);
                              file = done + 1;
                              return true;
                            },
                            report};
  read_archive(plan.inputs, plan.to_read, plan.metadata,
               std::max(1U, std::thread::hardware_concurrency()), archive);
}

}  // namespace furat::indexer
