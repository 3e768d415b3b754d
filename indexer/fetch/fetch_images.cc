#include "indexer/fetch/fetch_images.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "indexer/config/site_config.h"
#include "indexer/fetch/content_writer.h"
#include "indexer/fetch/image_places.h"
#include "indexer/findings/finding_list.h"
#include "indexer/source/content_root.h"
#include "indexer/source/file_text.h"
#include "indexer/source/source_tree.h"
#include "kb/model/error.h"
#include "kb/model/image_hosts.h"
#include "kb/store/sha256.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::string_view kFetchRule = "image-not-fetched";
constexpr std::string_view kLinkRule = "image-behind-link";
constexpr std::string_view kFetchFolder = "assets/remote/";
constexpr std::size_t kLongestStem = 40;

struct ImagePage {
  std::string path;
  std::string bytes;
  std::vector<ImagePlace> places;
};

std::string without_fragment(std::string_view url) { return std::string(url.substr(0, url.find('#'))); }

std::string safe_name(std::string_view text, std::string_view kept) {
  std::string name;
  for (const char c : text)
    name += kb::is_alnum(c) || kept.find(c) != std::string_view::npos ? kb::to_lower(c) : '-';
  return name;
}

// "assets/remote/cdn.example.com/back-1f2e3d4c.png": the hash tells addresses apart that differ elsewhere.
std::string file_for(const std::string& url, const std::string& extension) {
  const std::size_t begin = url.find("://") + 3;
  const std::size_t end = std::min(url.find_first_of("/?", begin), url.size());
  std::string host = safe_name(std::string_view(url).substr(begin, end - begin), ".");
  if (host.starts_with('.')) host.front() = '-';
  std::string_view last = std::string_view(url).substr(end);
  last = last.substr(0, last.find('?'));
  last.remove_prefix(std::min(last.rfind('/') + 1, last.size()));
  std::string stem = safe_name(last.substr(0, last.rfind('.')), "_").substr(0, kLongestStem);
  if (stem.empty()) stem = "image";
  return fmt::format("{}{}/{}-{}.{}", kFetchFolder, host, stem, kb::sha256(url).substr(0, 8), extension);
}

// "../../assets/..." from the article's folder.
std::string relative_to(const std::string& article, const std::string& file) {
  std::string out;
  for (auto depth = std::count(article.begin(), article.end(), '/'); depth > 0; --depth) out += "../";
  return out + file;
}

class ImageFetcher {
 public:
  ImageFetcher(const FetchOptions& options, const FetchOne& fetch)
      : options_(options),
        fetch_(fetch),
        config_(read_site_config(options.content)),
        root_(options.content) {}

  FetchReport run() {
    find();
    if (!options_.dry_run) {
      for (const std::string& url : report_.addresses) get(url);
      for (const ImagePage& page : pages_) rewrite(page);
    }
    for (const ImagePage& page : pages_) report_kept(page);
    sort(report_.findings);
    return std::move(report_);
  }

 private:
  struct Copy {
    std::string file;     // "" when there is none
    std::string problem;  // why
  };

  void find() {
    SourceTree tree = read_source_tree(options_.content, config_.ignore, config_.rules);
    std::erase_if(tree.findings, [](const Finding& finding) { return was_read(finding); });
    append(report_.findings, std::move(tree.findings));
    for (const SourceFile& file : tree.articles) {
      const ContentTarget real = root_.resolve(file.path);
      if (real.problem != ContentTarget::Problem::none) continue;  // it is gone since
      ImagePage page{file.path, root_.read(real.path, kMaxArticleBytes).bytes, {}};
      page.places = find_remote_images(page.bytes);
      std::erase_if(page.places, [&](const ImagePlace& place) { return is_shown(place.url); });
      if (page.places.empty()) continue;
      if (real.path != file.path) {
        report_link(file.path, real.path);
        continue;
      }
      for (const ImagePlace& place : page.places) {
        if (place.form == AddressForm::kept) continue;
        const std::string url = without_fragment(place.url);
        if (copies_.try_emplace(url).second) report_.addresses.push_back(url);
      }
      pages_.push_back(std::move(page));
    }
  }

  // Whether it is about an article that was read all the same.
  static bool was_read(const Finding& finding) {
    return finding.rule == "long-article" || finding.rule == "empty-file";
  }

  // Nothing is written through a link, and an address that is right from the file's folder leads elsewhere
  // from the link's.
  void report_link(const std::string& link, const std::string& file) {
    report(
        report_.findings, config_.rules, link, kLinkRule, {},
        fmt::format(
            "the images of this symbolic link stay as they are; those of {}, where it leads, are copied if "
            "it is an article",
            file));
  }

  bool is_shown(const std::string& url) const {
    const auto address = kb::parse_web_address(url);
    return address && kb::is_image_host(address->host, config_.site.image_hosts);
  }

  void get(const std::string& url) {
    Copy& copy = copies_[url];
    if (options_.progress) options_.progress("Fetching", ++asked_, report_.addresses.size());
    if (report_.copied == options_.most_images) {
      copy.problem =
          fmt::format("{} images are the most that are copied at once; run it again", report_.copied);
      return;
    }
    FetchedImage image = fetch_(url, options_.limits);
    if (image.problem.empty() && report_.bytes + image.bytes.size() > options_.most_bytes) {
      image.problem = fmt::format("all images together would have more than {} MiB; allow more with --max-mb",
                                  options_.most_bytes >> 20U);
    }
    copy.problem = image.problem;
    if (!image.problem.empty()) return;
    std::string file = file_for(url, image.extension);
    writer().create(file, image.bytes);
    copy.file = std::move(file);
    ++report_.copied;
    report_.bytes += image.bytes.size();
  }

  void rewrite(const ImagePage& page) {
    FileFindings findings(config_.rules, page.path);
    std::vector<std::string> addresses;
    for (const ImagePlace& place : page.places) {
      const Copy copy = place.form == AddressForm::kept ? Copy() : copies_[without_fragment(place.url)];
      const bool is_relative = place.form == AddressForm::relative && !copy.file.empty();
      addresses.push_back(is_relative ? relative_to(page.path, copy.file) : copy.file);
      if (place.form != AddressForm::kept && copy.file.empty())
        findings.report(kFetchRule, place.at,
                        fmt::format("the image {} is not copied: {}", place.url, copy.problem));
    }
    const std::string bytes = replace_images(page.bytes, page.places, addresses);
    if (bytes != page.bytes) save(page, bytes, findings);
    append(report_.findings, findings.take());
  }

  void report_kept(const ImagePage& page) {
    FileFindings findings(config_.rules, page.path);
    for (const ImagePlace& place : page.places) {
      if (place.form == AddressForm::kept)
        findings.report(
            kFetchRule, place.at,
            fmt::format("the image {} is not copied: what it stands in is not known to show one; copy it "
                        "by hand if it does",
                        place.url));
    }
    append(report_.findings, findings.take());
  }

  void save(const ImagePage& page, const std::string& bytes, FileFindings& findings) {
    if (root_.read(page.path, kMaxArticleBytes).bytes != page.bytes)
      return findings.report(kFetchRule, {},
                             "the file was changed meanwhile and is left as it is; run it again");
    writer().replace(page.path, bytes);
    ++report_.articles;
  }

  const ContentWriter& writer() {
    if (!writer_) writer_.emplace(options_.content);
    return *writer_;
  }

  const FetchOptions& options_;
  const FetchOne& fetch_;
  SiteConfig config_;
  ContentRoot root_;
  std::optional<ContentWriter> writer_;
  std::vector<ImagePage> pages_;
  std::map<std::string, Copy> copies_;  // by address
  std::size_t asked_ = 0;
  FetchReport report_;
};

}  // namespace

std::string describe(const FetchReport& report) {
  return fmt::format("{} image{} for {} article{}, {:.1f} MiB", report.copied, report.copied == 1 ? "" : "s",
                     report.articles, report.articles == 1 ? "" : "s",
                     static_cast<double>(report.bytes) / (1U << 20U));
}

FetchReport fetch_images(const FetchOptions& options, const FetchOne& fetch) {
  return ImageFetcher(options, fetch).run();
}

}  // namespace indexer
