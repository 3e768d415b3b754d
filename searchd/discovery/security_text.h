// /.well-known/security.txt: whom to tell about a weakness, as site.yaml says. See RFC 9116.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

// 404 unless site.yaml names both a contact and a date: the file must have them.
Reply security_text(const Visit& visit);

}  // namespace searchd
