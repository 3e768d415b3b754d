#include "indexer/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <thread>

#include "kb/model/version.h"
#include "kb/search/search.h"

namespace indexer {

namespace {

constexpr int kUsageError = 2;
constexpr unsigned kMaxJobs = 256;
constexpr int kMaxDays = 36'500;

void add_content(CLI::App& app, Options& options) {
  app.add_option("CONTENT", options.content, "Folder of Markdown articles")->required();
}

void add_index(CLI::App& app, Options& options) {
  app.add_option("INDEX", options.index, "Folder of the index")->required();
}

void add_reporting(CLI::App& app, Options& options) {
  app.add_option("--jobs,-j", options.jobs, "Number of threads")
      ->check(CLI::Range(1U, kMaxJobs))
      ->capture_default_str();
  app.add_flag("--strict", options.strict, "Treat warnings as errors");
  app.add_flag_callback(
      "--drafts", [&] { options.drafts = Drafts::show; }, "Include drafts and future articles");
  const auto read_format = [&](const std::string& name) {
    const auto format = parse_output_format(name);
    if (!format) throw CLI::ValidationError("--format", "must be text, json, github or sarif, not " + name);
    options.format = *format;
  };
  app.add_option_function<std::string>("--format", read_format,
                                       "How findings are printed: text, json, github or sarif")
      ->option_text("FORMAT");
  app.add_option("--max", options.max_findings, "Findings listed as text, 0 for all")->capture_default_str();
}

void add_build(CLI::App& app, Options& options) {
  CLI::App* build = app.add_subcommand("build", "Compile a content folder and publish it");
  add_content(*build, options);
  build->add_option("--index", options.index, "Folder of the index; created if missing")->required();
  build->add_flag_callback(
      "--force", [&] { options.guard = Guard::force; },
      "Publish even when many articles are gone or searches miss expectations");
  build
      ->add_option("--meaning", options.meaning,
                   "Model of meaning, from tools/meaning: search then finds what is said in other words")
      ->option_text("FILE");
  build
      ->add_option("--memory", options.memory,
                   "What firstline-indexer learn wrote: search then knows what helped customers before")
      ->option_text("FILE");
  add_reporting(*build, options);
  build->callback([&] { options.command = Command::build; });
}

void add_check(CLI::App& app, Options& options) {
  CLI::App* check = app.add_subcommand("check", "Report what is wrong with a content folder; writes nothing");
  CLI::Option* explain = check->add_option("--explain", options.rule, "Explain a rule")->option_text("RULE");
  CLI::Option* content = check->add_option("CONTENT", options.content, "Folder of Markdown articles");
  add_reporting(*check, options);
  check->callback([&options, explain, content] {
    if (explain->count() == 0 && content->count() == 0) throw CLI::RequiredError("CONTENT");
    options.command = explain->count() > 0 ? Command::explain_rule : Command::check;
  });
}

void add_expect(CLI::App& app, Options& options) {
  CLI::App* expect =
      app.add_subcommand("expect", "Run the searches of expectations.yaml and of the articles' questions");
  add_content(*expect, options);
  expect->add_option("--index", options.index, "Folder of the index")->required();
  add_reporting(*expect, options);
  expect->callback([&] { options.command = Command::expect; });
}

void add_index_commands(CLI::App& app, Options& options) {
  CLI::App* generations = app.add_subcommand("generations", "List the generations of an index");
  add_index(*generations, options);
  generations->callback([&] { options.command = Command::generations; });

  CLI::App* rollback = app.add_subcommand("rollback", "Make an earlier generation live again");
  add_index(*rollback, options);
  rollback->add_option("GENERATION", options.generation, "Its name; by default the one before the live one");
  rollback->callback([&] { options.command = Command::rollback; });

  CLI::App* verify = app.add_subcommand("verify", "Check the hash of every file of an index");
  add_index(*verify, options);
  verify->callback([&] { options.command = Command::verify; });
}

void add_search(CLI::App& app, Options& options) {
  CLI::App* search = app.add_subcommand("search", "Search an index as the website does");
  add_index(*search, options);
  search->add_option("QUERY", options.query, "What a customer types")->required();
  search->add_option("--lang", options.lang, "Language; by default the site's first");
  search->add_option("--limit", options.limit, "Number of hits")
      ->check(CLI::Range(1, kb::kMaxLimit))
      ->capture_default_str();
  CLI::Option* json = search->add_flag("--json", options.json, "Print JSON");
  search->add_flag("--explain", options.explain, "Explain the scores")->excludes(json);
  CLI::Option* why =
      search->add_option("--why", options.why, "Like --explain, with the reasons for this article's rank")
          ->option_text("ARTICLE")
          ->excludes(json);
  search->callback([&options, why] {
    options.command = Command::search;
    options.explain = options.explain || why->count() > 0;
  });
}

void add_new(CLI::App& app, Options& options) {
  CLI::App* made = app.add_subcommand("new", "Create a new article");
  add_content(*made, options);
  made->add_option("ARTICLE", options.article, "Its place, such as en/orders/track-my-order")->required();
  made->callback([&] { options.command = Command::new_article; });
}

void add_fetch_images(CLI::App& app, Options& options) {
  constexpr unsigned kMaxMebibytes = 100'000;
  constexpr unsigned kMaxImages = 100'000;
  constexpr unsigned kMaxSeconds = 600;
  CLI::App* fetch = app.add_subcommand(
      "fetch-images",
      "Copy images of other servers into a content folder and name the copies in its articles");
  add_content(*fetch, options);
  fetch->add_flag("--dry-run", options.fetch.dry_run, "Only list the images; ask nobody, change nothing");
  fetch
      ->add_option_function<unsigned>(
          "--max-mb", [&](unsigned most) { options.fetch.most_bytes = std::uintmax_t{most} << 20U; },
          "MiB of all images together, 200 unless said")
      ->option_text("N")
      ->check(CLI::Range(1U, kMaxMebibytes));
  fetch
      ->add_option_function<unsigned>(
          "--max-images", [&](unsigned most) { options.fetch.most_images = most; },
          "Number of images, 1000 unless said")
      ->option_text("N")
      ->check(CLI::Range(1U, kMaxImages));
  fetch
      ->add_option_function<unsigned>(
          "--timeout", [&](unsigned most) { options.fetch.limits.time = std::chrono::seconds(most); },
          "Seconds for one image, 30 unless said")
      ->option_text("SECONDS")
      ->check(CLI::Range(1U, kMaxSeconds));
  fetch->add_flag_callback(
      "--allow-private", [&] { options.fetch.limits.reach = Reach::any; },
      "Also ask servers of your own network, and at any port");
  fetch->callback([&] { options.command = Command::fetch_images; });
}

void add_events(CLI::App& app, Options& options) {
  CLI::App* events =
      app.add_subcommand("events", "Delete events from the file that firstline-searchd --events writes");
  events->add_option("FILE", options.events, "File of events")->required();
  CLI::App* what = events->add_option_group("what");
  what->add_option_function<int>(
          "--prune", [&](int days) { options.keep = std::chrono::days(days); },
          "Delete events that are older than this many days")
      ->option_text("DAYS")
      ->check(CLI::Range(0, kMaxDays));
  what->add_flag_callback(
      "--erase", [&] { options.keep.reset(); }, "Delete all events");
  what->require_option(1);
  events->callback([&] { options.command = Command::erase_events; });
}

void add_learn(CLI::App& app, Options& options) {
  CLI::App* learn =
      app.add_subcommand("learn", "Count which articles helped after which searches, for build --memory");
  learn->add_option("--events", options.learn_from, "Files that firstline-searchd --events writes")
      ->option_text("FILE ...")
      ->required();
  learn
      ->add_option("--clients", options.clients,
                   "Visitors of one day who must have made a search, and opened the article; 5 unless said")
      ->option_text("N")
      ->check(CLI::Range(kFewestClients, std::int64_t{1000}));
  learn->add_option("--out", options.memory, "File to write or replace")->option_text("FILE")->required();
  learn->callback([&] { options.command = Command::learn; });
}

}  // namespace

ParsedOptions parse_options(int argc, const char* const* argv) {
  ParsedOptions parsed;
  Options options;
  options.jobs = std::clamp(std::thread::hardware_concurrency(), 1U, kMaxJobs);
  CLI::App app("Compiles a folder of Markdown articles into a search index.", "firstline-indexer");
  app.set_version_flag("--version", "firstline-indexer " + std::string(kb::program_version()));
  app.require_subcommand(1);
  add_build(app, options);
  add_check(app, options);
  add_expect(app, options);
  add_index_commands(app, options);
  add_search(app, options);
  add_new(app, options);
  add_fetch_images(app, options);
  add_events(app, options);
  add_learn(app, options);
  try {
    app.parse(argc, argv);
    parsed.options = std::move(options);
  } catch (const CLI::ParseError& error) {
    parsed.exit_code = app.exit(error) == 0 ? 0 : kUsageError;
  }
  return parsed;
}

}  // namespace indexer
