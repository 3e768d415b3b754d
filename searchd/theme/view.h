// The data of a page as a tree that a template walks, independent of the template engine.
#pragma once

#include <concepts>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace searchd {

// Named texts, booleans, lists and views. A template looks for a missing key one level up, so the items of a
// list must set every key that their template shows, if only to "". In a section, an empty text and an empty
// list are false.
class View {
 public:
  using Value = std::variant<bool, std::string, std::vector<View>>;

  void set(std::string name, std::string text) { values_.insert_or_assign(std::move(name), std::move(text)); }
  void set(std::string name, std::string_view text) { set(std::move(name), std::string(text)); }
  void set(std::string name, const char* text) { set(std::move(name), std::string(text)); }
  void set(std::string name, std::same_as<bool> auto truth) {
    values_.insert_or_assign(std::move(name), truth);
  }
  void set(std::string name, std::vector<View> list) {
    values_.insert_or_assign(std::move(name), std::move(list));
  }
  // A section renders a single view like a list of one.
  void set(std::string name, View view) { set(std::move(name), std::vector<View>{std::move(view)}); }
  // Sets the list, and "has_" + name to whether it has items.
  void set_list(const std::string& name, std::vector<View> list) {
    set("has_" + name, !list.empty());
    set(name, std::move(list));
  }

  const std::map<std::string, Value, std::less<>>& values() const { return values_; }

 private:
  std::map<std::string, Value, std::less<>> values_;
};

// One view for each item.
template <typename Items, typename Make>
std::vector<View> views_of(const Items& items, Make make) {
  std::vector<View> list;
  list.reserve(items.size());
  for (const auto& item : items) list.push_back(make(item));
  return list;
}

}  // namespace searchd
