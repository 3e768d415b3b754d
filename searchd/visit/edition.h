// One generation and one theme at one time: everything that an answer is made from. Each request takes one
// edition, so that no page mixes two generations. Immutable.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/search/contact_words.h"
#include "kb/store/snapshot.h"
#include "searchd/theme/asset_table.h"
#include "searchd/theme/theme.h"
#include "searchd/visit/vote_counts.h"

namespace searchd {

// Whether forms can be stored. Where they cannot, none is shown.
enum class Forms { off, on };
// Whether messages to people can be handed on, if the site wants a form for them.
enum class Messages { off, on };

class Edition {
 public:
  // `snapshot` may be null: then only errors can be shown. `listen_url`: "http://127.0.0.1:8080", for
  // absolute URLs of a site without base_url. Notices that have ended by `now` are left out. `votes` may be
  // null.
  Edition(std::shared_ptr<const kb::Snapshot> snapshot, std::shared_ptr<const Theme> theme,
          std::string_view listen_url, std::chrono::sys_seconds now, Forms forms = Forms::off,
          Messages messages = Messages::off, const VotesByArticle* votes = nullptr);

  const kb::Snapshot* snapshot() const { return snapshot_.get(); }
  const Theme& theme() const { return *theme_; }
  const kb::Site& site() const;
  bool takes_forms() const { return forms_ == Forms::on; }
  bool takes_messages() const { return messages_ == Messages::on && site().contact_form.enabled; }
  bool takes_files() const { return takes_messages() && site().contact_form.file; }
  // Those of the theme's texts and of site.yaml's channels. Requires: lang is one of the site's.
  const kb::ContactWords& contact_words(std::string_view lang) const;
  // In the order of site.yaml.
  const std::vector<kb::Notice>& notices() const { return notices_; }
  // Those of an article; nullopt where the site does not show them, and while there are too few.
  std::optional<Votes> votes(const std::string& lang, const std::string& article) const;
  // Whether a notice ends by then, so that another edition must be made.
  bool is_outdated(std::chrono::sys_seconds now) const { return valid_until_ && now >= *valid_until_; }
  std::string generation() const { return snapshot_ ? snapshot_->name() : ""; }
  // Changes with everything that can change an answer: content, theme, program, votes
  // that are shown, and the end of a notice.
  const std::string& tag() const { return tag_; }

  const std::string& base() const { return base_; }      // "/help" or ""
  std::string link(std::string_view path) const;         // "/en/" -> "/help/en/"; "" stays ""
  std::string absolute(std::string_view path) const;     // "/en/" -> "https://shop.example/help/en/"
  const ThemeAsset* asset(std::string_view name) const;  // a file of the theme, or the site's colours
  std::string asset_link(
      std::string_view file_name) const;  // "site.css" -> "/help/assets/site.<hash>.css"; "" when unknown

 private:
  std::shared_ptr<const kb::Snapshot> snapshot_;
  std::shared_ptr<const Theme> theme_;
  Forms forms_;
  Messages messages_;
  VotesByArticle votes_;  // those that are shown
  std::vector<kb::Notice> notices_;
  std::optional<std::chrono::sys_seconds> valid_until_;
  kb::Site no_site_;
  std::string base_;
  std::string root_;  // absolute URL of the base, without a slash at the end
  std::string tag_;
  AssetTable own_assets_;
  std::map<std::string, kb::ContactWords, std::less<>> contact_words_;  // by language
};

}  // namespace searchd
