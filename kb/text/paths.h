// What the path of an article or a folder tells: "orders/track-my-order", "en/orders/Track_my_order.md".
#pragma once

#include <string>
#include <string_view>

namespace kb {

// The folder of a path: "orders"; "" at the top.
std::string_view parent_of(std::string_view path);

// "orders/a.md"; "a.md" in the folder "", which is the top.
std::string child_of(std::string_view folder, std::string_view name);

// The last part as a title, without the extension: "Track my order".
std::string title_from_path(std::string_view path);

}  // namespace kb
