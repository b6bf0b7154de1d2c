#include "frontend/completion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>

#include "frontend/options.hpp"

namespace furat::frontend {
namespace {

using Words = std::vector<std::string>;

void keep_beginning_with(const std::string& prefix, Words& words) {
  std::erase_if(words, [&](const auto& word) { return !word.starts_with(prefix); });
}

/// "a|b|c" as the help shows it.
Words choices_of(const std::string& option_text) {
  Words choices;
  std::istringstream parts(option_text);
  for (std::string part; std::getline(parts, part, '|');) choices.push_back(part);
  return choices.size() > 1 ? choices : Words();
}

bool is_path(const std::string& option_text) {
  return option_text == "FILE" || option_text == "FOLDER" || option_text == "PATH";
}

Completions values_of(const CLI::Option& option, const std::string& name, const std::string& prefix,
                      const Words& before, const IndexValues& values) {
  const auto& text = option.get_option_text();
  Completions result{choices_of(text), is_path(text)};
  keep_beginning_with(prefix, result.words);
  if (result.words.empty() && !result.files && values) result.words = values(name, prefix, before);
  return result;
}

/// Choices of the operand that is to come next: as many as there are words have been given.
Words choices_of_operand(const std::vector<const CLI::Option*>& operands, const CLI::App& command,
                         const Words& given) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (takes_value(command, given[i]))
      ++i;
    else if (!given[i].starts_with('-'))
      ++count;
  }
  return count < operands.size() ? choices_of(operands[count]->get_option_text()) : Words();
}

/// Commands, options or operands, where no option waits for its value.
Completions words_at(const CLI::App& app, const CLI::App& command, const Words& before,
                     const std::string& current) {
  Completions result;
  if (current.starts_with('-')) {
    result.words = long_options(command);
  } else {
    if (&command == &app && !first_bare_word(app, before))
      for (const auto* sub : commands_of(app)) result.words.push_back(sub->get_name());
    const auto operands =
        command.get_options([](const CLI::Option* o) { return o->get_positional(); });
    if (const auto named = first_bare_word(app, before); named && &command != &app) {
      const auto begin = before.begin() + static_cast<std::ptrdiff_t>(*named) + 1;
      result.words = choices_of_operand(operands, command, {begin, before.end()});
    }
    result.files = std::any_of(operands.begin(), operands.end(), [](const auto* operand) {
      return is_path(operand->get_name(true)) || operand->get_name(true) == "OTHER";
    });
  }
  keep_beginning_with(current, result.words);
  std::sort(result.words.begin(), result.words.end());
  return result;
}

constexpr const char* kBash = R"(# bash completion of PROGRAM
_FUNCTION() {
  local word line quote
  local -a words=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    [ "$word" = "=" ] || words+=("$word")
  done
  [ "${COMP_WORDS[COMP_CWORD]}" = "=" ] && words+=("")
  word=${words[${#words[@]}-1]}
  case $word in [\"\']*) quote=${word:0:1} word=${word:1} ;; *) word=${word//\\/} ;; esac
  words[${#words[@]}-1]=$word
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files) compopt -o default -o bashdefault 2>/dev/null ;;
      *) if [ -z "$quote" ]; then printf -v line %q "$line"; fi
         COMPREPLY+=("$line") ;;
    esac
  done < <("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null)
}
complete -F _FUNCTION PROGRAM
)";

constexpr const char* kZsh = R"(#compdef PROGRAM
_FUNCTION() {
  local line files
  local -a found
  while IFS= read -r line; do
    if [[ $line == :files ]]; then files=1; else found+=("$line"); fi
  done < <("${words[1]}" __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)
  # -U: a name in another spelling does not begin as it was typed
  (( $#found )) && compadd -U -a found
  [[ -n $files ]] && _files
  return 0
}
if [[ $funcstack[1] == _FUNCTION ]]; then _FUNCTION "$@"; else compdef _FUNCTION PROGRAM; fi
)";

constexpr const char* kFish = R"(# fish completion of PROGRAM
function __FUNCTION
  set -l words (commandline -opc) (commandline -ct)
  for line in ($words[1] __complete $words[2..-1] 2>/dev/null)
    if test "$line" = ":files"
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c PROGRAM -f -a '(__FUNCTION)'
)";

std::string replaced(std::string text, std::string_view name, std::string_view value) {
  for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size()))
    text.replace(at, name.size(), value);
  return text;
}

}  // namespace

Completions completions(const CLI::App& app, const Words& arguments, const IndexValues& values) {
  const auto current = arguments.empty() ? std::string() : arguments.back();
  Words before = arguments;
  if (!before.empty()) before.pop_back();
  const auto named = first_bare_word(app, before);
  const auto* found = named ? command_named(app, before[*named]) : nullptr;
  const CLI::App& command = found == nullptr ? app : *found;
  if (!before.empty() && takes_value(command, before.back()))
    return values_of(*command.get_option(before.back()), before.back(), current, before, values);
  return words_at(app, command, before, current);
}

std::optional<std::string> completion_script(const std::string& shell, const std::string& program) {
  const char* script = shell == "bash"   ? kBash
                       : shell == "zsh"  ? kZsh
                       : shell == "fish" ? kFish
                                         : nullptr;
  if (script == nullptr) return std::nullopt;
  const auto function = replaced(program, "-", "_");
  return replaced(replaced(script, "FUNCTION", function), "PROGRAM", program);
}

std::string completion_command(const CLI::App& app, const Words& operands) {
  if (operands.size() == 1)
    if (auto script = completion_script(operands[0], app.get_name())) return *script;
  throw CLI::ParseError(
      "completion takes the name of a shell: bash, zsh or fish" +
          (operands.empty() ? std::string() : fmt::format(", not '{}'", fmt::join(operands, " "))),
      CLI::ExitCodes::InvalidError);
}

std::optional<std::string> answer_shell(const CLI::App& app, const Words& arguments,
                                        const IndexValues& values) {
  if (arguments.empty()) return std::nullopt;
  if (arguments[0] != "__complete") return std::nullopt;
  const auto found = completions(app, {arguments.begin() + 1, arguments.end()}, values);
  std::string out = found.files ? ":files\n" : "";
  for (const auto& word : found.words) out += word + "\n";
  return out;
}

}  // namespace furat::frontend
