#include "tests/http/json_schema.h"

#include <algorithm>

namespace http_test {

using nlohmann::json;

namespace {

bool is_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return type == "null" && value.is_null();
}

std::string type_mismatch(const json& schema, const json& value) {
  if (!schema.contains("type")) return "";
  const json types = schema["type"].is_array() ? schema["type"] : json::array({schema["type"]});
  const bool fits =
      std::any_of(types.begin(), types.end(), [&](const json& type) { return is_type(value, type); });
  return fits ? "" : "is not of type " + types.dump();
}

std::string range_mismatch(const json& schema, const json& value) {
  if (schema.contains("enum") &&
      std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
    return "is not in the enum";
  if (!value.is_number()) return "";
  if (schema.contains("minimum") && value < schema["minimum"]) return "is below the minimum";
  if (schema.contains("maximum") && value > schema["maximum"]) return "is above the maximum";
  return "";
}

std::string object_mismatch(const json& root, const json& schema, const json& value, const std::string& at) {
  const json properties = schema.value("properties", json::object());
  for (const auto& name : schema.value("required", json::array())) {
    if (!value.contains(name)) return at + "/" + name.get<std::string>() + ": is missing";
  }
  for (const auto& [name, member] : value.items()) {
    if (!properties.contains(name)) return at + "/" + name + ": is not described";
    if (auto problem = mismatch(root, properties[name], member, at + "/" + name); !problem.empty())
      return problem;
  }
  return "";
}

std::string array_mismatch(const json& root, const json& schema, const json& value, const std::string& at) {
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (auto problem = mismatch(root, schema["items"], value[i], at + "/" + std::to_string(i));
        !problem.empty())
      return problem;
  }
  return "";
}

}  // namespace

std::string mismatch(const json& root, const json& schema, const json& value, const std::string& at) {
  if (schema.contains("$ref"))
    return mismatch(root, root.at(json::json_pointer(schema["$ref"].get<std::string>().substr(1))), value,
                    at);
  if (schema.contains("oneOf")) {
    const auto fitting = std::count_if(schema["oneOf"].begin(), schema["oneOf"].end(), [&](const json& one) {
      return mismatch(root, one, value, at).empty();
    });
    return fitting == 1 ? "" : at + ": fits " + std::to_string(fitting) + " of oneOf";
  }
  for (const auto& problem : {type_mismatch(schema, value), range_mismatch(schema, value)}) {
    if (!problem.empty()) return at + ": " + problem;
  }
  if (value.is_object()) return object_mismatch(root, schema, value, at);
  return value.is_array() ? array_mismatch(root, schema, value, at) : "";
}

}  // namespace http_test
