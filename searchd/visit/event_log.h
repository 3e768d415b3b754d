// Notes down what visitors look for and what they follow, for the writers' report. Nothing about who they
// are.
#pragma once

#include "events/writer.h"
#include "searchd/metrics/metrics.h"
#include "searchd/visit/reply.h"
#include "searchd/visit/visit.h"

namespace searchd {

// What a form is sent for: part of its token, and its name in the metrics.
inline constexpr std::string_view kFeedbackPurpose = "feedback";
inline constexpr std::string_view kRequestPurpose = "request";

enum class FromCache { no, yes };
enum class Stored { yes, already, failed };

class EventLog {
 public:
  // Without a writer nothing is noted. The writer must outlive this.
  explicit EventLog(events::Writer* writer) : writer_(writer) {}

  // `params`: all of the request's, those the route does not know included. HEAD and prefetch are no visits.
  void note(const Visit& visit, const Reply& reply, const Params& params, FromCache from_cache) const;

  // On the disk when they say so, and counted as a form. Why it failed is logged. Only when there is a
  // writer.
  Stored store(Metrics& metrics, const events::Feedback& feedback) const;
  Stored store(Metrics& metrics, const events::ArticleRequest& request) const;

  bool has_writer() const { return writer_ != nullptr; }
  events::WriterCounts counts() const { return writer_ ? writer_->counts() : events::WriterCounts{}; }

 private:
  events::Writer* writer_;
};

}  // namespace searchd
