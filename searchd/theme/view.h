// What a page shows, as plain data: the tree that a template walks. It knows nothing of the template engine.
#pragma once

#include <concepts>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace searchd {

// Named texts, truths, lists and views. A key that is missing is looked for one level up, so a list's items
// must set every key their template shows, if only to "". An empty text and an empty list are false to a
// section.
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
  // One view is a list of one, which a section renders the same way.
  void set(std::string name, View view) { set(std::move(name), std::vector<View>{std::move(view)}); }
  // A list, and "has_" + name saying whether it holds anything.
  void set_list(const std::string& name, std::vector<View> list) {
    set("has_" + name, !list.empty());
    set(name, std::move(list));
  }

  const std::map<std::string, Value, std::less<>>& values() const { return values_; }

 private:
  std::map<std::string, Value, std::less<>> values_;
};

}  // namespace searchd
