#include "analysis/actors/actor_words.hpp"

#include "analysis/lexicon/word_class_table.hpp"

namespace furat::analysis {
namespace {

struct ClassWords {
  std::uint32_t classes;
  std::string_view words;
};

constexpr ClassWords kClassWords[] = {
    {kForceModifier,
     "special armed ground air land naval military security federal local senior top high ranking "
     "former regular elite border riot presidential republican provincial national allied arab "
     "sunni shia shiite kurdish government regime proxy ex current some many several two three "
     "four "
     "five six seven eight nine ten hundreds thousands dozens defence defense foreign "
     "state central tactical infantry mechanized armoured armored young counterterrorism special "
     "diplomatic civil own democratic democratically elected operations reconnaissance tribal "
     "armed "
     "private"},
    {kMembers,
     "forces force troops soldiers soldier fighters fighter militants militant terrorists "
     "terrorist "
     "jihadists jihadis insurgents gunmen militia militias militiamen members member units unit "
     "operatives operative commanders commander leaders leader leadership partners allies "
     "supporters group groups affiliates "
     "recruits brides families brigades factions snipers emirs prisoners "
     "detainees suspects spokesman officials official partner nations cells cell remnants men "
     "personnel aircraft warplanes planes jets spokesperson spokeswoman"},
    {kBodyHead | kMilitaryHead,
     "army armies brigade brigades battalion battalions regiment regiments division divisions "
     "legion corps front forces force units militia militias guard guards shield shields "
     "squadron fleet navy company companies platoon detachment group groups command marines "
     "battalion panthers lions tigers falcons hawks eagles swords martyrs rebels "
     "resistance mujahideen fighters"},
    {kBodyHead,
     "movement movements council councils coalition gathering union unions party parties "
     "organization organizations organisation organisations committee committees administration "
     "network networks federation foundation institute association associations society societies "
     "agency agencies assembly league congress centre center commission board fund trust bank "
     "exchange reserve corporation corp inc ltd authority alliance bloc observatory club tribe "
     "tribes clan secretariat consortium taskforce tribunal"},
    {kBodyHead | kStateHead,
     "ministry ministries department office embassy consulate parliament directorate bureau "
     "intelligence police treasury pentagon senate court cabinet gendarmerie customs"},
    {kBodyHead | kMediaHead,
     "times post tribune herald journal news television tv radio channel newspaper magazine "
     "gazette telegraph guardian press"},
    {kBodyHead, "university hospital college academy"},
    {kArabicHead | kMilitaryHead,
     "liwa liwaa jaysh jaish jeish jabhat jabhet saraya sariyat kataib katibat kataeb kata'ib "
     "katiba "
     "ansar jund jundallah faylaq failaq firqat firqa ahrar suqour suqur asaib asa'ib quwat usud "
     "usoud dir dira fursan fawj fauj tajammu tajamu haras"},
    {kArabicHead, "harakat hayat hay'at hayet hizb ittihad majlis tahaluf"},
    {kRank,
     "mr mrs ms miss dr sir lord lady prof professor general gen colonel col lieutenant lt captain "
     "capt major maj brigadier brig sergeant sgt corporal cpl private pvt specialist spc admiral "
     "adm commodore commander cmdr sheikh shaikh sheik shaykh mullah mawlawi ayatollah "
     "hojatoleslam "
     "imam mufti patriarch bishop archbishop pope cardinal hajj hajji comrade warrant petty "
     "officer "
     "marshal staff senior chief rear vice"},
    {kOffice,
     "president premier minister secretary ambassador envoy senator governor mayor spokesman "
     "spokeswoman spokesperson chancellor king queen prince princess emir sultan representative "
     "commissioner congressman congresswoman advisor adviser director chairman chairwoman "
     "coordinator rapporteur undersecretary attorney judge commander"},
    {kOfficeModifier,
     "deputy vice assistant acting foreign prime defence defense interior finance home special "
     "presidential high press permanent interim first crown national security former under energy "
     "oil state general senior chief justice trade information counter-terrorism military chief un "
     "navy army air marine force political economic humanitarian regional transport health "
     "ex combined staff"},
    {kKunya, "abu abou aboo umm um oum"},
    {kNameParticle, "bin ibn ben bint van von der den de del della di da dos du la le al el"},
    {kOrdinal, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"},
    {kPersonNoun,
     "commander leader activist activists spokesman spokeswoman spokesperson emir journalist "
     "reporter doctor physician nurse resident lawyer analyst researcher expert professor author "
     "writer director head chief founder chairman official officer jihadist militant fighter "
     "refugee teacher engineer farmer student businessman cleric preacher governor mayor member "
     "financier lieutenant general colonel citizen national brother son father cousin wife widow "
     "politician photographer correspondent deputy minister ambassador senator lawmaker "
     "middleman recruiter propagandist hostage pilot aide successor predecessor "
     "coordinator negotiator executioner bodyguard"},
    {kArabicGivenName,
     "mohammed muhammad mohammad mohamed muhammed mohamad mohamud muhamad mahmoud mahmud mahmood "
     "ahmed ahmad ahmet hamid hamed hamad hameed ali hassan hasan hussein husayn hussain hossein "
     "husain omar umar omer osama usama ibrahim ebrahim ismail khalid khaled yusuf youssef yousef "
     "yousif yasin yassin abdullah abdallah abdul abd abdulrahman abdelrahman abdulaziz abdelaziz "
     "abdulkarim abdelkarim abdulqader abdelkader abdulmalik abdelmalek saleh salih salim salem "
     "saeed said saad sami samir samer tariq tarek talal tahir taha walid waleed wael wissam yahya "
     "younis yunus zaid zayd zakaria ziad ziyad zuhair adnan adel adil akram alaa amjad ammar anas "
     "anwar asaad ashraf ayman ayoub aziz badr bashar bashir basel bassel bassam bilal burhan "
     "daoud "
     "dawood fadel fadi fahd fahad faisal faysal fares faris faruq farouk fawaz fayez fouad fuad "
     "ghassan ghazi habib hadi haitham haytham hakim hamza hamdi hani harun haydar haider haidar "
     "hisham hosam hossam hussam ihsan imad issa isa iyad jaber jabir jaafar jafar jalal jamal "
     "jamil jasim jassim jawad javad jihad kamal kamel karim karam kareem kassem qasem qassem "
     "qasim "
     "qais kays latif lutfi mahdi maher majid majed malik mansour mansur marwan mazen mazloum "
     "mehdi mehmet mehmed mishal mohsen muhsin moaz muath mourad murad musa moussa mustafa mostafa "
     "munir muntasir murhaf musab mosab nabil nader nadir nadim naji naseem naser nasser nasir "
     "nawaf nazih nizar nouri nuri nour omran osman othman uthman qusay rachid rashid raed raad "
     "rafiq rafik rami ramadan ramzi rashad redur riad riyad riad rifaat rustem sabah sabri "
     "sadiq sadeq safwan sajid salah salahuddin salman saddam sadam safa samih shadi shaker shakir "
     "sharif shawki sherif sinan subhi sulaiman suleiman sulayman suleyman taleb talib tawfiq "
     "thamer turki tayyip recep wahid yaser yasser yasir zahran zahid zaher zaki aldar "
     "polat redor mazlum cemil murat duran salar sipan ciwan rojda nesrin nowruz newroz lilwa "
     "ilham asya aisha fatima fatma khadija zainab zeinab maryam mariam layla leila nadia hala "
     "rania samira huda abbas akbar gholam reza mojtaba mohsin ghulam amir amin ameen hafez hafiz "
     "riyadh hashim hashem hatem hikmat nechirvan masoud masrour barham qubad bafel fuad "
     "dmitry dmitri sergei sergey vladimir valery valeri igor andrei alexei aleksandr alexander "
     "viktor yevgeny mikhail nikolai konstantin oleg pavel roman yuri maria"},
};

struct BodyWords {
  NationalBody body;
  std::string_view words;
};

constexpr BodyWords kBodyWords[] = {
    {NationalBody::government,
     "government regime authorities administration officials official cabinet leadership leaders "
     "diplomats negotiators delegation state notables"},
    {NationalBody::armed_forces,
     "forces troops soldiers soldier military servicemen serviceman commandos warplanes warplane "
     "jets jet helicopters helicopter aircraft drones bombers pilots artillery advisers "
     "advisors trainers marines commanders commander officers officer generals general tanks "
     "columns column convoys convoy contingent sappers units unit divisions brigades instructors "
     "gunners snipers engineers reinforcements teams patrols"},
    {NationalBody::fighters,
     "fighters volunteers factions militants insurgents militiamen militias militia rebels "
     "jihadists gunmen mercenaries tribesmen"},
    {NationalBody::army, "army"},
    {NationalBody::navy, "navy warships warship frigate submarines"},
    {NationalBody::police, "police policemen gendarmerie"},
    {NationalBody::intelligence, "intelligence"},
    {NationalBody::parliament, "parliament lawmakers"},
    {NationalBody::people, "people peoples citizens nationals population public"},
    {NationalBody::president, "president"},
    {NationalBody::prime_minister, "premier"},
    {NationalBody::monarch, "king queen monarch"},
};

WordClassTable<ActorWord> made_table() {
  WordClassTable<ActorWord> table;
  for (const auto& row : kClassWords)
    for_each_word(row.words,
                  [&](std::string_view word) { table.entry(word).classes |= row.classes; });
  for (const auto& row : kBodyWords)
    for_each_word(row.words, [&](std::string_view word) { table.entry(word).body = row.body; });
  return table;
}

struct BodyNames {
  std::string_view name, label, kind;
};

/// In the order of NationalBody.
constexpr BodyNames kBodyNames[] = {
    {"", "", ""},
    {"government", "Government", "state"},
    {"armed_forces", "Armed forces", "state_forces"},
    {"army", "Army", "state_forces"},
    {"air_force", "Air force", "state_forces"},
    {"navy", "Navy", "state_forces"},
    {"police", "Police", "state_forces"},
    {"intelligence", "Intelligence services", "state_forces"},
    {"parliament", "Parliament", "state"},
    {"people", "People", "civilians"},
    {"president", "President", "state"},
    {"prime_minister", "Prime minister", "state"},
    {"monarch", "Monarch", "state"},
    {"foreign_ministry", "Foreign ministry", "state"},
    {"defence_ministry", "Defence ministry", "state"},
    {"interior_ministry", "Interior ministry", "state"},
    {"foreign_minister", "Foreign minister", "state"},
    {"defence_minister", "Defence minister", "state"},
    {"interior_minister", "Interior minister", "state"},
    {"fighters", "Fighters", "armed_group"},
};

const BodyNames& names_of(NationalBody body) { return kBodyNames[static_cast<std::size_t>(body)]; }

}  // namespace

ActorWord actor_word(std::string_view folded) {
  static const auto table = made_table();
  return table.find(folded);
}

std::string_view name_of(NationalBody body) { return names_of(body).name; }
std::string_view label_of(NationalBody body) { return names_of(body).label; }
std::string_view kind_of(NationalBody body) { return names_of(body).kind; }

}  // namespace furat::analysis
