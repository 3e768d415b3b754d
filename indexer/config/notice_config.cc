#include "indexer/config/notice_config.h"

#include <fmt/format.h>

#include "indexer/config/config_file.h"
#include "indexer/source/article_id.h"
#include "kb/model/date.h"

namespace indexer {

namespace {

void read_kind(const YamlFields& fields, const YamlEntry& entry, kb::Notice& notice) {
  const auto kind = kb::parse_name<kb::NoticeKind>(fields.text(entry).value_or(""));
  if (!kind) fields.wrong(entry, fmt::format("one of {}", fmt::join(names_of(notice.kind), ", ")));
  notice.kind = kind.value_or(kb::NoticeKind::incident);  // one that needs no second complaint
}

// A day counts until it has passed by `days`. A time that cannot be read is not cut to its day.
std::optional<std::chrono::sys_seconds> read_moment(const YamlFields& fields, const YamlEntry& entry,
                                                    std::chrono::days days) {
  if (entry.value.is_null()) return std::nullopt;
  if (const auto time = kb::parse_time(entry.value.text)) return time;
  if (const auto date = kb::parse_date(entry.value.text)) return *date + days;
  fields.wrong(entry, "a date such as 2026-05-02 or a time such as 2026-05-02T09:30+02:00");
  return std::nullopt;
}

void read_updated(const YamlFields& fields, const YamlEntry& entry, kb::Notice& notice) {
  notice.updated = read_moment(fields, entry, std::chrono::days{0}).value_or(notice.updated);
}

// A date is the last day on which the notice is shown.
void read_until(const YamlFields& fields, const YamlEntry& entry, kb::Notice& notice) {
  notice.until = read_moment(fields, entry, std::chrono::days{1});
}

void read_categories(const YamlFields& fields, const YamlEntry& entry, kb::Notice& notice) {
  for (const auto& name : fields.texts(entry, YamlFields::Commas::split))
    notice.categories.push_back(category_id(name));
}

}  // namespace

void read_notices(const YamlFields& fields, const YamlEntry& entry, std::vector<kb::Notice>& notices,
                  std::vector<Position>& notices_at) {
  static constexpr YamlKey<kb::Notice> kKeys[] = {
      {"kind", read_kind},
      {"title", read_member<&kb::Notice::title>},
      {"text", read_member<&kb::Notice::text>},
      {"updated", read_updated},
      {"until", read_until},
      {"article", read_member<&kb::Notice::article>},
      {"categories", read_categories},
      {"everywhere", read_member<&kb::Notice::everywhere>},
  };
  for (const YamlNode& item : fields.items(entry)) {
    kb::Notice notice;
    read_config_keys(item, kKeys, fields, notice);
    if (notice.kind == kb::NoticeKind::none || notice.title.empty())
      fields.report(item.at, "a notice needs a kind and a title");
    if (notice.kind == kb::NoticeKind::resolved && !notice.until && item.find("updated") == nullptr)
      fields.report(item.at,
                    "a resolved notice needs 'updated', the day it was resolved; it is shown for 7 days");
    notices.push_back(std::move(notice));
    notices_at.push_back(item.at);
  }
}

}  // namespace indexer
