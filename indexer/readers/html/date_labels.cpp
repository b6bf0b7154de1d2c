#include "indexer/readers/html/date_labels.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "analysis/text/fold.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kWordsBefore = 7;
constexpr std::size_t kBytesLookedAt = 160;

// Words as they are written; they are compared folded. A line a language.
constexpr std::string_view kPublishedWords =
    "published posted publication released release issued created written date dated added "
    "uploaded submitted pub filed premiered aired "
    "veröffentlicht veroeffentlicht veröffentlichung publiziert erstellt eingestellt geschrieben "
    "verfasst gepostet erschienen datum hochgeladen erscheinungsdatum publikationsdatum "
    "veröffentlichungsdatum erstelldatum meldung pressemitteilung pressemeldung freigabe "
    "publié publiée paru parue créé créée rédigé posté ligne "
    "publicado publicada publicación creado creada escrito fecha subido publicação postado criado "
    "pubblicato pubblicata pubblicazione inserito scritto "
    "geplaatst gepubliceerd geschreven gepost "
    "yayınlanma yayın yayınlandı eklenme eklendi giriş tarih tarihi oluşturulma "
    "opublikowano opublikowany dodano dodane publikacji utworzono "
    "publicerad publicerat publiceret udgivet publisert julkaistu zveřejněno publikováno vydáno "
    "diposting diterbitkan terbit megjelent közzétéve publicat paskelbta avaldatud "
    "опубликовано опубликована опубликован дата создано добавлено размещено опубліковано "
    "نشر نشرت النشر تاريخ منشور انتشار منتشر";
constexpr std::string_view kModifiedWords =
    "updated update modified modification revised edited changed reviewed change "
    "aktualisiert aktualisierung aktualisierte geändert geaendert änderung aenderung bearbeitet "
    "überarbeitet stand update änderungsdatum aktualität aktualisierungsdatum "
    "jour modifié modifiée actualisé maj mise "
    "actualizado actualizada actualización modificado modificada atualizado atualizada "
    "atualização aggiornato aggiornata aggiornamento modifica modificato "
    "bijgewerkt gewijzigd güncelleme güncellendi güncellenme aktualizacja zaktualizowano "
    "uppdaterad uppdaterat opdateret oppdatert päivitetty aktualizováno frissítve diperbarui "
    "обновлено изменено оновлено تحديث التحديث";
constexpr std::string_view kOtherWords =
    "joined member registered registration since born birthday deadline expires expiry valid until "
    "accessed retrieved event starts begins copyright died signed anniversary "
    "termin beginn mitglied dabei registriert angemeldet seit geboren geburtstag beigetreten "
    "abgerufen gelesen anmeldeschluss gültig bis frist einsendeschluss "
    "membre inscrit inscription miembro desde registrado iscritto valable jusqu hasta";

std::string folded(std::string_view word) {
  std::string out;
  analysis::append_folded(word, out);
  return out;
}

using Labels = std::vector<std::pair<std::string, DateLabel>>;

void add(std::string_view words, DateLabel label, Labels& labels) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    labels.emplace_back(folded(words.substr(0, end)), label);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

const Labels& sorted_labels() {
  static const Labels labels = [] {
    Labels all;
    add(kPublishedWords, DateLabel::published, all);
    add(kModifiedWords, DateLabel::modified, all);
    add(kOtherWords, DateLabel::other, all);
    std::sort(all.begin(), all.end());
    return all;
  }();
  return labels;
}

DateLabel label_of(std::string_view word) {
  if (word.find("©") != std::string_view::npos) return DateLabel::other;
  constexpr std::string_view kEdges = ".,:;()[]|-/!\"'*•·";
  const std::size_t begin = word.find_first_not_of(kEdges);
  if (begin == std::string_view::npos) return DateLabel::none;
  const std::string key = folded(word.substr(begin, word.find_last_not_of(kEdges) + 1 - begin));
  const Labels& labels = sorted_labels();
  const auto found =
      std::lower_bound(labels.begin(), labels.end(), key,
                       [](const auto& l, const std::string& k) { return l.first < k; });
  return found != labels.end() && found->first == key ? found->second : DateLabel::none;
}

}  // namespace

DateLabel label_before(std::string_view text) {
  if (text.size() > kBytesLookedAt) text.remove_prefix(text.size() - kBytesLookedAt);
  for (std::size_t count = 0; count < kWordsBefore && !text.empty(); ++count) {
    const std::size_t last = text.find_last_not_of(' ');
    if (last == std::string_view::npos) break;
    text = text.substr(0, last + 1);
    const std::size_t space = text.rfind(' ');
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    if (const DateLabel label = label_of(text.substr(begin)); label != DateLabel::none)
      return label;
    text = text.substr(0, begin);
  }
  return DateLabel::none;
}

DateLabel label_behind(std::string_view text) {
  constexpr std::size_t kWordsBehind = 3;
  text = text.substr(0, kBytesLookedAt);
  for (std::size_t count = 0; count < kWordsBehind; ++count) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (const DateLabel label = label_of(text.substr(begin, end - begin));
        label != DateLabel::none) {
      return label;
    }
    text.remove_prefix(end);
  }
  return DateLabel::none;
}

}  // namespace furat::indexer
