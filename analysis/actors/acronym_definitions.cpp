#include "analysis/actors/acronym_definitions.hpp"

#include "analysis/actors/acronym_context.hpp"
#include "analysis/actors/acronym_finders.hpp"

namespace furat::analysis {

std::vector<AcronymDefinition> acronym_definitions(const TokenizedText& text) {
  AcronymContext context(text);
  find_bracketed_acronyms(context);
  find_introduced_acronyms(context);
  return context.take();
}

}  // namespace furat::analysis
