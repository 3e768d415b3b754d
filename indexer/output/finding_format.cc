#include "indexer/output/finding_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "indexer/output/source_excerpt.h"
#include "kb/model/version.h"
#include "kb/text/percent.h"
#include "kb/text/printable.h"

namespace indexer {

namespace {

using nlohmann::json;

std::string_view name_of(Level level) { return level == Level::error ? "error" : "warning"; }

std::string full_path(const Finding& finding, std::string_view folder) {
  while (folder.starts_with("./")) folder.remove_prefix(2);
  while (folder.size() > 1 && folder.ends_with('/')) folder.remove_suffix(1);
  if (folder.empty() || folder == ".") return finding.path;
  return finding.path == "." ? std::string(folder) : fmt::format("{}/{}", folder, finding.path);
}

std::string text_line(const Finding& d, std::string_view folder) {
  return fmt::format("{}:{}:{}: {}: {} [{}]\n", kb::printable(full_path(d, folder)), d.at.line, d.at.column,
                     name_of(d.level), kb::printable(d.message), d.rule);
}

std::string format_text(const std::vector<Finding>& list, std::string_view folder) {
  std::string out;
  for (const Finding& d : list) out += text_line(d, folder);
  return out;
}

std::size_t count(const std::vector<Finding>& list, Level level) {
  return static_cast<std::size_t>(
      std::count_if(list.begin(), list.end(), [&](const Finding& d) { return d.level == level; }));
}

// As JSON spells it, "##[" within a text is no command to a CI service that reads along.
std::string dump(const json& document) {
  const std::string text = document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '#' && text[at + 1] == '#') {
      out += "\\u0023";
    } else {
      out += text[at];
    }
  }
  return out;
}

std::string format_json(const std::vector<Finding>& list) {
  json findings = json::array();
  for (const Finding& d : list) {
    findings.push_back({{"path", d.path},
                        {"line", d.at.line},
                        {"column", d.at.column},
                        {"level", name_of(d.level)},
                        {"message", d.message},
                        {"rule", d.rule}});
  }
  return dump({{"errors", count(list, Level::error)},
               {"warnings", count(list, Level::warning)},
               {"findings", findings}});
}

enum class Escape { message, property };

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
std::string escape_github(std::string_view text, Escape where) {
  std::string out;
  for (const char c : text) {
    const bool always = c == '%' || c == '\r' || c == '\n';
    if (always || (where == Escape::property && (c == ':' || c == ','))) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return kb::printable(out);
}

std::string format_github(const std::vector<Finding>& list, std::string_view folder) {
  std::string out;
  for (const Finding& d : list) {
    out += fmt::format("::{} file={},line={},col={},title={}::{}\n", name_of(d.level),
                       escape_github(full_path(d, folder), Escape::property), d.at.line, d.at.column,
                       escape_github(d.rule, Escape::property), escape_github(d.message, Escape::message));
  }
  return out;
}

json sarif_rules(const std::vector<Finding>& list) {
  std::set<std::string> used;
  for (const Finding& d : list) used.insert(d.rule);
  json rules = json::array();
  for (const std::string& name : used) {
    const Rule* rule = find_rule(name);
    rules.push_back({{"id", name}, {"fullDescription", {{"text", rule ? rule->explanation : name}}}});
  }
  return rules;
}

json sarif_result(const Finding& d, std::string_view folder) {
  const json region = {{"startLine", d.at.line}, {"startColumn", d.at.column}};
  const json location = {{"artifactLocation", {{"uri", kb::percent_encode(full_path(d, folder), "/")}}},
                         {"region", region}};
  return {{"ruleId", d.rule},
          {"level", name_of(d.level)},
          {"message", {{"text", d.message}}},
          {"locations", json::array({{{"physicalLocation", location}}})}};
}

// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
std::string format_sarif(const std::vector<Finding>& list, std::string_view folder) {
  json results = json::array();
  for (const Finding& d : list) results.push_back(sarif_result(d, folder));
  const json driver = {
      {"name", "firstline-indexer"}, {"version", kb::program_version()}, {"rules", sarif_rules(list)}};
  const json run = {
      {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
  return dump({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
               {"version", "2.1.0"},
               {"runs", json::array({run})}});
}

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace

std::optional<OutputFormat> parse_output_format(std::string_view name) {
  if (name == "text") return OutputFormat::text;
  if (name == "json") return OutputFormat::json;
  if (name == "github") return OutputFormat::github;
  if (name == "sarif") return OutputFormat::sarif;
  return std::nullopt;
}

std::string format_findings(const std::vector<Finding>& list, OutputFormat format, std::string_view folder) {
  switch (format) {
    case OutputFormat::json:
      return format_json(list);
    case OutputFormat::github:
      return format_github(list, folder);
    case OutputFormat::sarif:
      return format_sarif(list, folder);
    case OutputFormat::text:
      break;
  }
  return format_text(list, folder);
}

std::string format_with_source(const std::vector<Finding>& list, std::string_view folder,
                               const LineOf& line_of) {
  std::string out;
  for (const Finding& d : list) {
    out += text_line(d, folder);
    const bool is_whole_file = d.at.line == 1 && d.at.column == 1;
    if (const auto line = is_whole_file ? std::nullopt : line_of(d.path, d.at.line))
      out += source_excerpt(*line, d.at);
  }
  return out;
}

std::string count_text(const std::vector<Finding>& list) {
  const std::size_t errors = count(list, Level::error);
  const std::size_t warnings = count(list, Level::warning);
  std::string out = errors > 0 ? counted(errors, "error") : "";
  if (warnings > 0) out += (out.empty() ? "" : ", ") + counted(warnings, "warning");
  return out;
}

}  // namespace indexer
