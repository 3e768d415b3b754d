#include "tests/http/sample_index.h"

#include <algorithm>

#include "kb/store/file.h"
#include "kb/store/generation.h"
#include "kb/store/index_writer.h"

namespace http_test {

namespace fs = std::filesystem;
using kb::make_article;
using kb::make_section;

namespace {

kb::Article with_date(kb::Article article, unsigned day) {
  using namespace std::chrono;
  article.updated = sys_days{year{2026} / May / day};
  return article;
}

kb::Site site() {
  kb::Site site;
  site.title = {{"en", "Acme Help"}, {"de", "Acme Hilfe"}};
  site.description = {{"en", "Answers about orders and accounts."}};
  site.base_url = "https://shop.example/help";
  site.languages = {"en", "de"};
  site.categories.push_back({"orders",
                             {{"en", "Your orders"}, {"de", "Bestellungen"}},
                             {{"en", "Tracking and returns"}},
                             "parcel"});
  kb::Notice notice;
  notice.kind = kb::NoticeKind::incident;
  notice.title = {{"en", "Parcels are late"}};
  notice.text = {{"en", "Snow in Rotterdam."}};
  notice.article = "orders/track-my-order";
  notice.categories = {"orders"};
  site.notices.push_back(notice);
  return site;
}

kb::Article tracking() {
  kb::Article article = with_date(make_article("orders/track-my-order", "Track my order",
                                               "Open your account to see where the parcel is."),
                                  2);
  article.description = "Where your parcel is <now>.";
  article.questions = {"Where is my parcel?"};
  article.type = kb::ArticleType::howto;
  article.featured = true;
  article.sections.push_back(
      make_section("link", "The tracking link", "The tracking link comes by email on the day we ship."));
  article.sections.push_back(
      make_section("late", "When it is late", "A late parcel usually arrives the next working day."));
  article.sections.push_back(
      make_section("lost", "When it is lost", "We send a lost parcel again at no cost."));
  article.corrections.push_back(
      {std::chrono::sys_days{std::chrono::year{2026} / 6 / 1}, "The link comes by email, not by post."});
  article.markdown = "See [returns](firstline-base:/en/orders/returns/send-back).\n";
  return article;
}

kb::Article folder_page() {
  kb::Article article = make_article("orders", "Your orders", "Everything about orders.");
  article.category = "orders";
  article.url = "/en/orders/";
  article.is_folder = true;
  article.markdown = "Everything about orders.\n";
  return article;
}

}  // namespace

kb::Article& SampleSite::article(const std::string& id) {
  return *std::find_if(articles.begin(), articles.end(),
                       [&](const auto& a) { return a.id == id && a.lang == "en"; });
}

SampleSite sample_site() {
  SampleSite sample;
  sample.site = site();
  sample.articles = {
      tracking(),
      folder_page(),
      with_date(make_article("orders/change-address", "Change the delivery address",
                             "Write to us before the parcel leaves."),
                9),
      make_article("orders/returns/send-back", "Send something back",
                   "Print the label and bring the parcel to a shop."),
      make_article("account/reset-password", "Reset your password", "Choose a new password in your account."),
      make_article("account/caf\xC3\xA9", "Our caf\xC3\xA9", "Open daily."),
      make_article("orders/track-my-order", "Bestellung verfolgen", "Im Konto sehen Sie, wo das Paket ist.",
                   "de"),
      make_article("orders/nur-deutsch", "Nur auf Deutsch", "Diesen Artikel gibt es nur hier.", "de"),
  };
  for (kb::Article& article : sample.articles) {
    if (article.id == "account/caf\xC3\xA9") article.url = "/en/account/caf%C3%A9";
  }
  // More than two pages of results for "gadget".
  for (int i = 1; i <= 25; ++i) {
    const std::string n = std::to_string(i);
    sample.articles.push_back(
        make_article("gadgets/gadget-" + n, "Gadget " + n, "What the gadget number " + n + " does."));
  }
  sample.redirects = {{"/en/orders/where-is-my-order", "/en/orders/track-my-order"},
                      {"/hc/en-us/articles/123", "/en/account/reset-password"},
                      {"/en/orders/fax-us", ""}};
  return sample;
}

std::string publish(const fs::path& index, const SampleSite& sample, Drafts drafts) {
  kb::PendingGeneration pending(index);
  fs::create_directories(pending.dir() / "assets");
  kb::write_file(pending.dir() / "assets/robin.0a1b.svg",
                 "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
  kb::write_file(pending.dir() / "assets/prices.0a1b.csv", "product,price\nRobin,129\n");
  kb::write_file(pending.dir() / "assets/film.0a1b.mp4", "0123456789");
  kb::write_file(pending.dir() / "assets/film.0a1b.vtt", "WEBVTT\n");
  kb::write_file(pending.dir() / "assets/film.0a1b.txt", "What is said\n");
  kb::write_index(pending.dir(), {sample.site, sample.articles, sample.redirects, nullptr, sample.memory});
  kb::Manifest manifest;
  manifest.drafts = drafts == Drafts::yes;
  pending.seal(manifest);
  return pending.publish();
}

void corrupt(const fs::path& generation) {
  fs::path largest;
  for (const auto& entry : fs::recursive_directory_iterator(generation)) {
    if (entry.is_regular_file() && (largest.empty() || entry.file_size() > fs::file_size(largest)))
      largest = entry.path();
  }
  std::string bytes = kb::read_file(largest);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  kb::write_file(largest, bytes);
}

}  // namespace http_test
