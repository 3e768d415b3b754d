#include "searchd/visit/vote_counts.h"

#include "events/reader.h"

namespace searchd {

namespace {

constexpr std::chrono::hours kEvery{1};

}  // namespace

void VoteCounts::refresh(std::chrono::steady_clock::time_point now) {
  if (now < next_) return;
  next_ = now + kEvery;
  VotesByArticle votes;
  for (const events::ArticleFeedback& article : events::Reader(events_).first_votes())
    votes[{article.lang, article.article_id}] = {article.helpful, article.helpful + article.unhelpful};
  const std::lock_guard lock(mutex_);
  if (votes != *votes_) votes_ = std::make_shared<const VotesByArticle>(std::move(votes));
}

std::shared_ptr<const VotesByArticle> VoteCounts::current() const {
  const std::lock_guard lock(mutex_);
  return votes_;
}

}  // namespace searchd
