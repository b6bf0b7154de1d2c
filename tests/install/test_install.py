#!/usr/bin/env python3
"""What `cmake --install` puts in place, moved to another folder: the programs of docs/examples are built against it in
the ways that docs/embedding.md names, and run.

FURAT_BUILD names a build folder with everything built, FURAT_SOURCE_DIR the source tree.
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

# Taken out: the programs take variables of this prefix for settings.
BUILD = pathlib.Path(os.environ.pop("FURAT_BUILD")).resolve()
SOURCE = pathlib.Path(os.environ.pop("FURAT_SOURCE_DIR")).resolve()
EXAMPLES = SOURCE / "docs" / "examples"
TIME_LIMIT = 600
COMPILER = ["c++", "-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-Werror"]


def run(*command, code=0, **more):
    """What the command prints; a failure shows all of it."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=TIME_LIMIT, **more)
    if done.returncode != code:
        raise AssertionError(f"{command}: exit status {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout + (done.stderr if code else "")


def is_text(path):
    return b"\0" not in path.read_bytes()[:4096]


def dynamic_entries(path):
    return run("readelf", "-d", path)


class Tree:
    """An installed tree that was moved, and an index that its own furat-index has made."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="furat-install-"))
        unittest.addModuleCleanup(shutil.rmtree, self.folder)
        self.installed_as = self.folder / "first-prefix"
        self.prefix = self.folder / "moved" / "elsewhere"
        self.prefix.parent.mkdir()
        run("cmake", "--install", BUILD, "--prefix", self.installed_as)
        self.installed_as.rename(self.prefix)
        self.library_folder = next(path.parent for path in self.prefix.rglob("libfurat_searcher.so"))
        self.index = self.folder / "index"
        run(self.prefix / "bin" / "furat-index", "build", "--index", self.index, SOURCE / "corpus" / "articles")


def setUpModule():
    global tree
    tree = Tree()


class Examples(unittest.TestCase):
    """docs/examples, built in each way that there is."""

    def check_examples(self, folder, environment=None):
        """Runs the example programs in `folder` and compares what they say with the installed furat-search."""
        def example(name, *arguments, code=0, given=""):
            return run(folder / name, *arguments, code=code, input=given, env=dict(os.environ, **(environment or {})))

        query = "siege of Deir Ezzor"
        answer = run(tree.prefix / "bin" / "furat-search", "--index", tree.index, "--format", "tsv", "--limit", "100000", query)
        hits = len(answer.splitlines()) - 1
        self.assertGreater(hits, 5)

        found = example("search", tree.index, query)
        self.assertRegex(found, rf"\A{hits} passages of \d+ articles\n1\. ")
        self.assertIn("[siege]", found.lower())
        self.assertIn("query: ", example("search", tree.index, '"siege', code=2))
        self.assertIn("nowhere", example("search", tree.folder / "nowhere", query, code=1))

        counts = example("drill_down", tree.index, query)
        selected = re.search(r"^in (.+): (\d+) passages$", counts, re.MULTILINE)
        self.assertRegex(counts, rf"(?m)^ +{re.escape(selected[1])}  {selected[2]}$", "the count is the number of hits")
        self.assertRegex(counts, rf"(?m)^ +\* {re.escape(selected[1])}  {selected[2]}$")

        keys = [line.split("\t")[0] for line in example("all_hits", tree.index, query).splitlines()]
        self.assertEqual(len(keys), hits)
        self.assertEqual(len(set(keys)), hits)

        said = example("index_from_memory", folder / "of-memory")
        self.assertEqual(said, "built: 3 articles\nadded 1, changed 1, removed 1\n"
                         "row-1: The bridge of Mayadin was repaired on 2 May 2018.\n"
                         "row-4: A convoy left Hama for Idlib in May 2018.\n")
        # An exception of one library, caught as its class by a program that links both.
        self.assertIn("/dev/null/index: ", example("index_from_memory", "/dev/null/index", code=1))

        queries = [query, "Raqqa", '"siege', "Raqqa"]
        said = example("shared_searcher", tree.index, given="\n".join(queries)).splitlines()
        self.assertEqual(len(said), len(queries))
        self.assertIn(f"{query}: {hits} passages", said)
        self.assertEqual(len([line for line in said if re.fullmatch(r"Raqqa: [1-9]\d* passages", line)]), 2)

    def build_examples(self, name, *options):
        """docs/examples as a project of its own."""
        build = tree.folder / name
        run("cmake", "-S", EXAMPLES, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={tree.prefix}", *options)
        run("cmake", "--build", build)
        return build

    def pkg_config(self, prefix, *arguments):
        folders = [path.parent for path in prefix.rglob("furat.pc")]
        self.assertEqual(len(folders), 1)
        environment = dict(os.environ, PKG_CONFIG_PATH=str(folders[0]))
        return run("pkg-config", *arguments, env=environment).split()

    def compile_examples(self, name, flags):
        build = tree.folder / name
        build.mkdir()
        def compile_one(source):
            run(*COMPILER, source, "-o", build / source.stem, *flags)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(compile_one, EXAMPLES.glob("*.cpp")))
        return build

    def test_shared_by_cmake(self):
        build = self.build_examples("shared")
        self.assertIn("libfurat_searcher.so.", dynamic_entries(build / "search"))
        self.check_examples(build)

    def test_static_by_cmake(self):
        build = self.build_examples("static", "-DFurat_USE_STATIC_LIBS=ON")
        for example in EXAMPLES.glob("*.cpp"):
            self.assertNotIn("libfurat", dynamic_entries(build / example.stem))
        self.check_examples(build)

    def test_shared_by_pkg_config(self):
        flags = self.pkg_config(tree.prefix, "--cflags", "--libs", "furat", "furat-indexer")
        self.assertNotIn("-lxapian", flags)
        build = self.compile_examples("pkg-config-shared", flags)
        self.check_examples(build, {"LD_LIBRARY_PATH": str(tree.library_folder)})

    def test_static_by_pkg_config(self):
        """With nothing but archives to be found."""
        prefix = tree.folder / "archives-only"
        shutil.copytree(tree.prefix, prefix, symlinks=True, ignore=shutil.ignore_patterns("*.so*"), copy_function=os.link)
        flags = self.pkg_config(prefix, "--static", "--cflags", "--libs", "furat", "furat-indexer")
        self.check_examples(self.compile_examples("pkg-config-static", flags))


class InstalledFiles(unittest.TestCase):
    def test_no_text_names_a_folder_of_the_build(self):
        folders = [str(folder) for folder in (BUILD, SOURCE, tree.installed_as)]
        texts = [path for path in tree.prefix.rglob("*") if path.is_file() and is_text(path)]
        self.assertGreater(len(texts), 30)
        for path in texts:
            text = path.read_text(encoding="utf-8")
            self.assertFalse([folder for folder in folders if folder in text], path)

    def test_binaries_name_no_folder_to_load_from(self):
        for path in (tree.prefix / "bin").iterdir():
            self.assertNotRegex(dynamic_entries(path), "RPATH|RUNPATH")
        for name in ("searcher", "indexer"):
            entries = dynamic_entries(tree.library_folder / f"libfurat_{name}.so")
            self.assertNotRegex(entries, "RPATH|RUNPATH")
            self.assertRegex(entries, rf"SONAME.*\[libfurat_{name}\.so\.0\.\d+\]")

    def test_each_header_alone(self):
        headers = sorted((tree.prefix / "include").rglob("*.h*"))
        self.assertEqual({path.name for path in headers},
                         {path.name for path in SOURCE.glob("*/include/furat/*.h*")})
        sources = tree.folder / "alone"
        sources.mkdir()
        for header in headers:
            name = header.relative_to(tree.prefix / "include").as_posix()
            ending = ".c" if header.suffix == ".h" else ".cpp"
            (sources / (header.name + ending)).write_text(f'#include <{name}>\n#include <{name}>\ntypedef int used;\n')
        run(*COMPILER, "-fsyntax-only", "-I", tree.prefix / "include", *sources.glob("*.cpp"))
        for source in sources.glob("*.c"):
            run("cc", "-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Wstrict-prototypes", "-Werror", "-fsyntax-only",
                "-I", tree.prefix / "include", source)


class FindPackage(unittest.TestCase):
    """What find_package accepts, and what it says of the rest."""

    def configure(self, name, request, code=0):
        project = tree.folder / name
        project.mkdir()
        (project / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(consumer LANGUAGES CXX)\n"
            f"find_package(Furat {request})\n"
            'get_target_property(type furat::searcher TYPE)\nmessage(STATUS "searcher: ${type}")\n')
        said = run("cmake", "-S", project, "-B", project / "build", f"-DCMAKE_PREFIX_PATH={tree.prefix}", code=code)
        return " ".join(said.split())

    def test_components(self):
        self.assertIn("SHARED_LIBRARY", self.configure("plain", "0.1 CONFIG REQUIRED"))
        self.assertIn("SHARED_LIBRARY", self.configure("shared-wanted", "CONFIG REQUIRED COMPONENTS shared indexer"))
        self.assertIn("STATIC_LIBRARY", self.configure("static-wanted", "CONFIG REQUIRED COMPONENTS static searcher"))
        self.assertIn("ask for one kind", self.configure("both", "CONFIG REQUIRED COMPONENTS static shared", code=1))
        self.assertIn("no component 'finder'", self.configure("unknown", "CONFIG REQUIRED COMPONENTS finder", code=1))

    def test_version(self):
        self.assertIn("SHARED_LIBRARY", self.configure("same", "0.1.0 CONFIG REQUIRED"))
        self.assertIn("0.1.0", self.configure("newer", "0.2 CONFIG REQUIRED", code=1))
        self.assertIn("0.1.0", self.configure("next", "1.0 CONFIG REQUIRED", code=1))


class Subproject(unittest.TestCase):
    """add_subdirectory: only libraries, and nothing of our settings."""

    PARENT = """
cmake_minimum_required(VERSION 3.25)
project(parent LANGUAGES CXX)
enable_testing()
add_subdirectory("{source}" furat)
add_library(consumer OBJECT search.cpp)
target_link_libraries(consumer PRIVATE furat::searcher)
add_executable(whole search.cpp)
target_link_libraries(whole PRIVATE furat::searcher furat::indexer)
file(GENERATE OUTPUT facts CONTENT
  "$<TARGET_PROPERTY:furat::searcher,TYPE>,${{CMAKE_BUILD_TYPE}},${{CMAKE_RUNTIME_OUTPUT_DIRECTORY}},${{CMAKE_CXX_STANDARD}}")
"""

    def check(self, folder, kind, *options):
        build = folder / kind
        run("cmake", "-S", folder, "-B", build, "-G", "Ninja", *options)
        self.assertEqual((build / "facts").read_text(), f"{kind}_LIBRARY,,,")
        run("cmake", "--build", build, "--target", "consumer")
        self.assertIn("Total Tests: 0", run("ctest", "--test-dir", build, "-N"))
        run("cmake", "--install", build, "--prefix", build / "prefix")
        self.assertEqual(list((build / "prefix").rglob("*")), [])

    def test_subproject(self):
        with tempfile.TemporaryDirectory(prefix="furat-parent-") as name:
            folder = pathlib.Path(name)
            (folder / "CMakeLists.txt").write_text(self.PARENT.format(source=SOURCE))
            shutil.copy(EXAMPLES / "search.cpp", folder)
            self.check(folder, "STATIC")
            self.check(folder, "SHARED", "-DBUILD_SHARED_LIBS=ON")


if __name__ == "__main__":
    unittest.main(verbosity=2)
