#include "kb/text/title_order.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include "kb/model/error.h"

namespace kb {

class TitleOrder::Rules {
 public:
  explicit Rules(const std::string& lang) {
    UErrorCode status = U_ZERO_ERROR;
    collator_.reset(icu::Collator::createInstance(icu::Locale::forLanguageTag(lang, status), status));
    if (collator_) collator_->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    if (U_FAILURE(status)) throw Error("the order of titles is not known", "install ICU's data (libicu72)");
  }
  const icu::Collator& collator() const { return *collator_; }

 private:
  std::unique_ptr<icu::Collator> collator_;
};

TitleOrder::TitleOrder(const std::string& lang) : rules_(std::make_unique<Rules>(lang)) {}

TitleOrder::~TitleOrder() = default;

std::string TitleOrder::key(std::string_view title) const {
  const icu::Collator& collator = rules_->collator();
  const auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(title.data(), static_cast<int32_t>(title.size())));
  std::string key(static_cast<std::size_t>(collator.getSortKey(text, nullptr, 0)), '\0');
  collator.getSortKey(text, reinterpret_cast<uint8_t*>(key.data()), static_cast<int32_t>(key.size()));
  return key;
}

}  // namespace kb
