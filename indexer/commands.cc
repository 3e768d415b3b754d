#include "indexer/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "events/reader.h"
#include "indexer/check/expectation_check.h"
#include "indexer/memory/learning.h"
#include "indexer/new_article.h"
#include "indexer/output/findings_digest.h"
#include "indexer/output/progress_bar.h"
#include "indexer/output/search_output.h"
#include "indexer/publication.h"
#include "indexer/source/source_lines.h"
#include "kb/model/date.h"
#include "kb/model/error.h"
#include "kb/search/explain.h"
#include "kb/search/result_json.h"
#include "kb/search/search.h"
#include "kb/store/generation.h"
#include "kb/store/snapshot.h"
#include "kb/text/printable.h"

namespace indexer {

namespace {

std::chrono::sys_days today(const Environment& env) { return std::chrono::floor<std::chrono::days>(env.now); }

// A failed write is no reason to stop. fmt::print() would throw.
void print(std::FILE* to, const std::string& text) { std::fwrite(text.data(), 1, text.size(), to); }

Progress shown_on(ProgressBar& bar) {
  return [&](std::string_view doing, std::size_t done, std::size_t total) { bar.show(doing, done, total); };
}

Compilation compile(const Options& options, const Environment& env, ProgressBar& bar) {
  const bool is_build = options.command == Command::build;
  Compilation site = compile_site({options.content, options.jobs, today(env), options.drafts, shown_on(bar),
                                   is_build ? options.index : std::filesystem::path()});
  bar.clear();
  return site;
}

// Called once per run, since JSON and SARIF are a single document.
// Programs get every finding, people a digest.
void print_findings(const std::vector<Finding>& findings, const Options& options, const Environment& env) {
  const std::string folder = options.content.generic_string();
  if (options.format != OutputFormat::text) {
    print(env.out, format_findings(findings, options.format, folder));
  } else {
    const std::vector<Finding> shown = digest(findings, options.max_findings);
    SourceLines lines(options.content);
    const auto line_of = [&](const std::string& path, int number) { return lines.line(path, number); };
    print(env.out, env.terminal ? format_with_source(shown, folder, line_of)
                                : format_findings(shown, OutputFormat::text, folder));
    print(env.out, rule_counts(findings, shown));
  }
  std::fflush(env.out);
}

// "62 articles in en, 20 in de"
std::string articles_text(const std::map<std::string, int>& counts,
                          const std::vector<std::string>& languages) {
  std::string out;
  for (const std::string& lang : languages) {
    const auto found = counts.find(lang);
    if (found == counts.end()) continue;
    const std::string_view noun = !out.empty() ? "" : found->second == 1 ? " article" : " articles";
    out += fmt::format("{}{}{} in {}", out.empty() ? "" : ", ", found->second, noun, lang);
  }
  return out;
}

std::string findings_text(const std::vector<Finding>& findings) {
  const std::string counts = count_text(findings);
  return counts.empty() ? "" : "; " + counts;
}

Publication publish(Compilation site, const Options& options, const Environment& env, ProgressBar& bar) {
  Publication made = publish(
      std::move(site), {options.index, env.now, options.drafts, options.guard, shown_on(bar), options.jobs,
                        options.strict, free_space_at, options.meaning, options.memory});
  bar.clear();
  return made;
}

// A warning when the clock must be or have been wrong: publish and expiry dates depend on it.
std::string clock_text(const Publication& made, const Environment& env) {
  if (!made.built_later) return "";
  return fmt::format(
      "  The clock says {}, but the generation before was built {}: check the clock, it decides which "
      "articles are public\n",
      kb::format_time(env.now), kb::format_time(*made.built_later));
}

std::string memory_text(const Publication& made) {
  return made.memory.empty() ? "" : fmt::format("  Memory: {}\n", made.memory);
}

// What else a writer wants to know of the whole folder, a line each.
std::string remarks(const Compilation& site) {
  const std::string docs = site.docs.empty() ? "" : fmt::format("  Articles from: {}\n", site.docs);
  const std::string languages =
      site.languages.empty() ? "" : fmt::format("  Languages: {}\n", site.languages);
  return docs + languages + (site.kept_back.empty() ? "" : fmt::format("  Kept back: {}\n", site.kept_back));
}

std::string report_text(const std::vector<Finding>& findings) {
  const std::string counts = count_text(findings);
  return counts.empty() ? "nothing to report" : counts;
}

int build(const Options& options, const Environment& env) {
  ProgressBar bar;
  Compilation site = compile(options, env, bar);
  std::vector<Finding> findings = site.findings;
  const std::string articles = articles_text(site.articles_by_language(), site.site.languages);
  const std::string more = remarks(site);
  Publication made;
  if (!has_errors(findings, options.strict)) made = publish(std::move(site), options, env, bar);
  findings.insert(findings.end(), made.findings.begin(), made.findings.end());
  sort(findings);
  print_findings(findings, options, env);
  const std::string tail = findings_text(findings);
  if (!made.name) {
    print(env.err, fmt::format("Nothing published{}. What was live before is still live.\n", tail));
    return 1;
  }
  print(env.err, fmt::format("Published {}: {}{}\n{}{}{}", *made.name, articles, tail, more,
                             memory_text(made), clock_text(made, env)));
  return 0;
}

int check(const Options& options, const Environment& env) {
  ProgressBar bar;
  const Compilation site = compile(options, env, bar);
  print_findings(site.findings, options, env);
  print(env.err,
        fmt::format("Checked {}: {}\n{}", articles_text(site.articles_by_language(), site.site.languages),
                    report_text(site.findings), remarks(site)));
  return has_errors(site.findings, options.strict) ? 1 : 0;
}

std::string_view name_of(Level level) {
  return level == Level::off ? "off" : level == Level::warning ? "warning" : "error";
}

int explain_rule(const Options& options, const Environment& env) {
  const Rule* rule = find_rule(options.rule);
  if (!rule) {
    std::vector<std::string_view> names;
    for (const Rule& known : all_rules()) names.push_back(known.name);
    throw kb::Error(fmt::format("there is no rule '{}'", options.rule),
                    fmt::format("these are the rules: {}", fmt::join(names, ", ")));
  }
  print(env.out,
        fmt::format(
            "{}: {} with site.yaml, {} without\n\n{}\n\nChange it in site.yaml:\n  rules:\n    {}: off\n",
            rule->name, name_of(rule->strict), name_of(rule->lenient), rule->explanation, rule->name));
  return 0;
}

std::string generation_line(const kb::GenerationInfo& info) {
  if (!info.manifest) return fmt::format("{}  broken  {}\n", info.name, kb::printable(info.problem));
  std::vector<std::string> languages;
  for (const auto& [lang, count] : info.manifest->articles) languages.push_back(lang);
  const std::string revision =
      info.manifest->revision.empty() ? "" : ", revision " + info.manifest->revision.substr(0, 12);
  return fmt::format("{}  {}    {}  {}{}{}\n", info.name, info.state == kb::State::live ? "live" : "kept",
                     kb::format_time(info.manifest->built), articles_text(info.manifest->articles, languages),
                     revision, info.manifest->drafts ? ", with drafts" : "");
}

std::string require_current(const Options& options) {
  const auto current = kb::current_generation(options.index);
  if (current) return *current;
  throw kb::Error("there is no index in " + options.index.string(),
                  "run firstline-indexer build CONTENT --index " + options.index.string());
}

int generations(const Options& options, const Environment& env) {
  require_current(options);
  for (const auto& info : kb::list_generations(options.index)) print(env.out, generation_line(info));
  return 0;
}

int rollback(const Options& options, const Environment& env) {
  require_current(options);
  print(env.err, fmt::format("{} is live now\n", kb::rollback(options.index, options.generation)));
  return 0;
}

int verify(const Options& options, const Environment& env) {
  const std::string live = require_current(options);
  kb::verify(options.index / live, kb::Verify::hashes);
  for (const std::string& name : kb::generation_names(options.index)) {
    const kb::Manifest manifest = kb::verify(options.index / name, kb::Verify::hashes);
    print(env.out,
          fmt::format("{}  ok  {} files{}\n", name, manifest.files.size(), name == live ? ", live" : ""));
  }
  return 0;
}

// Reports problems of the expectations only. `check` reports the others.
int expect(const Options& options, const Environment& env) {
  const auto snapshot = kb::Snapshot::open(options.index / require_current(options), kb::Verify::sizes);
  ProgressBar bar;
  Compilation site = compile(options, env, bar);
  auto& findings = site.findings;
  std::erase_if(findings, [](const Finding& d) { return d.path != "expectations.yaml"; });
  if (findings.empty()) findings = check_searches(*snapshot, site.checks, options.jobs);
  print_findings(findings, options, env);
  print(env.err, fmt::format("Searched {}: {}\n", snapshot->name(), report_text(findings)));
  return has_errors(findings, options.strict) ? 1 : 0;
}

kb::SearchQuery query_of(const Options& options, const kb::Site& site) {
  if (options.query.size() > kb::kMaxTextBytes) {
    throw kb::Error(fmt::format("the query has {} bytes; at most {} are searched", options.query.size(),
                                kb::kMaxTextBytes),
                    "shorten it");
  }
  kb::SearchQuery query;
  query.text = options.query;
  query.lang = options.lang.empty() ? site.languages.front() : options.lang;
  query.limit = options.limit;
  if (!site.has_language(query.lang)) {
    throw kb::Error(fmt::format("the index has no language '{}'", query.lang),
                    fmt::format("use one of {}", fmt::join(site.languages, ", ")));
  }
  return query;
}

int search(const Options& options, const Environment& env) {
  const auto snapshot = kb::Snapshot::open(options.index / require_current(options), kb::Verify::sizes);
  const kb::SearchQuery query = query_of(options, snapshot->site());
  if (options.explain) {
    print(env.out, explanation_text(kb::explain(*snapshot, query, options.why)));
    return 0;
  }
  const kb::SearchResult result = kb::search(*snapshot, query);
  const std::string base = kb::base_path(snapshot->site());
  if (!options.json) {
    print(env.out, search_text(result, base, env.colour));
    return 0;
  }
  const auto address = [&](std::string_view path) { return base + std::string(path); };
  print(env.out, kb::result_json(*snapshot, query, result, address, kb::JsonStyle::indented) + "\n");
  return 0;
}

int begin_article(const Options& options, const Environment& env) {
  const auto file = new_article(options.content, options.article, today(env));
  print(env.out, file.string() + "\n");
  return 0;
}

int copy_images(const Options& options, const Environment& env) {
  FetchOptions fetch = options.fetch;
  fetch.content = options.content;
  ProgressBar bar;
  fetch.progress = shown_on(bar);
  const FetchReport report = fetch_images(fetch);
  bar.clear();
  if (fetch.dry_run) {
    for (const std::string& address : report.addresses) print(env.out, kb::printable(address) + "\n");
    if (!report.findings.empty()) print_findings(report.findings, options, env);
    print(env.err, fmt::format("{} images of other servers; nothing is changed\n", report.addresses.size()));
    return 0;
  }
  print_findings(report.findings, options, env);
  print(env.err, fmt::format("Copied {}{}\n", describe(report), findings_text(report.findings)));
  return has_errors(report.findings, false) ? 1 : 0;
}

int erase_events(const Options& options, const Environment& env) {
  events::Reader reader(options.events);
  const auto count = options.keep ? reader.erase_before(env.now - *options.keep) : reader.erase_all();
  fmt::print(env.err, "Deleted {} {} from {}\n", count, count == 1 ? "event" : "events",
             options.events.string());
  return 0;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// The memory would take its place.
void require_not_among(const std::filesystem::path& out, const std::vector<std::filesystem::path>& files) {
  std::error_code missing;
  for (const std::filesystem::path& file : files)
    if (std::filesystem::equivalent(out, file, missing))
      throw kb::Error(out.string() + " is one of the files of events", "name another file with --out");
}

int learn_from_events(const Options& options, const Environment& env) {
  require_not_among(options.memory, options.learn_from);
  const std::vector<kb::MemoryEntry> entries = learn(options.learn_from, options.clients);
  write_memory(options.memory, entries);
  std::set<std::pair<std::string, std::string>> searches;
  for (const kb::MemoryEntry& entry : entries) searches.emplace(entry.lang, entry.query);
  print(env.err, fmt::format("Learned {} after {} from {}\n", counted(entries.size(), "choice", "choices"),
                             counted(searches.size(), "search", "searches"),
                             counted(options.learn_from.size(), "file", "files")));
  return 0;
}

constexpr std::pair<Command, int (*)(const Options&, const Environment&)> kCommands[] = {
    {Command::build, build},
    {Command::check, check},
    {Command::explain_rule, explain_rule},
    {Command::expect, expect},
    {Command::generations, generations},
    {Command::rollback, rollback},
    {Command::verify, verify},
    {Command::search, search},
    {Command::new_article, begin_article},
    {Command::fetch_images, copy_images},
    {Command::erase_events, erase_events},
    {Command::learn, learn_from_events},
};

}  // namespace

int run(const Options& options, const Environment& env) {
  const auto* wanted = std::find_if(std::begin(kCommands), std::end(kCommands),
                                    [&](const auto& known) { return known.first == options.command; });
  return wanted->second(options, env);
}

}  // namespace indexer
