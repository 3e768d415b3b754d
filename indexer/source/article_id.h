// Where an article lives: its id from its path, its URL from id and slug.
#pragma once

#include <string>
#include <string_view>

namespace indexer {

struct ArticleId {
  std::string id;          // "store-support/shipping/about-delivery"
  std::string category;    // "store-support/shipping"; "" at the top
  bool is_folder = false;  // index.md, _index.md, README.md below the top: has its folder's id
};

// From the path below the language: lower case, NFC, every run of characters other than letters (with their
// combining marks) and digits one dash. At the top, where the home page is the folder's, README.md is an
// article like any other.
ArticleId id_from_path(std::string_view path);

// One part of an id or slug, as id_from_path makes it.
std::string id_part(std::string_view name);

// Of a folder as it is on disk, or of its id: "Store & more" is "store-more". Also for the names of products.
std::string category_id(std::string_view folder);

// Path below base_url, percent-encoded: "/en/orders/track-my-order", a folder's "/en/orders/". A slug
// replaces the last part.
std::string article_url(std::string_view lang, const ArticleId& id, std::string_view slug);
std::string category_url(std::string_view lang, std::string_view category);

// For comparing paths regardless of upper and lower case.
std::string fold_case(std::string_view text);

}  // namespace indexer
