#include "indexer/source/text_language.h"

#include <doctest/doctest.h>

using indexer::TextLanguage;

namespace {

std::string likely(std::string_view text) {
  TextLanguage found;
  found.add(text);
  return found.likely();
}

}  // namespace

TEST_CASE("text language: by its words") {
  CHECK(likely("You can change the address of your order in the app, if it has not been sent yet.") == "en");
  CHECK(likely("Sie können die Adresse Ihrer Bestellung in der App ändern, wenn sie noch nicht versandt "
               "wurde und Sie sie nicht selbst abholen.") == "de");
  CHECK(likely("Vous pouvez changer l'adresse de votre commande dans l'application si elle n'est pas encore "
               "partie pour la livraison.") == "fr");
  CHECK(likely("Puede cambiar la dirección de su pedido en la aplicación si el paquete no se ha enviado "
               "todavía por correo.") == "es");
  CHECK(likely("Możesz zmienić adres zamówienia w aplikacji, jeśli nie zostało ono jeszcze wysłane do ciebie "
               "przez kuriera.") == "pl");
  CHECK(likely("Вы можете изменить адрес заказа в приложении, если он ещё не отправлен и не передан в службу "
               "доставки.") == "ru");
  CHECK(likely("Ви можете змінити адресу замовлення в застосунку, якщо його ще не надіслано або не передано "
               "до служби доставки.") == "uk");
}

TEST_CASE("text language: by its letters") {
  CHECK(likely("注文の住所はアプリで変更できます。まだ発送されていない場合に限ります。") == "ja");
  CHECK(likely("如果订单还没有发货，您可以在应用中更改地址。") == "zh");
  CHECK(likely("아직 배송되지 않은 주문은 앱에서 주소를 변경할 수 있습니다.") == "ko");
  CHECK(likely("يمكنك تغيير عنوان طلبك في التطبيق إذا لم يتم إرساله بعد.") == "ar");
  CHECK(likely("می‌توانید نشانی سفارش خود را در برنامه تغییر دهید "
               "اگر "
               "هنوز "
               "ارسال "
               "نشده "
               "باشد. "
               "گزینه") == "fa");
  CHECK(likely("Μπορείτε να αλλάξετε τη διεύθυνση της παραγγελίας σας.") == "el");
}

TEST_CASE("text language: code, tags and too little text say nothing") {
  CHECK(likely("OK").empty());
  CHECK(likely("One x a part y a part x y see the page a y x one two").empty());
  CHECK(likely("---\ntitle: You can change the address of your order in the app if it is not sent\n---\nOK")
            .empty());
  CHECK(likely("```\nthe and of to is you your this that for with are can not\n```\n").empty());
  CHECK(likely("`the and of to is you your` <b title=\"this that for with are can not\">").empty());
}

TEST_CASE("text language: whether it is the one a folder is named after") {
  TextLanguage english;
  english.add(
      "Ask the people of the department for leave. You can do this in the app or on paper, if it is urgent.");
  CHECK(english.is("en") == TextLanguage::Answer::yes);
  CHECK(english.is("en-GB") == TextLanguage::Answer::yes);
  CHECK(english.is("hr") == TextLanguage::Answer::no);
  CHECK(english.is("it") == TextLanguage::Answer::no);
  CHECK(TextLanguage().is("it") == TextLanguage::Answer::unsure);
  TextLanguage danish;
  danish.add(
      "Du kan ændre adressen på din ordre i appen, hvis den ikke er sendt til dig endnu og det er muligt.");
  CHECK(danish.is("da") == TextLanguage::Answer::yes);
  CHECK(danish.is("no") != TextLanguage::Answer::no);
}
