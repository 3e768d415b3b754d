// Every link and image of an article asks here where it leads: schemes that may run code are refused, and
// what the resolver answered is kept for the Markdown that is served as `.md`.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "indexer/findings/finding.h"
#include "indexer/markdown/markdown.h"

namespace indexer {

// Lower-case and read as browsers do, who skip control characters: "java\nscript:x" is "javascript".
// "" for a relative target.
std::string url_scheme(std::string_view target);

// http, https, mailto, tel and relative targets.
bool is_allowed_scheme(std::string_view scheme);

class Links {
 public:
  Links(const LinkResolver& resolver, FileFindings& findings) : resolver_(&resolver), findings_(&findings) {}

  // The resolver sees `//host/path` as `https://host/path`. A refused scheme is reported and has no url.
  ResolvedLink resolve(LinkKind kind, std::string_view target, Position at);

  // Target as written -> what stands for it in `.md`. Targets that lead nowhere are missing, refused ones are
  // "#".
  const std::map<std::string, std::string, std::less<>>& markdown_urls() const { return markdown_urls_; }

 private:
  const LinkResolver* resolver_;
  FileFindings* findings_;
  std::map<std::string, std::string, std::less<>> markdown_urls_;
};

}  // namespace indexer
