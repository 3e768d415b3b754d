// Notes down what visitors look for and what they follow, for the writers' report. Nothing about who they
// are.
#pragma once

#include "events/writer.h"
#include "searchd/reply.h"
#include "searchd/visit.h"

namespace searchd {

enum class FromCache { no, yes };

class EventLog {
 public:
  // Without a writer nothing is noted. The writer must outlive this.
  explicit EventLog(events::Writer* writer) : writer_(writer) {}

  // `params`: all of the request's, those the route does not know included. HEAD and prefetch are no visits.
  void note(const Visit& visit, const Reply& reply, const Params& params, FromCache from_cache) const;
  std::uint64_t dropped() const { return writer_ ? writer_->dropped() : 0; }

 private:
  events::Writer* writer_;
};

}  // namespace searchd
