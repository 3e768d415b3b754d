#include "indexer/navigation/order_numbers.h"

#include "indexer/source/tool_paths.h"
#include "kb/text/paths.h"

namespace indexer {

void add_order_numbers(const std::vector<Page>& pages, Navigation& navigation) {
  for (const Page& page : pages) {
    for (std::string_view path = page.file.path; !path.empty(); path = kb::parent_of(path)) {
      const auto number = order_number(path.substr(path.rfind('/') + 1));
      if (number) navigation.numbers.emplace(path, *number);
    }
  }
}

}  // namespace indexer
