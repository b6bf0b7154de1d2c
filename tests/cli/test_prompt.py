"""Settings, help, suggestions and completion: what helps at the prompt, of both programs."""
import os
import re
import shutil
import subprocess
import unittest

from support import CliTest, SampleIndexTest, clean_environment, required_folder, run


class SettingsTest(SampleIndexTest):
    def settings(self, *arguments, **options):
        outcome = self.search("config", "--show-origin", *arguments, **options)
        self.assertEqual(outcome.code, 0, outcome.messages)
        return {line.split(" = ")[0]: line.split(" = ", 1)[1] for line in outcome.text.splitlines()}

    def test_flag_environment_project_user_and_built_in_win_in_this_order(self):
        home = self.folder / "home"
        self.file("home/.config/furat/config.toml", 'limit = 4\nsort = "date"\n[search]\nmatch = "any"\n')
        self.file("project/furat.toml", "limit = 3\n")
        (self.folder / "project/deep").mkdir()
        env = {"HOME": str(home)}
        here = {"cwd": self.folder / "project/deep", "env": env}
        self.assertEqual(self.settings(**here)["limit"], f"3  ({self.folder}/project/furat.toml)")
        self.assertEqual(self.settings(**here)["sort"], f"date  ({home}/.config/furat/config.toml)")
        self.assertEqual(self.settings(**here)["match"], f"any  ({home}/.config/furat/config.toml)")
        self.assertEqual(self.settings(**here)["spelling"], "any  (built-in)")
        limited = here | {"env": env | {"FURAT_LIMIT": "2"}}
        self.assertEqual(self.settings(**limited)["limit"], "2  (FURAT_LIMIT)")
        hits = lambda *more, **options: len(self.search("--json", "--index", self.sample, *more, "ISIS", **options).json["hits"])
        self.assertEqual([hits(**here), hits(**limited), hits("--limit", "1", **limited)], [3, 2, 1])

    def test_a_table_is_for_its_command_and_the_top_for_all(self):
        self.file("furat.toml", 'index = "idx"\nformat = "json"\n[timeline]\nformat = "csv"\n')
        (self.folder / "idx").symlink_to(self.sample)
        self.assertIn("hits", self.search("ISIS").json)
        self.assertTrue(self.search("timeline", "ISIS").text.startswith("bucket,"))
        self.assertTrue(self.search("--format", "csv", "ISIS").text.startswith("rank,"))
        self.assertTrue(self.search("--jsonl", "ISIS").rows)

    def test_what_cannot_be_set_is_an_error_with_its_place(self):
        for text, *fragments in (("limti = 3", "furat.toml:1", "limti", "limit"), ("limit = 'many'", "furat.toml", "many"),
                                 ("\nlimit = 1.5", "furat.toml:2"), ("[search]\npager = 'touch owned'", "furat.toml:2"),
                                 ("limit = ", "furat.toml:1"), ("format = 'xml'", "furat.toml", "xml")):
            self.file("furat.toml", text)
            self.assert_fails(self.search("--index", self.sample, "ISIS"), 2, *fragments)
            self.assertFalse((self.folder / "owned").exists())
        (self.folder / "furat.toml").unlink()
        self.assert_fails(self.search("--index", self.sample, "ISIS", env={"FURAT_LIMIT": "x"}), 2, "FURAT_LIMIT")

    def test_a_bad_value_names_file_and_line_or_the_variable_whoever_refuses_it(self):
        for name, value in (("limit", "many"), ("facets", "nope"), ("now", "soon"), ("timeout", "long"), ("place-roles", "nope")):
            self.file("furat.toml", f'quiet = true\n{name} = "{value}"\n')
            self.assert_fails(self.sample_search("ISIS"), 2, "furat.toml:2: ", value)
            (self.folder / "furat.toml").unlink()
            variable = "FURAT_" + name.upper().replace("-", "_")
            self.assert_fails(self.sample_search("ISIS", env={variable: value}), 2, variable + ": ", value)
            self.assertNotIn("FURAT_", self.sample_search("ISIS", "--" + name, value).messages)

    def test_a_variable_that_is_no_setting_is_refused_but_those_of_the_tests(self):
        for variable, fragment in (("FURAT_LIMITT", "did you mean 'limit'"), ("FURAT_PLACE", "filters are no settings"),
                                   ("FURAT_NOT_PLACE", "filters are no settings"), ("FURAT_XYZZY", "no setting 'xyzzy'")):
            self.assert_fails(self.sample_search("--count", env={variable: "1"}), 2, variable + ":", fragment)
            self.assert_fails(self.index("status", "--index", self.sample, env={variable: "1"}), 2, variable + ":")
            self.assertEqual(self.sample_search("--count", env={variable: ""}).code, 0)
        self.assertEqual(self.sample_search("--count", env={"FURAT_KILLS": "3", "FURAT_BIN": "/tmp"}).code, 0)

    def test_the_index_is_found_in_the_documented_order(self):
        data = self.folder / "data"
        data.mkdir()
        (data / "furat").symlink_to(self.sample)
        env = {"XDG_DATA_HOME": str(data), "XDG_CONFIG_HOME": str(self.folder / "config")}
        self.assertEqual(self.search("--count", "ISIS", env=env).code, 0)
        self.file("config/furat/config.toml", 'index = "nowhere"\n')
        self.assert_fails(self.search("ISIS", env=env), 2, "nowhere")
        self.assertEqual(self.search("--count", "ISIS", env=env | {"FURAT_INDEX": str(self.sample)}).code, 0)
        status = self.index("status", env={"FURAT_INDEX": str(self.sample)})
        self.assertEqual(status.code, 0, status.messages)

    def test_SOURCE_DATE_EPOCH_is_the_day_that_words_count_from(self):
        env = {"SOURCE_DATE_EPOCH": "1507161600"}  # 2017-10-05
        wanted = self.sample_search("--count", "--date", "last month", "--now", "2017-10-05").text
        self.assertEqual(self.sample_search("--count", "--date", "last month", env=env).text, wanted)
        self.assertNotEqual(self.sample_search("--count", "--date", "last month", env=env | {"FURAT_NOW": "2015-01-05"}).text, wanted)
        self.assertEqual(self.sample_search("ISIS", env={"SOURCE_DATE_EPOCH": "soon"}).code, 2)


class HelpTest(CliTest):
    def test_the_short_help_begins_with_two_examples_and_is_short(self):
        for name in ("furat-search", "furat-index"):
            shown = run(name, "-h", cwd=self.folder)
            lines = shown.text.splitlines()
            self.assertEqual(shown.code, 0)
            self.assertTrue(lines[3].startswith(f"  {name}") and lines[4].startswith(f"  {name}"), lines[:5])
            self.assertLess(len(lines), 40)
            self.assertLessEqual(max(map(len, lines)), 80)

    def test_no_line_of_the_help_is_wider_than_a_terminal(self):
        for name in ("furat-search", "furat-index"):
            commands = re.findall(r"^  (\w+)  ", run(name, "-h", cwd=self.folder).text, re.MULTILINE)
            self.assertGreater(len(commands), 5)
            for arguments in ([], *([command] for command in commands)):
                shown = run(name, *arguments, "--help", cwd=self.folder).text.splitlines()
                self.assertEqual([line for line in shown if len(line) > 80], [], arguments)

    def test_help_of_a_command_is_the_same_in_three_ways(self):
        for name, command in (("furat-search", "pivot"), ("furat-index", "update")):
            full = run(name, command, "--help", cwd=self.folder)
            self.assertEqual(full.code, 0)
            self.assertEqual(run(name, "help", command, cwd=self.folder).out, full.out)
            self.assertLess(len(run(name, command, "-h", cwd=self.folder).out), len(full.out))

    def test_the_version_names_what_it_is_built_on(self):
        for name in ("furat-search", "furat-index"):
            text = run(name, "--version", cwd=self.folder).text
            for part in ("furat ", "index schema ", "Xapian ", "ICU ", "Unicode "):
                self.assertIn(part, text)
        self.assertIn("JSON schema ", self.search("--version").text)

    def test_mistyped_options_and_commands_get_a_suggestion_and_nothing_runs(self):
        for name, arguments, meant in (("furat-search", ["--plcae", "Raqqa"], "--place"), ("furat-search", ["--fromat=csv", "x"], "--format"),
                                       ("furat-search", ["pivot", "--row", "place"], "--rows"), ("furat-index", ["biuld", "."], "build"),
                                       ("furat-search", ["help", "pivto"], "pivot"), ("furat-index", ["build", "--indx=x", "."], "--index")):
            outcome = run(name, *arguments, cwd=self.folder)
            self.assert_fails(outcome, 2, f"did you mean '{meant}")

    def test_a_name_of_a_command_inside_a_query_is_a_word(self):
        self.file("a.txt", "The actors met at places of help near the river.\n")
        self.build("a.txt")
        for words in (["met", "places"], ["--limit", "1", "river", "actors"], ["--", "help", "river"], ["--", "places"], ["places of help"]):
            outcome = self.search("--count", *words)
            self.assertEqual((outcome.text, outcome.code), ("1\n", 0), words)


    def test_a_command_that_fails_on_words_says_how_to_search_for_them(self):
        self.file("a.txt", "A show of force near Raqqa.\n")
        self.build("a.txt")
        for words in (["show", "of", "force"], ["places", "near", "Raqqa"], ["batch", "of", "shells"], ["help", "of", "force"],
                      ["--limit", "1", "completion", "of", "works"]):
            command = next(word for word in words if word in ("show", "places", "batch", "help", "completion"))
            self.assert_fails(self.search(*words), 2, f"furat-search -- {command} ...")
        self.assertEqual(self.search("--count", "--", "show", "of", "force").text, "1\n")
        self.assertNotIn("furat-search --", self.search("show", "--context").messages.replace("furat-search --help", ""))

    def test_help_and_completion_of_what_there_is_not_are_refused(self):
        for name in ("furat-search", "furat-index"):
            for arguments, fragment in ((["help", "nope"], "no command 'nope'"), (["completion", "tcsh"], "bash, zsh or fish, not 'tcsh'"),
                                        (["completion"], "bash, zsh or fish"), (["help", "a", "b"], "one command")):
                self.assert_fails(run(name, *arguments, cwd=self.folder), 2, fragment)

class ManualTest(CliTest):
    def test_the_pages_of_the_programs_have_every_option_and_command_of_the_help(self):
        for name, commands in (("furat-search", ["", "pivot", "why"]), ("furat-index", ["", "build", "annotate"])):
            page = run(name, "__manual", cwd=self.folder).text.replace("\\-", "-")
            for command in commands:
                full = run(name, *filter(None, [command]), "--help", cwd=self.folder).text
                for option in re.findall(r"^  (?:-\w,)?(--[\w-]+)", full, re.MULTILINE):
                    self.assertIn(option, page, (name, command))

    def test_the_pages_are_clean(self):
        pages = sorted((required_folder("FURAT_BIN").parent / "docs/man").glob("*.[157]"))
        self.assertEqual([page.name for page in pages], ["furat-config.5", "furat-index.1", "furat-query.7", "furat-search.1"])
        for page in pages:
            for checker in (["mandoc", "-Tlint", "-W", "warning"], ["man", "--warnings", "-E", "UTF-8", "-l"]):
                if shutil.which(checker[0]):
                    done = subprocess.run([*checker, page], capture_output=True, text=True, timeout=60, check=False,
                                          env=clean_environment({"LC_ALL": "C.UTF-8", "MANPAGER": "cat"}))
                    self.assertEqual((done.returncode, done.stderr), (0, ""), page)


class CompletionTest(SampleIndexTest):
    def completed(self, *words):
        return [line for line in self.search("__complete", *words).text.splitlines() if line != ":files"]

    def test_commands_options_and_choices_are_completed(self):
        self.assertIn("pivot", self.completed("pi"))
        self.assertEqual(self.completed("--facet"), ["--facet-limit", "--facets"])
        self.assertEqual(self.completed("timeline", "--by", "d"), ["day", "decade"])
        self.assertNotIn("pivot", self.completed("siege", "p"))
        files = self.search("__complete", "batch", "--queries", "")
        self.assertIn(":files", files.text)

    def test_values_come_from_the_index_in_any_spelling(self):
        index = ["--index", str(self.sample)]
        self.assertIn("Deir ez-Zor", self.completed(*index, "--place", "Deir"))
        self.assertIn("Deir ez-Zor", self.completed(*index, "--not-place", "Dayr az-Zawr"))
        self.assertIn("Raqqa", self.completed(*index, "--place", "الرق"))
        self.assertIn("Jazira Notebook", self.completed(*index, "--source", "jaz"))
        self.assertEqual(self.completed("--index", "nowhere", "--place", "D"), [])

    def test_a_prefix_of_any_spelling_of_a_source_or_name_will_do(self):
        index = ["--index", str(self.sample)]
        self.assertIn("Palmyra", self.completed(*index, "--place", "tadm"))
        self.assertIn("Palmyra", self.completed(*index, "--place", "تدم"))
        self.assertIn("Palmyra", self.completed(*index, "--place", ""))

    def test_an_operand_with_choices_offers_them_once(self):
        self.assertEqual(self.completed("facet", "pl"), ["place"])
        self.assertEqual(self.completed("facet", "--limit", "3", "p"), ["place", "published"])
        self.assertEqual(self.completed("facet", "place", "pl"), [])

    def in_bash(self, *words):
        """What bash offers for the last of the words, as `complete -F` gives it."""
        script = self.search("completion", "bash").text
        typed = " ".join(f"'{word}'" if word else "''" for word in ("furat-search", *words))
        done = subprocess.run(["bash", "-c", script + f"""
COMP_WORDS=({typed}); COMP_CWORD={len(words)}
_furat_search
printf '%s\\n' "${{COMPREPLY[@]}}" """], env=self.with_programs(), capture_output=True, text=True, check=True, timeout=60)
        return done.stdout.splitlines()

    def with_programs(self):
        environment = clean_environment({"FURAT_INDEX": str(self.sample)})
        environment["PATH"] = os.environ["FURAT_BIN"] + ":" + environment["PATH"]
        return environment

    def test_the_bash_script_offers_them(self):
        self.assertEqual(self.in_bash("timeline", "--by", "d"), ["day", "decade"])
        self.assertIn("Deir\\ ez-Zor", self.in_bash("--place", "Deir"))
        self.assertIn("Deir\\ ez-Zor", self.in_bash("--place", "=", "Deir"))

    def test_the_scripts_of_the_other_shells_offer_them(self):
        for shell, command in (("fish", "furat-search completion fish | source; complete -C'furat-search timeline --by d'"),
                               ("zsh", "autoload -Uz compinit; compinit -u -d {}/dump; eval \"$(furat-search completion zsh)\"; "
                                       "print -r -- ${{_comps[furat-search]}}")):
            if not shutil.which(shell):
                continue
            environment = self.with_programs() | {"HOME": str(self.folder)}
            done = subprocess.run([shell, "-c", command.format(self.folder)], env=environment, capture_output=True, text=True,
                                  timeout=60, check=False)
            expected = ["day", "decade"] if shell == "fish" else ["_furat_search"]
            self.assertEqual(done.stdout.split(), expected, done.stderr)


if __name__ == "__main__":
    unittest.main()
