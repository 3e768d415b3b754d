// Restricts a Xapian query to documents known beforehand. Only these are looked at, so it costs little.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace kb {

class DocidSource : public Xapian::PostingSource {
 public:
  // Requires: `documents` is ascending.
  explicit DocidSource(std::vector<Xapian::docid> documents)
      : documents_(std::make_shared<const std::vector<Xapian::docid>>(std::move(documents))) {}

  // Xapian asks for one wherever the source stands in a query: each place steps through the documents by
  // itself. Xapian deletes what it gets.
  DocidSource* clone() const override { return new DocidSource(documents_); }

  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  void init(const Xapian::Database&) override { next_ = 0; }
  void next(double) override { ++next_; }
  void skip_to(Xapian::docid wanted, double) override {
    const auto from = documents_->begin() + static_cast<std::ptrdiff_t>(next_ == 0 ? 0 : next_ - 1);
    next_ =
        static_cast<std::size_t>(std::lower_bound(from, documents_->end(), wanted) - documents_->begin()) + 1;
  }
  bool at_end() const override { return next_ > documents_->size(); }
  Xapian::docid get_docid() const override { return (*documents_)[next_ - 1]; }
  std::string get_description() const override { return "DocidSource"; }

 private:
  explicit DocidSource(std::shared_ptr<const std::vector<Xapian::docid>> documents)
      : documents_(std::move(documents)) {}

  Xapian::doccount size() const { return static_cast<Xapian::doccount>(documents_->size()); }

  std::shared_ptr<const std::vector<Xapian::docid>> documents_;
  std::size_t next_ = 0;  // one past the current; 0 before Xapian's first call of next()
};

}  // namespace kb
