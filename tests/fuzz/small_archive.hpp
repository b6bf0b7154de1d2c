// A small archive with something of everything, its index made once a process.
#pragma once

#include "tests/support/temporary_index.hpp"

namespace furat::fuzz {

inline const test::TemporaryIndex& small_index() {
  static const test::TemporaryIndex index(
      {{"a.txt",
        "Bridge of Mayadin reopened\n\nThe Syrian army took Mayadin on 14 October 2017, state "
        "media "
        "said. Fighters of ISIS had held the town since 2014.\n\nTwo days later the SDF reached "
        "the "
        "oil field of al-Omar, north of the Euphrates.",
        "2017-10-20", "Two Rivers Wire"},
       {"b.txt",
        "Russian jets struck Deir ez-Zor in early November. The Syrian Observatory counted 40 dead "
        "between 3 and 5 November 2017.\n\nIn Raqqa nobody knew of it until the ninth.",
        "2017-11-09", "Jazira Notebook"},
       {"c.txt",
        "The Syrian army took Mayadin on 14 October 2017, state media said. Fighters of ISIS had "
        "held the town since 2014.\n\nفي دير الزور قال متحدث إن الجسر فتح يوم الأربعاء.",
        "2017-10-21", "Jazira Notebook"},
       {"d.txt", "A text that names no place, nobody and no day.", "", ""}});
  return index;
}

}  // namespace furat::fuzz
