// Measures the name cascade: is a place found by a spelling that the table does not have?
//
// usage: furat-name-cascade GEONAMES_DUMP COUNTRY[,COUNTRY...] [--wrong]
//
// Every name of every place is looked up after all forms of that place that are equal to it after
// folding have been taken out. Tiers K0 to K3 are tried in order; the first with an acceptable find
// wins, then similarity and population decide. Right: the place found lies within 50 km.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <numbers>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/names/arabic_spelling.hpp"
#include "analysis/names/name_similarity.hpp"
#include "analysis/names/transliteration_keys.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/utf8.hpp"

namespace {

using furat::analysis::NameSounds;
using furat::analysis::TransliterationKeys;

constexpr std::size_t kTiers = 4;

struct Name {
  std::string text;
  std::string fold;
  TransliterationKeys keys;
  NameSounds sounds;
};

struct Place {
  double latitude = 0, longitude = 0, population = 0;
  std::string name;
  std::vector<Name> names;
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

enum class Letters { latin, arabic, other };

/// Machine romanisations (all lower case), codes and names with digits are no spellings.
Letters letters_of(const std::string& name) {
  std::size_t latin = 0;
  std::size_t arabic = 0;
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < name.size();) {
    const auto c = furat::analysis::next_code_point(name, i);
    const bool capital = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) ||
                         (c >= 0x100 && c < 0x250 && c % 2 == 0) ||
                         (c >= 0x1E00 && c < 0x1F00 && c % 2 == 0) || c == 0x2018;
    if (c >= '0' && c <= '9') return Letters::other;
    if (c >= 0x621 && c <= 0x6FF && !(c >= 0x660 && c <= 0x66D)) ++arabic;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250) ||
        (c >= 0x1E00 && c < 0x1F00))
      ++latin;
    else if (c >= 0x370 && (c < 0x600 || c > 0x6FF) && (c < 0x2000 || c > 0x206F))
      return Letters::other;
    capitals += capital ? 1U : 0U;
  }
  if (arabic > 0) return latin == 0 ? Letters::arabic : Letters::other;
  const bool code = name.size() <= 4 && capitals == name.size();
  return latin < 3 || capitals == 0 || code ? Letters::other : Letters::latin;
}

std::string joined_fold(const std::string& name) {
  auto fold = furat::analysis::fold_name(name);
  std::erase(fold, ' ');
  return fold;
}

std::vector<Place> read_places(const std::string& path, const std::set<std::string>& countries) {
  std::vector<Place> places;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto columns = split(line, '\t');
    if (columns.size() < 15 || !countries.contains(columns[8])) continue;
    Place place;
    place.name = columns[1];
    place.latitude = std::stod(columns[4]);
    place.longitude = std::stod(columns[5]);
    place.population = columns[14].empty() ? 0 : std::stod(columns[14]);
    auto names = split(columns[3], ',');
    names.insert(names.begin(), {columns[1], columns[2]});
    std::set<std::string> seen;
    for (const auto& name : names) {
      if (letters_of(name) == Letters::other || !seen.insert(name).second) continue;
      place.names.push_back({name, joined_fold(name), furat::analysis::transliteration_keys(name),
                             furat::analysis::name_sounds(name)});
    }
    places.push_back(std::move(place));
  }
  return places;
}

double kilometres(const Place& a, const Place& b) {
  constexpr double kRadian = std::numbers::pi / 180;
  const auto half = [](double degrees) { return std::pow(std::sin(degrees * kRadian / 2), 2); };
  const double h = half(a.latitude - b.latitude) + std::cos(a.latitude * kRadian) *
                                                       std::cos(b.latitude * kRadian) *
                                                       half(a.longitude - b.longitude);
  return 12742 * std::asin(std::sqrt(h));
}

std::vector<std::string> keys_of(const Name& name, std::size_t tier) {
  if (tier == 0) return {name.fold};
  if (tier == 1) return {name.keys.letters};
  if (tier == 2) return {name.keys.vowelled};
  return name.keys.skeletons;
}

struct Entry {
  std::size_t place, name;
};
struct Find {
  std::size_t place = 0, name = 0, tier = 0;
  double score = 0, similarity = 0;
};

class Table {
 public:
  explicit Table(const std::vector<Place>& places) : places_(places) {
    for (std::size_t p = 0; p < places.size(); ++p)
      for (std::size_t n = 0; n < places[p].names.size(); ++n)
        for (std::size_t tier = 0; tier < kTiers; ++tier)
          for (const auto& key : keys_of(places[p].names[n], tier))
            if (!key.empty()) tiers_[tier][key].push_back({p, n});
  }

  /// The place that `name` of `place` means, without the forms of that place that fold like it.
  [[nodiscard]] std::optional<Find> look_up(const Name& name, std::size_t place) const {
    for (std::size_t tier = 0; tier < kTiers; ++tier) {
      std::optional<Find> best;
      for (const auto& key : keys_of(name, tier)) consider(name, place, tier, key, best);
      if (best) return best;
    }
    return std::nullopt;
  }

 private:
  void consider(const Name& name, std::size_t place, std::size_t tier, const std::string& key,
                std::optional<Find>& best) const {
    const auto found = tiers_[tier].find(key);
    if (found == tiers_[tier].end()) return;
    for (const auto& entry : found->second) {
      const auto& other = places_[entry.place].names[entry.name];
      if (entry.place == place && other.fold == name.fold) continue;
      const double similarity = furat::analysis::name_similarity(name.sounds, other.sounds);
      if (similarity < kFloors[tier]) continue;
      const double score = similarity + 0.02 * std::log10(1 + places_[entry.place].population);
      if (!best || score > best->score) best = {entry.place, entry.name, tier, score, similarity};
    }
  }

  static constexpr double kFloors[kTiers] = {0, 0, .5, .5};
  const std::vector<Place>& places_;
  std::unordered_map<std::string, std::vector<Entry>> tiers_[kTiers];
};

struct Score {
  std::size_t asked = 0, answered = 0, right = 0;
};

void print(const std::string& title, const Score& score) {
  const auto ratio = [](std::size_t a, std::size_t b) {
    return b == 0 ? 0.0 : static_cast<double>(a) / static_cast<double>(b);
  };
  std::cout << title << ": n " << score.asked << ", precision "
            << ratio(score.right, score.answered) << ", recall " << ratio(score.right, score.asked)
            << '\n';
}

void measure(const std::vector<Place>& places, bool show_wrong) {
  const Table table(places);
  Score all, latin, arabic;
  std::map<std::pair<std::size_t, bool>, std::size_t> by_tier;
  for (std::size_t p = 0; p < places.size(); ++p) {
    std::set<std::string> asked;
    std::set<std::string> folds;
    for (const auto& name : places[p].names) folds.insert(name.fold);
    if (folds.size() < 2) continue;
    for (const auto& name : places[p].names) {
      if (!asked.insert(name.fold).second) continue;
      auto& part = furat::analysis::is_in_arabic_script(name.text) ? arabic : latin;
      const auto find = table.look_up(name, p);
      const bool right = find && kilometres(places[find->place], places[p]) <= 50;
      for (auto* score : {&all, &part}) {
        ++score->asked;
        score->answered += find ? 1U : 0U;
        score->right += right ? 1U : 0U;
      }
      if (find) ++by_tier[{find->tier, right}];
      if (show_wrong && !right)
        std::cout << (find ? "wrong\t" : "none\t") << name.text << '\t' << places[p].name << '\t'
                  << (find ? places[find->place].names[find->name].text + '\t' +
                                 places[find->place].name + "\tK" + std::to_string(find->tier) +
                                 '\t' + std::to_string(find->similarity)
                           : "")
                  << '\n';
    }
  }
  print("all", all);
  print("Latin", latin);
  print("Arabic", arabic);
  for (const auto& [key, count] : by_tier)
    std::cout << 'K' << key.first << (key.second ? " right " : " wrong ") << count << "  ";
  std::cout << '\n';
}

/// Seconds for the keys of every name, over and over.
void measure_speed(const std::vector<Place>& places) {
  std::size_t names = 0;
  std::size_t bytes = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (int round = 0; round < 5; ++round)
    for (const auto& place : places)
      for (const auto& name : place.names) {
        const auto keys = furat::analysis::transliteration_keys(name.text);
        bytes += keys.letters.size() + keys.skeletons.size();
        ++names;
      }
  const std::chrono::duration<double, std::micro> time = std::chrono::steady_clock::now() - begin;
  std::cout << names / 5 << " names, " << time.count() / static_cast<double>(names)
            << " microseconds each for all keys (" << bytes << ")\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: furat-name-cascade GEONAMES_DUMP COUNTRY[,COUNTRY...] [--wrong]\n";
    return 2;
  }
  const auto codes = split(argv[2], ',');
  const auto places = read_places(argv[1], {codes.begin(), codes.end()});
  std::cout << places.size() << " places\n";
  measure(places, argc > 3 && std::string(argv[3]) == "--wrong");
  measure_speed(places);
}
