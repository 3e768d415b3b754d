// Notes down what visitors look for and what they follow, for the writers' report. Nothing about who they
// are.
#pragma once

#include <cstdint>
#include <memory>

#include "events/writer.h"
#include "searchd/guard/daily_firsts.h"
#include "searchd/metrics/metrics.h"
#include "searchd/visit/reply.h"
#include "searchd/visit/visit.h"

namespace searchd {

// What a form is sent for: part of its token, and its name in the metrics.
inline constexpr std::string_view kFeedbackPurpose = "feedback";
inline constexpr std::string_view kRequestPurpose = "request";
inline constexpr std::string_view kMessagePurpose = "message";

enum class FromCache { no, yes };
enum class Stored { yes, already, failed };

class EventLog {
 public:
  // Without a writer nothing is noted. The writer must outlive this.
  explicit EventLog(events::Writer* writer) : writer_(writer), firsts_(std::make_unique<DailyFirsts>()) {}

  // `params`: all of the request's, those the route does not know included. HEAD and prefetch are no visits.
  void note(const Visit& visit, const Reply& reply, const Params& params, FromCache from_cache) const;

  // On the disk when they say so, and counted as a form. Why it failed is logged. Only when there is a
  // writer.
  Stored store(const Visit& visit, events::Feedback feedback) const;
  Stored store(const Visit& visit, const events::ArticleRequest& request) const;

  bool has_writer() const { return writer_ != nullptr; }
  events::WriterCounts counts() const { return writer_ ? writer_->counts() : events::WriterCounts{}; }
  // How many events count for nothing in what is learned, because too many came on one day.
  std::uint64_t uncounted() const { return firsts_->without_room(); }

 private:
  events::First first(const Visit& visit, std::string_view kind, std::string_view lang,
                      const events::QueryText& query, std::string_view article_id = "") const;

  events::Writer* writer_;
  std::unique_ptr<DailyFirsts> firsts_;
};

}  // namespace searchd
