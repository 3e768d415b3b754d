#include "tests/relevance/metrics.h"

#include <algorithm>
#include <cmath>

namespace relevance {

namespace {

double gain(int grade, std::size_t position) {
  return grade / std::log2(static_cast<double>(position) + 2.0);
}

int grade_of(const Grades& grades, const std::string& document) {
  const auto found = grades.find(document);
  return found == grades.end() ? 0 : found->second;
}

// The grades that a ranking can reach: it has each article once, so of an article's sections one.
std::vector<int> reachable(const Grades& grades) {
  std::map<std::string, int> best;
  for (const auto& [document, grade] : grades) {
    int& most = best[document.substr(0, document.find('#'))];
    most = std::max(most, grade);
  }
  std::vector<int> reached;
  for (const auto& [article, grade] : best) reached.push_back(grade);
  return reached;
}

}  // namespace

double ndcg(const std::vector<std::string>& ranking, const Grades& grades, std::size_t depth) {
  std::vector<int> ideal = reachable(grades);
  std::sort(ideal.rbegin(), ideal.rend());
  double best = 0;
  for (std::size_t i = 0; i < std::min(depth, ideal.size()); ++i) best += gain(ideal[i], i);
  double got = 0;
  for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i)
    got += gain(grade_of(grades, ranking[i]), i);
  return best > 0 ? got / best : 0;
}

double reciprocal_rank(const std::vector<std::string>& ranking, const Grades& grades, std::size_t depth) {
  for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i) {
    if (grade_of(grades, ranking[i]) > 0) return 1.0 / static_cast<double>(i + 1);
  }
  return 0;
}

double recall(const std::vector<std::string>& ranking, const Grades& grades, std::size_t depth) {
  const std::vector<int> all = reachable(grades);
  const auto relevant = std::count_if(all.begin(), all.end(), [](int grade) { return grade > 0; });
  int found = 0;
  for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i)
    found += grade_of(grades, ranking[i]) > 0 ? 1 : 0;
  return relevant == 0 ? 0 : static_cast<double>(found) / static_cast<double>(relevant);
}

double auroc(std::vector<double> positives, std::vector<double> negatives) {
  if (positives.empty() || negatives.empty()) return 0;
  std::sort(negatives.begin(), negatives.end());
  double wins = 0;
  for (const double score : positives) {
    const auto [below, above] = std::equal_range(negatives.begin(), negatives.end(), score);
    wins += static_cast<double>(below - negatives.begin()) + 0.5 * static_cast<double>(above - below);
  }
  return wins / (static_cast<double>(positives.size()) * static_cast<double>(negatives.size()));
}

}  // namespace relevance
