#include "indexer/passages/compound_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

namespace furat::indexer {
namespace {

// One string a group, so that a reader finds a word and sees its neighbours.
constexpr std::array<std::string_view, 12> kFirstParts = {
    // prefixes
    "pro anti ex re co non self counter mid multi al el sub pre post inter intra semi quasi pseudo "
    "ultra "
    "vice neo bi tri micro macro mini mega super hyper cross trans extra pan proto para arch de "
    "meta poly "
    "infra e x t",
    // the Arabic article
    "ar as ash at ad adh an az er es esh ed en et ez ul ur us uz abd abu umm ibn bin bint",
    // numbers
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
    "sixty "
    "seventy eighty ninety hundred thousand million billion half quarter third first second double "
    "triple single dual twin",
    // adjectives and adverbs
    "long short high low large small big great heavy light hard soft old new young early late deep "
    "wide "
    "narrow broad close open full well ill much most least best better worst less more ever never "
    "all "
    "every many few far near left right top bottom upper lower inner outer same so too very free "
    "clear "
    "hot cold dry wet fast slow quick thick thin weak rich poor fresh raw ready real true false "
    "good bad fine safe secret public private civil common general special main major minor key "
    "chief "
    "joint mass medium middle mixed newly so-called fully poorly once twice only just now then "
    "still yet",
    // directions and times
    "north south east west northern southern eastern western north-east north-west south-east "
    "south-west "
    "day night week month year hour minute decade century time date summer winter autumn spring",
    // war
    "war battle fight combat army air ground sea land naval water fire gun bomb shell rocket "
    "missile mine "
    "tank truck car motor armour armor body shoulder surface hit shoot search stop cease check cut "
    "break "
    "blow blood death life head hand foot face eye arm back front rear side flash flag force power "
    "state "
    "security police peace arms weapons troop troops rebel regime government opposition militia "
    "jihadist "
    "terror suicide sniper drone jet helicopter warplane frontline siege barrel cluster",
    // country and economy
    "oil gas fuel energy food bread wheat grain cotton money cash tax trade market world country "
    "city "
    "town village district province region border desert river valley mountain hill rock sand "
    "stone salt "
    "earth sun moon sky wind rain snow ice house home door room road street bridge railway rail "
    "train bus "
    "ship boat port sewage power-sharing cost price low-cost",
    // people and politics
    "man woman men women child people family tribe tribal party leader member majority minority "
    "power "
    "policy decision law rule human hard-line right-wing left-wing foreign home-grown class sect "
    "faith "
    "church mosque school student teacher work job office press news media video radio phone web",
    // verbs with a particle, and other pairs
    "run start stand sit set take make give get go come look let lay pull push put hold hang show "
    "shut "
    "turn walk work write read build built buy sell send call carry catch clean crack drop fall "
    "fill "
    "follow hide kick knock lock log mix pass pay pick play press print roll round send shake sign "
    "sleep "
    "slow speed spin split stick strike swing tear think throw tie touch try wake wash wear wind "
    "wipe",
    // in- and out- as words, up, down
    "in on off out up down over under through by after before behind above below against around",
    // colours and materials
    "red green blue white black yellow grey gray brown gold silver iron steel wood glass metal "
    "paper",
    // measures
    "mile kilometre kilometer metre meter foot inch tonne ton litre kilo square point"};

constexpr std::array<std::string_view, 3> kLastParts = {
    "backed led held based run made linked aligned affiliated controlled occupied ruled owned "
    "funded "
    "sponsored supported trained armed equipped supplied built dominated majority minority "
    "speaking "
    "related born style like wide free old long term range scale level year day week month hour "
    "minute "
    "mile kilometre kilometer metre meter man strong point size sized",
    "in out up off on down over by to of the and or en de a",
    "east west north south eastern western northern southern general elect chief law maker makers "
    "making "
    "fighter fighters fire line zone area war military regime government opposition clad ridden "
    "torn rich "
    "hardened bound class quality profile ranking intensity altitude speed power proof friendly"};

constexpr std::array<std::string_view, 1> kBoundPrefixes = {
    "mis dis un im ir il com con per sur ob ab suc suf sug sup ac ag ap be fore"};

constexpr std::array<std::string_view, 2> kBoundEndings = {
    "ing ings tion tions tional tionally sion sions ment ments mental ness nesses ity ities ty "
    "ties teen "
    "teens teenth tieth ly ally ed er ers est ous ious able ible ably ibly ance ances ence ences "
    "ent "
    "ents ism ist ists ive ives ary aries ery eries ory ories ward wards ship ships hood dom doms "
    "ful",
    "fully ated ating ation ations ative ator ators ized ised izing ising ization isation ical "
    "ically "
    "ture tures tured turing ual ually der ders dered dering ter ters tered tering ger gers ler "
    "lers mer "
    "mers ner ners ser sers ver vers vered vering cy cies gy gies ry ries sy phy phies ish"};

template <std::size_t N>
std::unordered_set<std::string_view> words_of(const std::array<std::string_view, N>& groups) {
  std::unordered_set<std::string_view> words;
  for (std::string_view group : groups) {
    while (!group.empty()) {
      const std::size_t size = std::min(group.find(' '), group.size());
      words.insert(group.substr(0, size));
      group.remove_prefix(std::min(size + 1, group.size()));
    }
  }
  return words;
}

}  // namespace

bool begins_compounds(std::string_view word) {
  static const auto words = words_of(kFirstParts);
  return words.contains(word);
}

bool ends_compounds(std::string_view word) {
  static const auto words = words_of(kLastParts);
  return words.contains(word);
}

bool is_bound_ending(std::string_view syllable) {
  static const auto words = words_of(kBoundEndings);
  return words.contains(syllable);
}

bool is_bound_prefix(std::string_view word) {
  static const auto words = words_of(kBoundPrefixes);
  return words.contains(word);
}

}  // namespace furat::indexer
