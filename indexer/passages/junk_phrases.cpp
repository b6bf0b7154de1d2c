#include "indexer/passages/junk_phrases.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::array kPhrases = {
    // lists of other pages
    "featured posts"sv,
    "featured post"sv,
    "recent posts"sv,
    "recent post"sv,
    "related posts"sv,
    "popular posts"sv,
    "latest posts"sv,
    "latest news"sv,
    "more posts"sv,
    "see all"sv,
    "see all posts"sv,
    "view all"sv,
    "view all posts"sv,
    "related articles"sv,
    "related stories"sv,
    "related news"sv,
    "related content"sv,
    "related topics"sv,
    "related links"sv,
    "read more"sv,
    "read also"sv,
    "also read"sv,
    "read next"sv,
    "more news"sv,
    "more stories"sv,
    "more on this story"sv,
    "more from this author"sv,
    "most read"sv,
    "most popular"sv,
    "trending now"sv,
    "editors picks"sv,
    "editor s picks"sv,
    "you may also like"sv,
    "you might also like"sv,
    "recommended for you"sv,
    "previous article"sv,
    "next article"sv,
    "previous post"sv,
    "next post"sv,
    "previous story"sv,
    "next story"sv,
    "older posts"sv,
    "newer posts"sv,
    // tags
    "search by tags"sv,
    "no tags yet"sv,
    "tags"sv,
    "tag cloud"sv,
    "filed under"sv,
    // sharing
    "follow us"sv,
    "follow us on"sv,
    "share this"sv,
    "share this post"sv,
    "share this article"sv,
    "share this story"sv,
    "share this page"sv,
    "share this on"sv,
    "share on facebook"sv,
    "share on twitter"sv,
    "share on linkedin"sv,
    "share on whatsapp"sv,
    "share on telegram"sv,
    "share via email"sv,
    "share"sv,
    "shares"sv,
    "share link"sv,
    "copy link"sv,
    "copy url"sv,
    "tweet"sv,
    "tweet this"sv,
    "retweet"sv,
    "pin it"sv,
    "like this"sv,
    "like loading"sv,
    "print"sv,
    "print this"sv,
    "print this page"sv,
    "print this article"sv,
    "print page"sv,
    "print article"sv,
    "print friendly"sv,
    "printer friendly"sv,
    "printer friendly version"sv,
    "email"sv,
    "e mail"sv,
    "email this"sv,
    "email this article"sv,
    "email article"sv,
    "email to a friend"sv,
    "send to a friend"sv,
    "download pdf"sv,
    "pdf version"sv,
    // pictures
    "click to enlarge"sv,
    "click here to enlarge"sv,
    "click image to enlarge"sv,
    "click on image to enlarge"sv,
    "click map to enlarge"sv,
    "click on the map to enlarge"sv,
    "click on the image to enlarge"sv,
    "click for full size"sv,
    "view full size"sv,
    "view larger map"sv,
    // subscriptions and comments
    "subscribe"sv,
    "subscribe now"sv,
    "subscribe to our newsletter"sv,
    "newsletter signup"sv,
    "sign up for our newsletter"sv,
    "join our newsletter"sv,
    "join our mailing list"sv,
    "leave a comment"sv,
    "leave a reply"sv,
    "add a comment"sv,
    "add comment"sv,
    "post a comment"sv,
    "write a comment"sv,
    "no comments"sv,
    "no comments yet"sv,
    "comments are closed"sv,
    "comments off"sv,
    "view comments"sv,
    "show comments"sv,
    "log in to leave a comment"sv,
    "donate now"sv,
    "support us"sv,
    "become a patron"sv,
    // the frame of a page
    "back to top"sv,
    "go to top"sv,
    "skip to content"sv,
    "skip to main content"sv,
    "skip to navigation"sv,
    "main menu"sv,
    "toggle navigation"sv,
    "advertisement"sv,
    "advertisements"sv,
    "sponsored content"sv,
    "sponsored links"sv,
    "continue reading"sv,
    "story continues below advertisement"sv,
    "article continues below"sv,
    "please wait"sv,
    "log in"sv,
    "sign in"sv,
    "sign up"sv,
    "cookie policy"sv,
    "privacy policy"sv,
    "terms of use"sv,
    "terms of service"sv,
    "terms and conditions"sv,
    "contact us"sv,
    "about us"sv,
    "site map"sv,
    "sitemap"sv,
    "rss feed"sv,
    "rss feeds"sv,
    "advertise with us"sv,
    "all rights reserved"sv,
    "facebook basic square"sv,
    "twitter basic square"sv,
    "google basic square"sv,
    "instagram basic square"sv,
    "youtube basic square"sv,
    "linkedin basic square"sv,
    "rss basic square"sv,
};

constexpr std::array kCompanyPhrases = {
    "home"sv,        "news"sv,        "world"sv,     "politics"sv, "opinion"sv,    "business"sv,
    "sport"sv,       "sports"sv,      "video"sv,     "videos"sv,   "photos"sv,     "pictures"sv,
    "search"sv,      "contact"sv,     "about"sv,     "menu"sv,     "login"sv,      "register"sv,
    "back"sv,        "next"sv,        "previous"sv,  "more"sv,     "related"sv,    "comments"sv,
    "comment"sv,     "save"sv,        "donate"sv,    "loading"sv,  "newsletter"sv, "trending"sv,
    "recommended"sv, "sponsored"sv,   "english"sv,   "arabic"sv,   "facebook"sv,   "twitter"sv,
    "google"sv,      "google plus"sv, "instagram"sv, "youtube"sv,  "linkedin"sv,   "telegram"sv,
    "whatsapp"sv,    "reddit"sv,      "pinterest"sv, "tumblr"sv,   "flickr"sv,     "rss"sv,
    "vk"sv,
};

constexpr std::array kFootOpeners = {
    "featured posts"sv,
    "recent posts"sv,
    "related posts"sv,
    "popular posts"sv,
    "latest posts"sv,
    "search by tags"sv,
    "tags"sv,
    "follow us"sv,
    "related articles"sv,
    "related stories"sv,
    "related news"sv,
    "related content"sv,
    "related links"sv,
    "most read"sv,
    "most popular"sv,
    "trending now"sv,
    "you may also like"sv,
    "you might also like"sv,
    "recommended for you"sv,
    "editors picks"sv,
    "more from this author"sv,
    "more on this story"sv,
};

constexpr std::array kJunkBeginnings = {
    "follow us on "sv,
    "follow us at "sv,
    "like us on "sv,
    "find us on "sv,
    "join us on "sv,
    "subscribe to our "sv,
    "subscribe to the newsletter"sv,
    "sign up for our "sv,
    "sign up to our "sv,
    "sign up here "sv,
    "click here to "sv,
    "click here for "sv,
    "click to share "sv,
    "click to print"sv,
    "click to email "sv,
    "share this with "sv,
    "share this on "sv,
};

constexpr std::array kOriginSubjects = {"this post "sv,
                                        "this article "sv,
                                        "this piece "sv,
                                        "this story "sv,
                                        "this text "sv,
                                        "this commentary "sv,
                                        "this analysis "sv,
                                        "this report "sv,
                                        "the text below "sv,
                                        "the article below "sv,
                                        "the post below "sv,
                                        "the following post "sv,
                                        "the following article "sv,
                                        "the following text "sv,
                                        "the following is "sv};

constexpr std::array kOriginVerbs = {
    " extract "sv,        " excerpt "sv,      " excerpted "sv,   " taken from "sv,
    " cut from "sv,       " adapted from "sv, " originally "sv,  " first published "sv,
    " first appeared "sv, " cross posted "sv, " crossposted "sv, " republished "sv,
    " reposted "sv,       " reprinted "sv,    " reproduced "sv,  " was published by "sv};

constexpr std::array kOriginBeginnings = {"originally published "sv, "first published "sv,
                                          "cross posted from "sv,    "crossposted from "sv,
                                          "republished from "sv,     "reposted from "sv,
                                          "reprinted from "sv,       "this post first appeared "sv};

constexpr std::array kNoticeWords = {
    "property of"sv,         "copyright"sv,   "rights reserved"sv, "permission"sv,
    "narration script"sv,    "transcript"sv,  "disclaimer"sv,      "not included"sv,
    "do not republish"sv,    "do not copy"sv, "reproduction"sv,    "redistribution"sv,
    "educational purposes"sv};

template <std::size_t N>
bool begins_with_one(const std::array<std::string_view, N>& table, std::string_view folded) {
  return std::any_of(table.begin(), table.end(), [folded](std::string_view beginning) {
    return folded.starts_with(beginning);
  });
}

template <std::size_t N>
bool holds_one(const std::array<std::string_view, N>& table, std::string_view folded) {
  return std::any_of(table.begin(), table.end(), [folded](std::string_view part) {
    return folded.find(part) != std::string_view::npos;
  });
}

}  // namespace

bool is_junk_phrase(std::string_view folded) {
  static const std::unordered_set<std::string_view> phrases(kPhrases.begin(), kPhrases.end());
  return phrases.contains(folded);
}

bool is_junk_in_company(std::string_view folded) {
  return std::find(kCompanyPhrases.begin(), kCompanyPhrases.end(), folded) != kCompanyPhrases.end();
}

bool opens_page_foot(std::string_view folded) {
  return std::find(kFootOpeners.begin(), kFootOpeners.end(), folded) != kFootOpeners.end();
}

bool begins_with_junk(std::string_view folded) { return begins_with_one(kJunkBeginnings, folded); }

bool states_origin(std::string_view folded) {
  return begins_with_one(kOriginBeginnings, folded) ||
         (begins_with_one(kOriginSubjects, folded) && holds_one(kOriginVerbs, folded));
}

bool holds_notice_words(std::string_view folded) { return holds_one(kNoticeWords, folded); }

}  // namespace furat::indexer
