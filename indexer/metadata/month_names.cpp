#include "indexer/metadata/month_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "analysis/text/fold.hpp"

namespace furat::indexer {
namespace {

// A name that two languages use for different months (listopad, in Czech and Polish against
// Croatian) is left to the languages with more readers.
constexpr std::array<std::string_view, 12> kNames{
    "january jan januar jänner jaenner jän jaen jänn janvier janv enero ene gennaio gen januari "
    "janeiro ocak oca январь января янв січень січня січ студзень студзеня styczeń stycznia sty "
    "leden ledna siječnja januára tammikuu tammikuuta januárja janvāris janvārī ianuarie "
    "ιανουάριος "
    "ιανουαρίου ιαν януари sausis sausio gener jaanuar janar rêbendan çile "
    "يناير جانفي ژانویه जनवरी",
    "february feb februar feber febr février fevrier févr fév fev febrero febbraio februari "
    "fevereiro şubat şub февраль февраля фев февр лютий лютого лют люты лютага luty lutego lut "
    "únor "
    "února veljače februára helmikuu helmikuuta februárja februāris februārī februarie φεβρουάριος "
    "φεβρουαρίου φεβ февруари vasaris vasario veebruar shkurt reşemî sibat şibat "
    "فبراير فيفري شباط فوریه फरवरी",
    "march mar märz maerz mär mrz mars marzo maart mrt março marco mart maret март марта мар "
    "березень березня бер сакавік сакавіка marzec marca mrz březen března ožujka maaliskuu "
    "maaliskuuta március márc marts martie μάρτιος μαρτίου μαρ kovas kovo març märts adar avdar "
    "مارس آذار مارچ मार्च",
    "april apr avril avr abril abr aprile aprilie nisan nis апрель апреля апр квітень квітня квіт "
    "красавік красавіка kwiecień kwietnia kwi duben dubna travnja huhtikuu huhtikuuta április ápr "
    "aprīlis aprīlī απρίλιος απριλίου απρ април balandis balandžio aprill prill nîsan "
    "أبريل إبريل أفريل نيسان آوریل अप्रैल",
    "may mai mayo maggio mag mei maio mayıs май мая травень травня трав травеня maj maja květen "
    "května svibnja toukokuu toukokuuta május máj mája maijs maijā maí μάιος μαΐου μαι gegužė "
    "gegužės maig gulan "
    "مايو ماي أيار مه मई",
    "june jun juni juin junio giugno giu juno junho haziran haz июнь июня июн червень червня черв "
    "чэрвень чэрвеня czerwiec czerwca cze červen června lipnja júna kesäkuu kesäkuuta június jún "
    "jūnijs jūnijā júní iunie ιούνιος ιουνίου ιουν юни birželis birželio juny juuni qershor "
    "hezîran pûşper "
    "يونيو جوان حزيران ژوئن जून",
    "july jul juli juillet juil julio luglio lug julho temmuz tem июль июля июл липень липня лип "
    "ліпень ліпеня lipiec lipca červenec července srpnja júla heinäkuu heinäkuuta július júl "
    "jūlijs jūlijā júlí iulie ιούλιος ιουλίου ιουλ юли liepa liepos juliol juuli korrik tîrmeh "
    "يوليو يوليوز جويلية تموز ژوئیه जुलाई",
    "august aug août agosto ago augustus augusti agustus agt ağustos ağu август августа авг "
    "серпень "
    "серпня серп жнівень жніўня sierpień sierpnia sie srpen srpna kolovoza avgust avg augusta "
    "elokuu elokuuta augusztus augusts augustā ágúst αύγουστος αυγούστου αυγ rugpjūtis rugpjūčio "
    "agost gusht tebax gelawêj "
    "أغسطس أوت آب غشت اوت अगस्त",
    "september sep sept septembre septiembre setiembre settembre set setembro eylül eyl сентябрь "
    "сентября сен сент вересень вересня вер верасень верасня wrzesień września wrz září rujna "
    "septembar septembra syyskuu syyskuuta szeptember szept septembris septembrī septembrie "
    "σεπτέμβριος σεπτεμβρίου σεπ септември rugsėjis rugsėjo setembre shtator îlon rezber "
    "سبتمبر شتنبر أيلول سپتامبر सितंबर",
    "october oct oktober okt octobre octubre ottobre ott outubro out ekim eki октябрь октября окт "
    "жовтень жовтня жовт кастрычнік кастрычніка październik października paź říjen října oktobar "
    "októbra oktobra lokakuu lokakuuta október oktobris oktobrī octombrie οκτώβριος οκτωβρίου οκτ "
    "октомври spalis spalio oktoober tetor cotmeh çiriya "
    "أكتوبر اکتبر अक्टूबर",
    "november nov novembre noviembre novembro nopember kasım kas ноябрь ноября ноя нояб листопад "
    "листопада лист лістапад лістапада listopad listopada listopadu lis studenoga novembar "
    "novembra marraskuu marraskuuta novembris novembrī noiembrie νοέμβριος νοεμβρίου νοε ноември "
    "lapkritis lapkričio nëntor mijdar sermawez "
    "نوفمبر نونبر نوامبر नवंबर",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des aralık "
    "ara декабрь декабря дек грудень грудня груд снежань снежня grudzień grudnia gru prosinec "
    "prosince prosinca decembar decembra joulukuu joulukuuta decembris decembrī decembrie "
    "δεκέμβριος δεκεμβρίου δεκ декември gruodis gruodžio desembre detsember dhjetor berfanbar "
    "ديسمبر دجنبر دسامبر दिसंबर",
};

struct NameOfTwoWords {
  std::string_view first, second;
  int month;
};
constexpr std::array kNamesOfTwoWords{
    NameOfTwoWords{"كانون", "الثاني", 1},  NameOfTwoWords{"تشرين", "الأول", 10},
    NameOfTwoWords{"تشرين", "الثاني", 11}, NameOfTwoWords{"كانون", "الأول", 12},
    NameOfTwoWords{"çileya", "paşîn", 1},  NameOfTwoWords{"çiriya", "pêşîn", 10},
    NameOfTwoWords{"çiriya", "paşîn", 11}, NameOfTwoWords{"çileya", "pêşîn", 12},
};

std::string folded(std::string_view word) {
  std::string out;
  analysis::append_folded(word, out);
  return out;
}

using MonthName = std::pair<std::string, int>;

std::vector<MonthName> sorted_names() {
  std::vector<MonthName> names;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    std::string_view rest = kNames[i];
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      names.emplace_back(folded(rest.substr(0, end)), static_cast<int>(i) + 1);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

int month_named(std::string_view folded_word) {
  static const std::vector<MonthName> names = sorted_names();
  const auto found = std::lower_bound(
      names.begin(), names.end(), folded_word,
      [](const MonthName& name, std::string_view word) { return name.first < word; });
  return found != names.end() && found->first == folded_word ? found->second : 0;
}

int month_named(std::string_view first, std::string_view second) {
  static const std::vector<MonthName> names = [] {
    std::vector<MonthName> all;
    for (const NameOfTwoWords& name : kNamesOfTwoWords) {
      all.emplace_back(folded(name.first) + ' ' + folded(name.second), name.month);
    }
    return all;
  }();
  for (const auto& [name, month] : names) {
    if (name.size() == first.size() + 1 + second.size() && name.starts_with(first) &&
        name.ends_with(second)) {
      return month;
    }
  }
  return 0;
}

}  // namespace furat::indexer
