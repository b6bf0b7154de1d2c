"""--gazetteer: places of GeoNames dumps besides those built in."""
import shutil
import unittest

import support

TEXT = "Shells fell on the village of Qasr Tawila on Sunday.\n"


def row(number, name, **fields):
    """A line of a dump."""
    columns = {"alternates": "", "latitude": "35.5", "longitude": "40.1", "code": "PPL", "country": "SY", "admin1": "07",
               "admin2": "", "population": "120"} | fields
    return "\t".join([str(number), name, name, columns["alternates"], columns["latitude"], columns["longitude"],
                      columns["code"][:1], columns["code"], columns["country"], "", columns["admin1"], columns["admin2"],
                      "", "", columns["population"], "", "200", "Asia/Damascus", "2024-01-01"]) + "\n"


class GazetteerTest(support.CliTest):
    def setUp(self):
        super().setUp()
        self.file("a.txt", TEXT)
        self.file("SY.txt", row(9900001, "Qasr Tawila", alternates="Qasr at-Tawila,قصر طويلة"))

    def places(self, *arguments):
        outcome = self.index("annotate", "--jsonl", *arguments)
        self.assertEqual(outcome.code, 0, outcome.messages)
        return {mention["value"]: mention for mention in outcome.rows if mention["type"] == "place"}

    def test_the_places_of_all_dumps_are_recognised_besides_those_built_in(self):
        self.file("b.txt", "From Raqqa to Minneapolis and the village of Burj Zahra.\n")
        self.file("more.txt", row(9900002, "Burj Zahra"))
        # Only one file belongs to each option: what follows is a path.
        places = self.places("--gazetteer", "SY.txt", "--gazetteer", "more.txt", "a.txt", "b.txt")
        known = {name for name in self.places("a.txt", "b.txt") if "unlisted" not in name}
        self.assertEqual(set(places) - known, {"gn-9900001", "gn-9900002"})
        self.assertEqual(len(places), 4)
        place = places["gn-9900001"]
        self.assertEqual((place["name"], place["kind"], place["country"]), ("Qasr Tawila", "village", "SY"))
        self.assertEqual((place["lat"], place["lon"], place["geonameid"]), (35.5, 40.1, 9900001))

    def test_the_index_remembers_the_dump_and_status_tells_it(self):
        self.assertEqual(self.index("build", "--gazetteer", "SY.txt", "a.txt").code, 0)
        self.assertEqual(self.search("--place", "قصر طويلة", "--format", "json").json["total_passages"], 1)
        self.assertRegex(self.index("status").text, r"(?m)^gazetteer +.*SY\.txt$")
        moved = self.folder / "elsewhere"
        moved.mkdir()
        for name in ("a.txt", "SY.txt", ".furat"):
            shutil.move(self.folder / name, moved / name)
        self.file("elsewhere/b.txt", TEXT)
        outcome = self.index("update", "b.txt", cwd=moved)
        self.assertEqual(outcome.code, 0, outcome.messages)
        self.assertNotIn("annotated anew", outcome.messages)
        self.assertEqual(self.search("--place", "gn-9900001", "--format", "json", cwd=moved).json["total_passages"], 2)
        self.assertEqual(self.index("verify", cwd=moved).code, 0)
        self.assertEqual(self.index("remove", "b.txt", cwd=moved).code, 0)
        self.assertEqual(self.search("--place", "Qasr Tawila", "--format", "json", cwd=moved).json["total_passages"], 1)

    def test_a_dump_that_changed_annotates_all_anew(self):
        self.assertEqual(self.index("build", "a.txt").code, 0)
        outcome = self.index("update", "--gazetteer", "SY.txt")
        self.assertIn("the gazetteer changed", outcome.messages)
        digest = self.index("digest").text
        self.assertIn("0 files read", self.index("update").messages)
        self.file("SY.txt", row(9900003, "Qasr Tawila"))
        self.assertIn("the gazetteer changed", self.index("update").messages)
        self.assertNotEqual(self.index("digest").text, digest)
        self.assertEqual(self.index("build", "--gazetteer", "SY.txt", "--index", "fresh", "a.txt").code, 0)
        self.assertEqual(self.index("digest").text, self.index("digest", "--index", "fresh").text)

    def test_bad_lines_are_told_ten_at_most_and_the_rest_is_taken(self):
        self.file("SY.txt", "# a head\n" + "no row\n" * 25 + row(9900001, "Qasr Tawila")
                  + row(9900002, "Burj", latitude="north"))
        outcome = self.index("build", "--gazetteer", "SY.txt", "a.txt")
        self.assertEqual(outcome.code, 3)
        self.assertEqual(self.search("--place", "gn-9900001", "--format", "json").json["total_passages"], 1)
        self.assertIn("SY.txt:2: ", outcome.messages)
        self.assertIn("SY.txt:11: ", outcome.messages)
        self.assertNotIn("SY.txt:12: ", outcome.messages)
        self.assertIn("16 more lines", outcome.messages)
        self.assertNotIn("skipped     a.txt", self.index("status").text)

    def test_a_file_that_is_no_dump_exits_2_and_publishes_nothing(self):
        self.file("table.csv", "name,lat,lon\nRaqqa,35.9,39.0\n")
        self.file("packed.zip", b"PK\x03\x04" + bytes(range(256)) * 40)
        self.file("zeros", bytes(300_000))
        self.file("empty.txt", "")
        for name in ("table.csv", "packed.zip", "zeros", "empty.txt", "missing.txt", "."):
            outcome = self.index("build", "--gazetteer", name, "a.txt")
            self.assertEqual(outcome.code, 2, name)
            self.assertIn(name, outcome.messages)
            self.assertFalse((self.folder / ".furat" / "CURRENT").exists())
        self.assertIn("is no GeoNames dump: line 1 has 1 of the 19 columns",
                      self.index("annotate", "--gazetteer", "table.csv", "a.txt").messages)

    def test_a_dump_that_is_gone_is_named(self):
        self.assertEqual(self.index("build", "--gazetteer", "SY.txt", "a.txt").code, 0)
        (self.folder / "SY.txt").unlink()
        outcome = self.index("update")
        self.assertEqual(outcome.code, 2)
        self.assertIn("SY.txt", outcome.messages)


if __name__ == "__main__":
    unittest.main()
