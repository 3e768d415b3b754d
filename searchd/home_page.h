// The first page of a language: search, categories, what is featured and what is new.
#pragma once

#include "searchd/visit.h"

namespace searchd {

Reply home_page(const Visit& visit);

}  // namespace searchd
