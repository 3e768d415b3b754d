#include "kb/text/title_order.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

namespace kb {

struct TitleOrder::Rules {
  std::unique_ptr<icu::Collator> collator;
};

TitleOrder::TitleOrder(const std::string& lang) : rules_(std::make_unique<Rules>()) {
  UErrorCode status = U_ZERO_ERROR;
  auto& collator = rules_->collator;
  collator.reset(icu::Collator::createInstance(icu::Locale::forLanguageTag(lang, status), status));
  if (collator) collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  if (U_FAILURE(status)) collator.reset();
}

TitleOrder::~TitleOrder() = default;

std::string TitleOrder::key(std::string_view title) const {
  if (!rules_->collator) return std::string(title);
  const icu::Collator& collator = *rules_->collator;
  const auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(title.data(), static_cast<int32_t>(title.size())));
  std::string key(static_cast<std::size_t>(collator.getSortKey(text, nullptr, 0)), '\0');
  collator.getSortKey(text, reinterpret_cast<uint8_t*>(key.data()), static_cast<int32_t>(key.size()));
  return key;
}

}  // namespace kb
