#include "analysis/actors/acronym_words.hpp"

#include "analysis/lexicon/word_class_table.hpp"

namespace furat::analysis {
namespace {

struct ClassWords {
  std::uint8_t classes;
  std::string_view words;
};

constexpr ClassWords kClassWords[] = {
    {kLink,
     "the a an of and for in on to at by from with without against de du des d la le les l et pour "
     "en sans y el del los las und der die das fur von im zur e do da dos das wa ve"},
    {kBody,
     "army armies brigade brigades battalion battalions regiment regiments division divisions "
     "legion corps front forces force units unit militia militias guard guards shield marines "
     "movement council councils command coalition gathering union unions party organization "
     "organisation organizations organisations committee committees administration network "
     "federation foundation institute association society agency assembly league congress centre "
     "center commission board trust authority conference alliance bloc initiative observatory "
     "office ministry department directorate bureau police parliament state group groups "
     "resistance section government tribunal court service services programme program fund bank "
     "company companies mission mujahideen liwa jaysh jaish jeish jabhat saraya kataib kataeb "
     "katibat ansar jund jundallah faylaq failaq firqat firqa ahrar suqour asaib quwat usud fawj "
     "tajammu haras harakat hayat hayet hizb ittihad majlis tahaluf partiya partisi parti"},
    {kGroupNoun,
     "group groups militia militias militants fighters terrorists insurgents organization "
     "organisation movement party faction alliance coalition network terrorist militant rebel "
     "jihadist armed monitor agency"},
    {kIntroduction,
     "or also known as called the aka formerly previously better commonly widely usually often so "
     "simply just hereafter hereinafter henceforth abbreviated shortened referred to by its their "
     "an under in acronym acronyms initials abbreviation arabic kurdish english french turkish "
     "german spanish russian persian short for now"},
    {kNaming, "known called aka abbreviated shortened referred acronym initials abbreviation"},
    {kNoAcronym,
     "afp ap upi dpa sana ria tass cnn bbc irna anha kuna ansa efe nyt wsj trt iha dha aa mee voa "
     "rt nbc abc cbs npr pbs nr tv gmt utc est edt cst cdt pst pdt cet cest eet bst ist nzdt usd "
     "eur gbp try syp iqd "
     "pbuh saw swt as ra sa ii iii iv vi vii viii ix xi xii bc ad ce bce am pm et al tba tbd ps nb "
     "video photo photos map update updated live watch exclusive opinion ret jr sr phd md mp mep "
     "gop ceo cfo"},
    {kOwnerNoun,
     "people peoples women men children workers peasants farmers students nurses doctors "
     "teachers soldiers veterans officers writers journalists lawyers families nations states"},
    {kDayOrMonth,
     "monday tuesday wednesday thursday friday saturday sunday january february march april june "
     "july august september october november december"},
};

WordClassTable<std::uint8_t> made_table() {
  WordClassTable<std::uint8_t> table;
  for (const auto& row : kClassWords)
    for_each_word(row.words, [&](std::string_view word) {
      auto& classes = table.entry(word);
      classes = static_cast<std::uint8_t>(classes | row.classes);
    });
  return table;
}

}  // namespace

std::uint8_t acronym_word(std::string_view folded) {
  static const auto table = made_table();
  return table.find(folded);
}

}  // namespace furat::analysis
