#include "indexer/readers/html/page_phrases.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analysis/text/fold.hpp"
#include "indexer/passages/junk_phrases.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kLabels =
    "advert|ad|ads|sponsored|promoted|anzeige|werbung|publicité|publicidad|publicidade|"
    "pubblicità|advertentie|reklama|reklame|annons|iklan|reklam|реклама|إعلان|اعلانات|広告|"
    "广告|story continues below|article continues below advertisement|continue reading below|"
    "scroll to continue|scroll down to continue|paid content|promo|ad feedback|close|"
    "caption|caption close|more|video|photo|photos|gallery|slideshow|next prev|prev next|"
    "previous next|loading|copied|copy|click to tweet|click to copy|read full article|"
    "read the full story|read more here|learn more|find out more|click here|"
    "click here for more|see full gallery|view gallery|show more|show less|load more|"
    "see more|view more|play video|watch now|watch video|listen|reuse this content|"
    "enlarge this image|this slideshow requires javascript|please enable javascript|"
    "open in app|schließen|mehr|weiterlesen|mehr lesen|drucken|teilen|merken|nach oben|"
    "zurück|zur startseite|bild vergrößern|fermer|partager|imprimer|lire la suite|"
    "compartir|imprimir|leer más|compartilhar|compartilhe|leia mais|condividi|stampa|"
    "leggi tutto|delen|lees meer|udostępnij|поделиться|подробнее|bagikan|paylaş|شارك|طباعة|"
    "المزيد|シェア|分享|comments|kommentare|commentaires|comentarios|comentários|tags|topics|"
    "schlagworte|schlagwörter|themen|etiquetas|mots-clés|trefwoorden|теги|"
    "الكلمات المفتاحية|table of contents|inhaltsverzeichnis|about the author|"
    "über den autor|related news|related|newsletter|trending|don't miss|most viewed|"
    "you might like|gefällt mir|liken lade|gefällt mir wird geladen|report an error|"
    "zum seitenanfang|zum vergrößern bitte anklicken|quick view|noch keine bewertungen|"
    "artikel drucken|artikel teilen|artikel empfehlen|grafik herunterladen|druckansicht|"
    "schon gelesen|auch interessant|you may like|also on|explore further";

constexpr std::string_view kPointers =
    "related|read more|read also|also read|also see|see also|see more|read next|read our|"
    "more on this|more from|more in|watch|listen|don't miss|recommended|you may also like|"
    "you might also like|further reading|explore further|click here|view all|"
    "get the latest|must read|must see|up next|mehr zum thema|mehr dazu|lesen sie auch|"
    "lesen sie hier|lesen sie mehr|lesen sie dazu|siehe auch|auch interessant|"
    "das könnte sie auch|weitere artikel|weiterlesen|zum thema|lire aussi|à lire aussi|"
    "lire également|a lire|voir aussi|sur le même sujet|lea también|lee también|leer más|"
    "te puede interesar|ver también|noticias relacionadas|leia também|leia mais|"
    "veja também|saiba mais|leggi anche|leggi tutto|potrebbe interessarti|lees ook|"
    "lees meer|bekijk ook|czytaj też|czytaj także|zobacz też|zobacz także|przeczytaj|"
    "читайте также|смотрите также|читать далее|по теме|читайте|baca juga|baca|lihat juga|"
    "ayrıca|bunu da oku|läs mer|läs också|les også|læs også|اقرأ أيضا|اقرأ المزيد|"
    "شاهد أيضا|بیشتر بخوانید|関連記事|あわせて読みたい|相关阅读";

constexpr std::string_view kRequests =
    "follow us|like us|find us on|join us on|subscribe to|subscribe now|subscribe for|"
    "sign up for our|sign up for the|sign up for free|sign up for newsletters|sign up to|"
    "sign up now|sign up here|get the latest|click to|have a tip|got a tip|send us|"
    "email us|tell us what|download our app|download the app|get our app|get access to|"
    "join the conversation|join the discussion|let us know in the comments|"
    "tell us in the comments|check out our|visit our website|share this|"
    "share your thoughts|support our|become a member|become a subscriber|become a patron|become a "
    "supporter|already a subscriber|register for|"
    "this slideshow requires|please enable javascript|your browser does not|we use cookies|"
    "this site uses cookies|this website uses cookies|by continuing to|enter your email|"
    "thank you for signing up|thanks for signing up|filed under|posted in|tagged with|"
    "tagged as|estimated reading time|reading time|photo by|photo credit|image credit|"
    "photo courtesy|image courtesy|folgen sie uns|folge uns|abonnieren sie|"
    "jetzt abonnieren|melden sie sich|diesen artikel teilen|artikel teilen|lesezeit|"
    "veröffentlicht in|verschlagwortet|wir verwenden cookies|suivez nous|abonnez vous|"
    "inscrivez vous|temps de lecture|publié dans|síguenos|suscríbete|suscríbase|regístrate|"
    "tiempo de lectura|publicado en|siga nos|siga o|inscreva se|assine|tempo de leitura|"
    "publicado em|seguici su|iscriviti|tempo di lettura|volg ons|schrijf je in|meld je aan|"
    "obserwuj nas|zapisz się|подписывайтесь|подпишитесь|следите за|takip et|abone ol|"
    "ikuti kami|تابعونا|تابعنا|اشترك|フォローする";

constexpr std::string_view kFeet =
    "related articles|related stories|related posts|related news|related content|"
    "related coverage|related topics|more stories|more news|latest news|recent posts|"
    "comments|leave a comment|leave a reply|about the author|you may also like|"
    "you might also like|recommended for you|recommended|most popular|most read|"
    "trending now|popular posts|read next|up next|more from this author|more on this story|"
    "share this|share this article|share this post|kommentare|ähnliche artikel|"
    "ähnliche beiträge|weitere artikel|weitere beiträge|verwandte artikel|"
    "verwandte beiträge|das könnte sie auch interessieren|"
    "das könnte dich auch interessieren|auch interessant|mehr zum thema|meistgelesen|"
    "kommentar schreiben|schreibe einen kommentar|kommentar hinterlassen|über den autor|"
    "commentaires|articles similaires|articles liés|à lire aussi|sur le même sujet|"
    "laisser un commentaire|comentarios|artículos relacionados|noticias relacionadas|"
    "te puede interesar|deja un comentario|deja una respuesta|comentários|"
    "artigos relacionados|notícias relacionadas|veja também|leia também|"
    "deixe um comentário|deixe uma resposta|commenti|articoli correlati|lascia un commento|"
    "reacties|gerelateerde artikelen|geef een reactie|komentarze|powiązane artykuły|"
    "комментарии|похожие статьи|читайте также|похожие записи|komentar|artikel terkait|"
    "berita terkait|yorumlar|ilgili haberler|kommentarer|التعليقات|مواضيع ذات صلة|"
    "أخبار ذات صلة|اترك تعليقا|関連記事|コメント|相关文章|评论";

constexpr std::string_view kBylines =
    "by|von|par|por|di|door|av|written by|posted by|published by|reported by|words by|"
    "text by|story by|geschrieben von|veröffentlicht von|écrit par|publié par|escrito por|"
    "publicado por|scritto da|geschreven door|oleh|yazan|автор|بقلم|كتب";

constexpr std::string_view kPictures =
    "photo|photos|foto|fotos|fotografie|bild|bilder|titelbild|symbolbild|archivbild|"
    "bildquelle|bildquellen|bildnachweis|image|images|picture|pictures|illustration|abb|"
    "abbildung|photo credit|photo credits|image credit|photo source|image source|photo by|"
    "crédit photo|crédits photo|crédits photos|crédits|fotocredit|foto credit|featured image|"
    "header image|cover photo|imagen|imagem|immagine|zdjęcie|фото|صورة|写真|图片";

std::vector<std::string> folded_table(std::string_view phrases) {
  std::vector<std::string> folded;
  while (!phrases.empty()) {
    const std::size_t end = std::min(phrases.find('|'), phrases.size());
    folded.push_back(analysis::fold_name(phrases.substr(0, end)));
    phrases.remove_prefix(std::min(end + 1, phrases.size()));
  }
  std::sort(folded.begin(), folded.end());
  return folded;
}

bool is_one_of(const std::vector<std::string>& table, std::string_view folded) {
  return std::binary_search(table.begin(), table.end(), folded, std::less<std::string_view>());
}

/// True if whole words of `table` stand at the beginning.
bool begins_with_one_of(const std::vector<std::string>& table, std::string_view folded) {
  // Of the phrases not behind the text, those that begin it share their first bytes with it: a
  // word-by-word search from the shortest beginning is enough.
  constexpr std::size_t kLongestPhrase = 60;
  for (std::size_t end = folded.find(' '); end <= kLongestPhrase; end = folded.find(' ', end + 1)) {
    if (is_one_of(table, folded.substr(0, end))) return true;
  }
  return folded.size() <= kLongestPhrase && is_one_of(table, folded);
}

}  // namespace

bool is_page_label(std::string_view folded) {
  static const std::vector<std::string> labels = folded_table(kLabels);
  return is_one_of(labels, folded) || is_junk_phrase(folded);
}

bool begins_as_pointer(std::string_view folded) {
  static const std::vector<std::string> pointers = folded_table(kPointers);
  return begins_with_one_of(pointers, folded);
}

bool asks_reader(std::string_view folded) {
  static const std::vector<std::string> requests = folded_table(kRequests);
  return begins_with_one_of(requests, folded);
}

bool invites_to_network(std::string_view folded) {
  constexpr std::array kNetworks = {"twitter"sv,  "facebook"sv, "instagram"sv, "telegram"sv,
                                    "linkedin"sv, "youtube"sv,  "whatsapp"sv,  "tiktok"sv};
  const bool invites =
      folded.starts_with("follow ") || folded.find(" follow ") != std::string_view::npos;
  return invites &&
         std::any_of(kNetworks.begin(), kNetworks.end(), [folded](std::string_view name) {
           return folded.find(name) != std::string_view::npos;
         });
}

bool opens_foot(std::string_view folded) {
  static const std::vector<std::string> feet = folded_table(kFeet);
  return is_one_of(feet, folded) || opens_page_foot(folded);
}

bool names_picture(std::string_view folded) {
  static const std::vector<std::string> pictures = folded_table(kPictures);
  return is_one_of(pictures, folded);
}

bool begins_as_byline(std::string_view folded) {
  static const std::vector<std::string> bylines = folded_table(kBylines);
  return begins_with_one_of(bylines, folded);
}

}  // namespace furat::indexer
