// The floor that builds are measured against: the least code that indexes passages directly by the
// Xapian API. One term generator, one writer, a boolean term and a value for the file; no mentions,
// no offsets.
//
// usage: furat-floor DATABASE < passages.jsonl     (what furat-index passages --jsonl prints)
#include <xapian.h>

#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

int main(int argc, char** argv) try {
  if (argc != 2) {
    std::fputs("usage: furat-floor DATABASE < passages.jsonl\n", stderr);
    return 2;
  }
  Xapian::WritableDatabase database(argv[1], Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("english"));
  std::string line;
  std::size_t number = 0;
  while (std::getline(std::cin, line)) {
    const auto row = nlohmann::json::parse(line);
    const auto file = row.at("file").get<std::string>();
    const auto text = row.at("title").get<std::string>() + "\n" +
                      row.at("heading").get<std::string>() + "\n" +
                      row.at("text").get<std::string>();
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(text);
    document.set_data(text);
    document.add_boolean_term("Q" + std::to_string(++number));
    document.add_boolean_term("XF" + file.substr(0, 200));
    document.add_value(0, file);
    database.add_document(document);
  }
  database.commit();
  std::printf("%zu documents\n", number);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "furat-floor: %s\n", error.what());
  return 1;
} catch (const Xapian::Error& error) {
  std::fprintf(stderr, "furat-floor: %s\n", error.get_description().c_str());
  return 1;
}
