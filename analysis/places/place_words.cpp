#include "analysis/places/place_words.hpp"

#include <algorithm>
#include <string>

#include "analysis/lexicon/word_class_table.hpp"

namespace furat::analysis {
namespace {

using enum FeatureClass;

struct FeatureWords {
  FeatureClass feature;
  std::string_view singular, plural;
};

constexpr FeatureWords kFeatureWords[] = {
    {governorate, "province governorate countryside muhafazah muhafaza rif reef محافظة ريف",
     "provinces governorates"},
    {district, "district subdistrict county canton nahiya nahiyah منطقة ناحية قضاء",
     "districts subdistricts counties cantons"},
    {settlement,
     "city capital town village township hamlet townlet settlement مدينة بلدة قرية بلدات قرى مدن",
     "cities towns villages townships hamlets"},
    {quarter, "neighbourhood neighborhood quarter suburb حي",
     "neighbourhoods neighborhoods suburbs"},
    {river, "river bank نهر", "rivers banks"},
    {lake, "lake reservoir بحيرة", "lakes"},
    {dam, "dam barrage سد", "dams"},
    {field, "field oilfield gasfield حقل حقول", "fields oilfields gasfields"},
    {base, "airbase airfield airport airstrip base station مطار قاعدة", "airbases airports bases"},
    {crossing, "crossing checkpoint معبر", "crossings"},
    {camp, "camp مخيم", "camps"},
    {mountain, "mountain mount mountains hill hills jabal jebel جبل جبال", ""},
    {desert, "desert badia badiya بادية صحراء", ""},
    {valley, "valley basin وادي", "valleys"},
    {border, "border frontier حدود", "borders"},
    {road, "highway road طريق", "highways roads"},
    {island, "island isle جزيرة", "islands isles"},
    {sea, "sea ocean bay gulf strait بحر", "seas oceans"},
    {other,
     "region area pocket enclave plain front sector peninsula junction plant refinery bridge",
     "regions areas fronts plants"},
};

struct ClassWords {
  std::uint32_t classes;
  std::string_view words;
};

constexpr ClassWords kClassWords[] = {
    {kPreposition,
     "in at near from to towards toward around outside inside into across between through "
     "throughout via within beyond reach reached reaching entered entering enter leave left "
     "capture captured capturing retake retook besieged around في من الى على نحو قرب باتجاه داخل"},
    {kLocativeNoun,
     "north south east west northeast northwest southeast southwest outskirts suburbs part parts "
     "capture fall siege control battle liberation centre center vicinity edge edges direction "
     "side rest most half kilometres kilometers km miles residents people inhabitants"},
    {kDirection,
     "north south east west northeast northwest southeast southwest northern southern eastern "
     "western central northeastern northwestern southeastern southwestern upper lower middle "
     "downtown rural nearby neighbouring neighboring greater"},
    {kTitle,
     "general gen mr mrs ms miss dr doctor president premier minister colonel col captain capt "
     "major maj lieutenant lt brigadier brig sergeant sgt corporal admiral commander sheikh "
     "shaikh sheik mullah mawlawi ayatollah imam hajj sir lord lady dame prof professor senator "
     "sen rep congressman ambassador secretary spokesman spokeswoman spokesperson king queen "
     "prince princess sultan emir saint abu abou umm um ibn bin"},
    {kAuxiliary,
     "has have had is was were be been will would can could may might must shall should did does "
     "do not never also still now then already recently reportedly once again long only hasn't "
     "hasnt isnt wasnt wont wouldnt didnt doesnt simply apparently clearly probably likely thus "
     "far itself yet to"},
    {kPoliticalNoun,
     "talks talk relations tension tensions alliance agreement agreements deal deals ties tie "
     "dispute disputes rivalry cooperation negotiations contacts contact dialogue understanding "
     "coordination reconciliation accord axis treaty rift quarrel summit communication pact "
     "differences trust mediation consultations partnership counterweight pressure sanctions"},
    {kRouteNoun,
     "road highway route border distance flight flights travel line railway railroad corridor "
     "motorway way bus train area stretch desert halfway somewhere midway front clashes fighting"},
    {kStanceNoun,
     "interest interests plan plans resolve policy policies position view views ally allies "
     "decision goal goals willingness intention intentions response role support demand demands "
     "point stance attitude strategy offer refusal consent approval favour favor rejection "
     "involvement account accounts call calls called calling hand envoy envoys friends partners "
     "partner enemies enemy"},
    {kArmNoun,
     "forces troops military army officials official soldiers soldier aircraft warplanes jets "
     "airstrikes airstrike air officer officers special government president state ambassador "
     "embassy policy flags flag statements base bases navy marines fighters advisers advisors "
     "consulate intelligence ministry diplomats diplomat citizens citizen secretary vice "
     "department congress senate dollars sanctions regime parliament personnel coalition drone "
     "drones bombers helicopters planes plane raid raids strikes support convoy convoys attempt "
     "attempts influence effort efforts plan plans allies ally aid threat presence role "
     "involvement "
     "interests strategy attack attacks bombing intervention withdrawal strike ship ships vessel "
     "vessels warship warships naval senator senators lawmakers treasury proxies instructors"},
    {kPartisanWord,
     "backed led linked allied supported funded made trained sponsored brokered affiliated "
     "aligned occupied armed financed born controlled held friendly oriented run based"},
    {kFieldModifier,
     "oil gas military air international civilian border refugee refugees displacement idp "
     "land central old national eastern western northern southern"},
    {kMonth,
     "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july "
     "august september october november december monday tuesday wednesday thursday friday "
     "saturday sunday mon tue tues wed thu thur thurs fri sat sun"},
    {kArticle, "the"},
    {kModal, "will would can could may might must shall should cannot"},
    {kHave, "has have had"},
    {kBe, "is was were be been being are"},
    {kScenicVerb,
     "fall fallen become see seen suffer suffered remain remained witness witnessed experience "
     "experienced changed lie surrendered populated located"},
    {kOrganisationNoun,
     "council command committee ministry party brigade brigades battalion division front army "
     "forces movement union association society institute declaration agreement foundation bank "
     "times post journal herald tribune telegraph news agency coalition organisation organization "
     "platform group protocol accord accords police congress department corporation service bureau "
     "daily authority"},
    {kFacilityNoun, "university hospital college academy museum mosque cathedral stadium"},
    {kBodyAdjective,
     "military civil civilian operational operations revolutionary local provincial central "
     "national security media peoples broadcasting postal health"},
    {kPeople,
     "kurdish kurd kurds muslim muslims christian christians sunni sunnis shia shias shii shiite "
     "shiites shi'ite yazidi yazidis yezidi yezidis arab arabs arabic jewish jew jews islamic "
     "islamist islamists turkmen turkoman alawite alawites alawi druze assyrian assyrians chaldean "
     "circassian bedouin salafi salafist jihadi jihadis catholic catholics orthodox protestant "
     "protestants hindu hindus buddhist buddhists sikh sikhs latino latinos hispanic bible quran "
     "koran ramadan eid christmas easter english internet"},
    {kPartyNoun,
     "nations countries states members partners allies governments donors signatories powers"},
    {kListVerb, "include includes including included are were"},
    {kEponymNoun, "virus viruses fever fevers disease diseases syndrome hemorrhagic haemorrhagic"},
    {kNameOpening, "new inner nova nueva"},
    {kAddressVerb, "join follow give help let tell contact about support email"},
    {kAllegiance,
     "loyal sympathetic hostile opposed friendly allied aligned linked tied supported backed armed "
     "funded financed sponsored equipped paid"},
    {kGovernmentNoun,
     "ministry ministries minister ministers government army military forces troops generals staff "
     "diplomats spokesman spokeswoman parliament leaders leadership officials figure figures claim "
     "claims version statement statements denial denials"},
    {kFallVerb, "recaptured retaken liberated regained besieged stormed overrun shelled"},
};

/// Verbs of saying, deciding and wanting, regular ones in their base form.
constexpr std::string_view kRegularAgencyVerbs =
    "announce condemn urge warn agree insist accuse reject demand want hope decide support assist "
    "call claim declare confirm refuse back blame threaten propose signal order welcome criticise "
    "criticize protest consider pursue admit promise vow maintain intend plan hint suggest object "
    "react respond request expect concede abandon attempt manage desire appear need ask answer "
    "describe offer ignore fear believe view regard prefer recognise recognize approve veto "
    "transfer finance fund describe aim deem launch withdraw count stress name acknowledge repeat "
    "congratulate publish estimate mention invite complain reiterate reaffirm underline pledge";
constexpr std::string_view kIrregularAgencyVerbs =
    "said says say deny denies denied sought seeks seek made makes make sent sends send knew knows "
    "struck strikes told tells tell saw sees spoke speaks gave gives kept keeps thinks thought "
    "began chose withdrew eager ready willing unwilling tempted determined able indifferent "
    "trying interested keen silent reluctant angry alarmed worried drew holds held tries tried "
    "shown shows showed planned admitted "
    "vetoed";
constexpr std::string_view kRegularPressureVerbs =
    "force prevent allow press pressure push help convince persuade compel enable oblige stop "
    "accuse urge warn ask blame thank criticise criticize inform support oppose embolden prompt "
    "lead "
    "require expect want";

class PlaceWordTable {
 public:
  PlaceWordTable() {
    for (const auto& row : kFeatureWords) {
      add_features(row.singular, row.feature, 0);
      add_features(row.plural, row.feature, kPlural);
    }
    for (const auto& row : kClassWords)
      for_each_word(row.words, [&](std::string_view word) { add(word, row.classes); });
    for_each_word(kIrregularAgencyVerbs, [&](std::string_view word) { add(word, kAgencyVerb); });
    for_each_word(kRegularAgencyVerbs,
                  [&](std::string_view verb) { add_forms(verb, kAgencyVerb); });
    for_each_word(kRegularPressureVerbs,
                  [&](std::string_view verb) { add_forms(verb, kPressureVerb); });
  }

  [[nodiscard]] PlaceWord find(std::string_view folded) const { return table_.find(folded); }

 private:
  void add(std::string_view word, std::uint32_t classes) { table_.entry(word).classes |= classes; }

  void add_features(std::string_view words, FeatureClass feature, std::uint32_t classes) {
    for_each_word(words, [&](std::string_view word) {
      auto& known = table_.entry(word);
      known.feature = feature;
      known.classes |= classes;
    });
  }

  void add_forms(std::string_view verb, std::uint32_t classes) {
    auto stem = std::string(verb);
    add(stem, classes);
    add(stem + 's', classes);
    if (stem.back() == 'e') stem.pop_back();
    add(stem + "ed", classes);
    add(stem + "ing", classes);
  }

  WordClassTable<PlaceWord> table_;
};

struct KindClass {
  std::string_view kind;
  FeatureClass feature;
};
constexpr KindClass kKindClasses[] = {
    {"country", country},
    {"governorate", governorate},
    {"province", governorate},
    {"state", governorate},
    {"district", district},
    {"county", district},
    {"city", settlement},
    {"town", settlement},
    {"village", settlement},
    {"neighbourhood", quarter},
    {"river", river},
    {"lake", lake},
    {"dam", dam},
    {"oil_field", field},
    {"gas_field", field},
    {"airbase", base},
    {"airport", base},
    {"base", base},
    {"crossing", crossing},
    {"camp", camp},
    {"mountain", mountain},
    {"desert", desert},
    {"valley", valley},
    {"border", border},
    {"road", road},
    {"island", island},
    {"sea", sea},
};

}  // namespace

PlaceWord place_word(std::string_view folded) {
  static const PlaceWordTable table;
  return table.find(folded);
}

bool is_natural(FeatureClass feature) {
  return feature == river || feature == lake || feature == mountain || feature == valley ||
         feature == desert || feature == island || feature == sea;
}

FeatureClass feature_class_of_kind(std::string_view kind) {
  const auto* found = std::find_if(std::begin(kKindClasses), std::end(kKindClasses),
                                   [&](const KindClass& row) { return row.kind == kind; });
  return found == std::end(kKindClasses) ? other : found->feature;
}

}  // namespace furat::analysis
