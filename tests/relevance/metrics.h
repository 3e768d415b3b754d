// Measures of how well a ranking answers judged queries, as trec_eval defines them.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace relevance {

// Document -> grade, above 0 is relevant. Documents may be sections, id#anchor; a ranking has one of each
// article.
using Grades = std::map<std::string, int>;

// Normalised discounted cumulative gain of the first `depth` (Jarvelin and Kekalainen 2002): linear gain,
// log2 discount. 0 to 1.
double ndcg(const std::vector<std::string>& ranking, const Grades& grades, std::size_t depth);

// 1 / position of the first relevant one within `depth`, else 0.
double reciprocal_rank(const std::vector<std::string>& ranking, const Grades& grades, std::size_t depth);

// Part of all relevant documents that stands within `depth`. 0 to 1.
double recall(const std::vector<std::string>& ranking, const Grades& grades, std::size_t depth);

// Probability that a positive scores above a negative, ties half (area under the ROC curve).
double auroc(std::vector<double> positives, std::vector<double> negatives);

}  // namespace relevance
