#include "indexer/front_matter/visibility.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "indexer/front_matter/visibility_keys.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

// Nothing behind the colon, or an empty text: the key is not used.
bool says_nothing(const YamlNode& value) {
  return value.is_null() || (value.is_scalar() && value.text.empty());
}

bool begins_with_digit(const YamlNode& node) {
  return node.is_scalar() && !node.text.empty() && kb::is_digit(node.text.front());
}

// Several keys may speak of it: what any of them hides is hidden.
void hide_if(std::optional<bool> hidden, bool& field, FrontMatter& meta) {
  meta.unclear = meta.unclear || !hidden;
  field = field || hidden.value_or(false);
}

void read_publish_date(const YamlFields& fields, const YamlEntry& entry, FrontMatter& meta) {
  const auto date = fields.date(entry);
  meta.unclear = meta.unclear || !date;
  if (date) meta.publish_date = std::max(*date, meta.publish_date.value_or(*date));
}

void read_expiry_date(const YamlFields& fields, const YamlEntry& entry, FrontMatter& meta) {
  const auto date = fields.date(entry);
  meta.unclear = meta.unclear || !date;
  if (date) meta.expiry_date = std::min(*date, meta.expiry_date.value_or(*date));
}

std::optional<bool> negated(std::optional<bool> flag) { return flag ? std::optional(!*flag) : std::nullopt; }

void read_published(const YamlFields& fields, const YamlEntry& entry, FrontMatter& meta) {
  const auto is_public = fields.flag(entry);
  meta.says_public = is_public.value_or(false);
  hide_if(negated(is_public), meta.draft, meta);
}

// "draft" keeps the article back; of words that mean the same elsewhere the writer hears. In an export they
// do mean the same: there the status is no badge on the page, but what the help desk shows.
void read_status(const YamlFields& fields, const YamlEntry& entry, const YamlNode& value, FrontMatter& meta) {
  if (!value.is_scalar()) return;
  const bool is_doubtful = is_doubtful_status(value.text);
  meta.draft = meta.draft || is_hidden_status(value.text) || (is_doubtful && meta.is_export);
  if (is_doubtful && !meta.is_export) {
    fields.findings().report(
        "unclear-status", value.at,
        fmt::format("'{}: {}' does not keep the article back; write 'draft: true' if it is not for customers",
                    entry.key, value.text));
  }
}

// Hugo: `build: {render: never, list: never}`. Without a page of its own nobody may see it.
void read_build(const YamlFields& fields, const YamlEntry& build, FrontMatter& meta) {
  for (const YamlEntry& entry : build.value.entries) {
    const auto word = fields.text(entry);
    const bool is_off = word && (*word == "never" || *word == "false" || *word == "link" || *word == "local");
    if (entry.key == "render") meta.draft = meta.draft || is_off;
    if (entry.key == "list") meta.unlisted = meta.unlisted || is_off;
  }
}

// Keys that say who may read a page: GitBook's condition, Mintlify's groups, Zendesk's segments, Hexo's and
// Retype's password.
bool is_for_some(std::string_view key) {
  return key == "if" || key == "groups" || key == "user_segment" || key == "user_segment_id" ||
         key == "user_segment_ids" || key == "password";
}

bool says_everybody(const YamlNode& value) {
  const std::string word = kb::to_lower(value.text);
  return says_nothing(value) || (value.is_list() && value.items.empty()) || word == "false" ||
         word == "everyone" || word == "everybody" || word == "all" || word == "public";
}

// ReadMe: `privacy: {view: anyone_with_link}`, and a word alone.
void read_privacy(const YamlNode& value, FrontMatter& meta) {
  const auto add = [&](const YamlNode& node) {
    const bool is_by_link = node.text == "anyone_with_link";
    meta.unlisted = meta.unlisted || is_by_link;
    meta.draft = meta.draft || (!is_by_link && !says_everybody(node));
  };
  if (value.is_scalar()) return add(value);
  for (const YamlEntry& entry : value.entries) add(entry.value);
}

// Obsidian's plugins keep drawings and boards in Markdown files that only they can show.
bool is_of_drawing(std::string_view key) { return key == "excalidraw-plugin" || key == "kanban-plugin"; }

// A page that only sends to another one, see redirects_file.h.
bool is_of_stub(std::string_view key) { return key == "redirect_url" || key == "redirect_to"; }

// Keys that mean something else as often: only a plain "no" keeps the article back.
bool is_negation(std::string_view key) {
  return key == "enabled" || key == "active" || key == "ready" || key == "approved" || key == "render";
}

// Maps in which tools have the keys of a page.
bool holds_keys(std::string_view key) {
  return key == "params" || key == "metadata" || key == "meta" || key == "extra" || key == "page";
}

// `search: false`, `search: {exclude: true}` (MkDocs Material), `robots: noindex, nofollow`.
bool is_out_of_search(const YamlNode& value) {
  for (const YamlEntry& entry : value.entries) {
    if (entry.key == "exclude" && entry.value.text == "true") return true;
  }
  return value.is_scalar() &&
         (value.text == "false" || kb::to_lower(value.text).find("noindex") != std::string::npos);
}

// Hugo: what a folder's page says for all below it, a map or a list of them.
void read_cascade(const YamlFields& fields, const YamlNode& cascade, FrontMatter& meta) {
  FrontMatter below;
  Cascade found;
  for (const YamlEntry& entry : cascade.entries) {
    if (entry.key == "target" || entry.key == "_target") {
      for (const YamlEntry& one : entry.value.entries) {
        if (one.key == "path") found.glob = kb::trim(one.value.text, "/");
        if (one.key == "lang") found.lang = one.value.text;
      }
    } else {
      read_other_visibility(fields, entry, below);
    }
  }
  found.draft = below.draft;
  found.unlisted = below.unlisted;
  found.unclear = below.unclear;
  if (found.draft || found.unlisted || found.unclear) meta.cascades.push_back(std::move(found));
}

constexpr std::array<std::string_view, 9> kOfHelpDesk{
    "user_segment",      "user_segment_id", "user_segment_ids", "permission_group_id", "section_id",
    "comments_disabled", "label_names",     "vote_sum",         "source_locale"};

}  // namespace

bool is_of_help_desk(const YamlNode& root) {
  return std::any_of(kOfHelpDesk.begin(), kOfHelpDesk.end(),
                     [&](std::string_view key) { return root.find(key) != nullptr; });
}

void read_visibility(const YamlFields& fields, const YamlEntry& entry, FrontMatter& meta) {
  if (says_nothing(entry.value)) return;
  switch (visibility_key(entry.key)) {
    case VisibilityKey::draft:
      return hide_if(fields.flag(entry), meta.draft, meta);
    case VisibilityKey::published:
      if (begins_with_digit(entry.value) && entry.value.text.size() > 1)
        return read_publish_date(fields, entry, meta);
      return read_published(fields, entry, meta);
    case VisibilityKey::unlisted:
      return hide_if(fields.flag(entry), meta.unlisted, meta);
    case VisibilityKey::listed:
      return hide_if(negated(fields.flag(entry)), meta.unlisted, meta);
    case VisibilityKey::publish_date:
      return read_publish_date(fields, entry, meta);
    case VisibilityKey::expiry_date:
      return read_expiry_date(fields, entry, meta);
    case VisibilityKey::status:
      read_status(fields, entry, entry.value, meta);
      for (const YamlNode& item : entry.value.items) read_status(fields, entry, item, meta);
      return;
    case VisibilityKey::audience:
      meta.draft = meta.draft || (entry.value.is_scalar() && is_hidden_audience(entry.value.text));
      for (const YamlNode& item : entry.value.items)
        meta.draft = meta.draft || (entry.value.items.size() == 1 && is_hidden_audience(item.text));
      for (const YamlEntry& inner : entry.value.entries)  // Grav: `access: {site.login: true}`
        meta.draft = meta.draft || inner.value.text == "true";
      return;
    case VisibilityKey::none:
      return;
  }
}

bool read_other_visibility(const YamlFields& fields, const YamlEntry& entry, FrontMatter& meta) {
  const YamlNode& value = entry.value;
  if (visibility_key(entry.key) != VisibilityKey::none) {
    read_visibility(fields, entry, meta);
  } else if (is_for_some(entry.key)) {
    meta.draft = meta.draft || !says_everybody(value);
  } else if (entry.key == "privacy") {
    read_privacy(value, meta);
  } else if (is_of_stub(entry.key)) {
    meta.draft = meta.draft || !says_nothing(value);
  } else if (is_of_drawing(entry.key)) {
    meta.draft = true;
    fields.findings().report(
        "unread-format", entry.at,
        fmt::format("'{}: {}': drawings and boards of Obsidian are no articles; this one "
                    "is not published",
                    entry.key, value.text));
  } else if (is_negation(entry.key) && value.is_scalar()) {
    meta.draft = meta.draft || value.text == "false" || value.text == "no";
  } else if (entry.key == "search" || entry.key == "robots" || entry.key == "ROBOTS") {
    meta.unlisted = meta.unlisted || is_out_of_search(value);
  } else if (holds_keys(entry.key) && value.is_map()) {
    for (const YamlEntry& inner : value.entries) read_visibility(fields, inner, meta);
  } else if ((entry.key == "build" || entry.key == "_build") && value.is_map()) {
    read_build(fields, entry, meta);
  } else if (entry.key == "cascade") {
    read_cascade(fields, value, meta);
    for (const YamlNode& item : value.items) read_cascade(fields, item, meta);
  } else {
    // `draft:true` is a key of that name for YAML.
    const bool is_joined = visibility_key(entry.key.substr(0, entry.key.find(':'))) != VisibilityKey::none;
    meta.unclear = meta.unclear || is_joined || is_nearly_visibility_key(entry.key);
    return false;
  }
  return true;
}

}  // namespace indexer
