#include "frontend/self_description.hpp"

#include "frontend/help.hpp"
#include "frontend/manual.hpp"

namespace furat::frontend {

std::optional<std::string> self_description(const CLI::App& app,
                                            const std::vector<std::string>& arguments,
                                            const IndexValues& values) {
  if (is_help_command(app, arguments)) return help_command(app, arguments);
  if (arguments == std::vector<std::string>{"__manual"}) return manual_page(app);
  return answer_shell(app, arguments, values);
}

}  // namespace furat::frontend
