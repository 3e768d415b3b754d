// soak PORT PID SECONDS: what a busy day does to a daemon. 64 connections ask for pages, searches and
// suggestions; at the end it says how many answers were wrong and how the daemon's memory grew. Ends with 1
// when the figures of docs/reliability.md are missed. tools/soak starts the daemon and calls this.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "searchd/listener.h"
#include "tests/faults/load_client.h"

namespace {

constexpr double kMostGrowth = 5;  // percent

// Half of them is asked again and again, so that the page cache takes part, half is new each time.
std::vector<std::string> mixed_requests() {
  const std::vector<std::string> pages{"/en/",         "/de/",    "/en/orders/", "/en/nothing/here",
                                       "/sitemap.xml", "/healthz"};
  const std::vector<std::string> words{
      "track+order", "refnd",          "delivery+adress",     "invoice", "return",
      "warranty",    "password+reset", "kann+nicht+bezahlen", "E1042",   "where+is+my+parcel"};
  std::vector<std::string> requests;
  for (std::size_t i = 0; i < 60'000; ++i) {
    const std::string& word = words[i % words.size()];
    const std::string number = std::to_string(i);
    requests.push_back(faults::get_request(pages[i % pages.size()]));
    requests.push_back(faults::get_request("/en/search?q=" + word));
    requests.push_back(faults::get_request("/en/search?q=" + word + "+" + number));
    requests.push_back(faults::get_request("/api/v1/search?q=" + word + "+" + number));
    requests.push_back(faults::get_request("/api/v1/suggest?q=" + word.substr(0, 2 + i % 5)));
  }
  return requests;
}

// Resident memory in KiB; 0 when there is no such process any more.
long resident(const std::string& pid) {
  std::ifstream status("/proc/" + pid + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::atol(line.c_str() + 6);
  }
  return 0;
}

// 404 is what one of the pages is.
faults::LoadResult ask(int port, const std::vector<std::string>& requests, std::chrono::seconds time) {
  return faults::run(
      {.port = port, .requests = requests, .time = time, .is_right = [](int status, std::string_view) {
         return status == 200 || status == 404;
       }});
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "usage: soak PORT PID SECONDS\n");
    return 2;
  }
  const int port = std::atoi(argv[1]);
  const std::string pid = argv[2];
  const std::chrono::seconds time(std::max(10, std::atoi(argv[3])));
  searchd::raise_descriptor_limit();
  const auto requests = mixed_requests();
  const auto warm = ask(port, requests, time / 5);  // the page cache fills up first
  const long before = resident(pid);
  const auto result = ask(port, requests, time - time / 5);
  const long after = resident(pid);
  const double growth =
      100.0 * static_cast<double>(after - before) / static_cast<double>(std::max(before, 1L));
  fmt::print("warm-up: {}\n{}\nresident {} KiB, then {} KiB: {:+.1f}%\n", warm.text(), result.text(), before,
             after, growth);
  return warm.wrong + result.wrong == 0 && after > 0 && growth <= kMostGrowth ? 0 : 1;
}
