#include "searchd/visit/edition.h"

#include <fmt/format.h>

#include <algorithm>

#include "kb/model/version.h"
#include "kb/store/sha256.h"
#include "searchd/theme/site_style.h"

namespace searchd {

namespace {

constexpr std::size_t kTagDigits = 20;

// The files' hashes count, not just the name, since names begin at gen-000001 in every index folder.
std::string tag_of(const kb::Snapshot* snapshot, const Theme& theme, std::size_t notices, Forms forms,
                   Messages messages, const VotesByArticle& votes) {
  std::string all = std::string(kb::program_version()) + "\n" + theme.hash() + "\n";
  all += std::to_string(notices) + " notices\n";
  if (forms == Forms::on) all += "forms\n";
  if (messages == Messages::on) all += "messages\n";
  for (const auto& [article, count] : votes)
    all += fmt::format("{} {} {} {}\n", article.first, article.second, count.yes, count.all);
  if (snapshot) {
    all += snapshot->name() + "\n";
    for (const auto& [path, entry] : snapshot->manifest().files) all += entry.sha256 + "\n";
  }
  return kb::sha256(all).substr(0, kTagDigits);
}

VotesByArticle shown_votes(const VotesByArticle* votes, int from) {
  if (votes == nullptr || from == 0) return {};
  VotesByArticle shown = *votes;
  std::erase_if(shown, [&](const auto& article) { return article.second.all < from; });
  return shown;
}

kb::ContactWords contact_words_of(const Theme& theme, const kb::Site& site, const std::string& lang) {
  const Strings& strings = theme.strings(lang);
  std::string asking = strings.text("contact_words");
  for (const kb::Channel& channel : site.contact)
    asking += ", " + std::string(kb::local(channel.words, lang, site.languages.front()));
  return {lang, asking, strings.text("contact_small_words")};
}

}  // namespace

Edition::Edition(std::shared_ptr<const kb::Snapshot> snapshot, std::shared_ptr<const Theme> theme,
                 std::string_view listen_url, std::chrono::sys_seconds now, Forms forms, Messages messages,
                 const VotesByArticle* votes)
    : snapshot_(std::move(snapshot)), theme_(std::move(theme)), forms_(forms), messages_(messages) {
  base_ = kb::base_path(site());
  root_ = site().base_url.empty() ? std::string(listen_url) : site().base_url;
  for (const kb::Notice& notice : site().notices) {
    const auto end = end_of(notice);
    if (end && *end <= now) continue;
    notices_.push_back(notice);
    if (end) valid_until_ = std::min(valid_until_.value_or(*end), *end);
  }
  votes_ = shown_votes(votes, site().helpful_counts);
  tag_ = tag_of(snapshot_.get(), *theme_, notices_.size(), forms, messages, votes_);
  own_assets_ = site_style(*theme_, site());
  for (const std::string& lang : site().languages)
    contact_words_.emplace(lang, contact_words_of(*theme_, site(), lang));
}

std::optional<Votes> Edition::votes(const std::string& lang, const std::string& article) const {
  const auto found = votes_.find({lang, article});
  return found == votes_.end() ? std::nullopt : std::optional(found->second);
}

const kb::Site& Edition::site() const { return snapshot_ ? snapshot_->site() : no_site_; }

const kb::ContactWords& Edition::contact_words(std::string_view lang) const {
  return contact_words_.find(lang)->second;
}

std::string Edition::link(std::string_view path) const {
  return path.empty() ? "" : base_ + std::string(path);
}

std::string Edition::absolute(std::string_view path) const { return root_ + std::string(path); }

const ThemeAsset* Edition::asset(std::string_view name) const {
  const ThemeAsset* own = own_assets_.find(name);
  return own ? own : theme_->assets().find(name);
}

std::string Edition::asset_link(std::string_view file_name) const {
  std::string name = own_assets_.public_name(file_name);
  if (name.empty()) name = theme_->assets().public_name(file_name);
  return name.empty() ? "" : link("/assets/" + name);
}

}  // namespace searchd
