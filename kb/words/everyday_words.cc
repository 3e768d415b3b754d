#include "kb/words/everyday_words.h"

#include "kb/words/word_lists.h"

namespace kb {

namespace {

// In every language.
constexpr std::string_view kNames = R"(
airbnb airdrop airpods airtag alexa aliexpress amazon android apple asus bing bitcoin bluetooth bluray booking
brother canon chatgpt chrome chromecast citrix dell dhl discord dropbox ebay edge epson etsy excel facebook
fedex firefox firestick fitbit fortnite garmin gmail google hotmail huawei icloud imac imessage instagram ipad
iphone ipod itunes kindle klarna lenovo lidl linkedin linux logitech macbook macos maestro mastercard messenger
microsoft minecraft motorola netflix netgear nintendo nokia office oneplus onedrive opera outlook owncloud oppo
paypal philips pinterest pixel playstation powerpoint reddit revolut roku safari samsung sepa shopify signal siri
skype slack snapchat sonos sony spotify steam stripe surface swisscom teams telegram telekom tiktok trello
trustpilot twitch twitter uber ubuntu usps venmo viber visa vodafone vpn wechat wero whatsapp wifi windows wise
wordpress xbox xiaomi yahoo youtube zelle zoom
)";

// Folded. Common words that stand one or two letters from words of help articles.
constexpr WordList kEverydayWords[] = {
    {"en", R"(
abroad afford again agent allergic angry anymore apartment appeal apology appointment away bank bankrupt barcode
battery beep birthday bitten blank bought bounce brand break bricked bright bring broke broken buggy building
burn burned burnt buzz call cancel canceled cancelled career cash cashback cell chat cheap cheat chip claim clue
coin cold come complain complaint compensation contact copy corrupt cost crack cracked crash crashed cruel dead
deaf death debit debt deceased defect delay delayed delete dent depot died dirty disabled divorce dizzy doctor
dollar drop dropped dust early earn email evil expired faded fail failed fake fast fault faulty fees feel fell
fine fire fired flash flat flood food forgot fraud free freeze friend frozen gave gift give glitch gone greedy
hack hacked hacker half happened harassed hate heat heavy held hello help here hidden hire hoax home honest horrible
hospital hour house human hung hurt husband idea idiot inbox injured insurance jail jammed joke junk keep kids
kill lady late later lawsuit lawyer leak leaked leaking leave left legal liar lied lift line live loan loose
lose loss lost loud love made maid make malware manager marriage minor miss missed missing mistake mobile mold money
moved name neighbour never next nice noise nobody nothing number offline okay once opened operator over owed
owner paid pain parent payday people person phish phishing phone photo piece police poor price prison problem
promise quit rain ransom real receipt received recall refund reply rent repair report resale return rude ruined
rust salary sale scam scammed scammer scary school scratch scratched screwed seal sell seller sent sick signed
silent slow smash smell smoke smoking snow sold someone song sorry sound spam spark spill spilled split stale steal
stole stolen stop store strange strike stuck student stupid sucks suing suspicious tablet talk tall tears teen
terrible text thank thanks theft thief threat ticket tired told torn town toxic train trapped trash trial trick
trust typo ugly unhappy unsafe urgent useless user vacation vague voice vote wait waited waiting waste water weak
wedding weird went wheel whole wife wild wind wine wire woke woman wonder worried worse worst wrong yell young
)"},
    {"de", R"(
abbuchung abend abgebucht abgelaufen abgezockt abzocke adresse agb akku anruf anrufen anwalt anzeige arbeit arger
arzt auto bank bargeld betrug betruger bezahlt bitte brand brief buro chef chip dank danke defekt diebstahl dose
eltern ende erbe fahrt falle falsch familie fehler feier ferien feuer film flug foto frau frage freitag frist
fruher geburtstag gefahr geheim gehackt geklaut geld gericht geschaft geschenk geschlossen gestern gestohlen
gutschein haftung handy hallo haus heute hilfe hund ihnen inkasso jahr kabel kaputt karte kasse katze kaufen
kind kinder klage klauen knopf koffer konto kosten krank kratzer kunde kundigen laden lange langsam laut leer leider
leute lugen mahnung mail mensch miete mittwoch monat montag morgen mull mutter nachbar nachricht nacht nass neu
nicht nichts nummer oben offen offnung offnungszeit offnungszeiten oma online ostern paket panne papier passt
person pfand pleite polizei post preis problem rabatt rauch raus rechnung rechner reise rente rost ruckgabe
sache samstag schaden schlecht schnell schrott schuld schule sehr seit sonntag spat spende sperre spinnt
stadt stau steuer storno strafe strom stunde tasche teuer toll tonne tot trotz uhr umzug unfall unfug unten unrecht
urlaub vater verloren verspatet vertrag viel warnung warten wasser weg weiter werbung wetter woche wohnung
wort zahlung zeit zeiten zettel zinsen zoll zuruck zuviel zuwenig
)"},
    {"es", R"(
abogado abrir agua ahora alguien amigo anoche ayer ayuda banco barato bateria boleto borrar broma buenas bueno buenos
caja calle cambio caro carta casa cerca cerrado cita cliente cobro coche cola comida compra comprar contacto contactar
contacta contactos correo cosa cuenta culpa danado dano deuda devolver dinero direccion dolor dueno edad empresa
enfermo enganado enojado envio error espera estafa estafado estafador factura falla fallo falso familia
fecha foto fraude gente gracias gratis hermano hijo hola hora horario horarios hoy humano huelga humo idea ladron
lento lejos libre llamada llamar llave lluvia luego luz madre malo mama manana mano marca mensaje mentira mes mesa
miedo moroso movil muerto mujer multa nada nadie nino noche nombre nuevo numero ojo olvido oferta otro padre pago
palabra papa papel parte paro peor perdido perdon persona pobre policia precio prisa prueba puerta queja quejas
raro rapido recibo regalo reloj robado robar robo roto ruido seguro semana senal senor senora siempre sonido
sucio sueldo susto talla tarde tarjeta tarifa telefono tiempo tienda timo tonto trabajo trampa tren triste ultimo
urgente vacaciones vecino venta verdad viaje vida viejo virus voz vuelta
)"},
    {"fr", R"(
abime acheter achat adresse aide aider aime amende ami amie annee appel appeler arnaque arnaqueur argent assurance
attendre attente aujourdhui autre avis avocat avoir banque bebe besoin bonjour bonsoir bouton bruit cadeau caisse
carte casse cassee cause chat cher chien chose chute cle client colere colis compte conge contact contacter coup cout
dame dette demain dernier deuil dommage droit eau ecole enfant ennui erreur escroc escroquerie facture faux fete
fermer femme feu fille fils foutu frais fraude froid fuite fumee garde gare gens gratuit greve guerre heure
heures hier homme horaire horaires huissier humain idee jamais jeune jour lendemain lent lettre livre loin loyer lundi
main maison malade mardi mari mauvais medecin menace mensonge merci mere message mois monsieur mort mouille moyen
nuit numero nul objet oubli oublie ouvert ouvrir panne papier parent passe payer perdu perte personne peur photo
plainte plaindre pluie police portable porte poste prix probleme promo quai quand question rapide recu refus
rendre retard retour rien rouille sale salut sang semaine sorti sortie souci soir temps telephone tot train travail
triche triste trop trouver tuer urgence urgent vacances vendre vente verite vide vie vieux ville virus voisin
voiture vol vole voler voleur voyage vrai
)"},
    {"it", R"(
abbonamento acqua adesso aiuto amico anno assistenza avvocato banca bolletta buongiorno cambio carta casa chiamare
ciao cliente colpa conto contatto contatti costo debito denaro domani donna errore famiglia fattura figlio foto
frode furto gente giorno grazie gratis guasto ieri lavoro lento lettera luce madre male mese multa nessuno niente
notte numero nuovo oggi operatore orario orari padre pacco pagare paura perso persona polizia prezzo problema
reclamo regalo rimborso rotto rubato rumore scontrino sconto sempre settimana sicuro soldi spesa stipendio tardi
telefono tempo treno troppo truffa truffato umano urgente vecchio vendita viaggio vita voce
)"},
};

bool contains(const WordSet& words, std::string_view word) {
  return words.contains(word) || (word.ends_with('s') && words.contains(word.substr(0, word.size() - 1)));
}

}  // namespace

bool is_everyday_word(std::string_view lang, std::string_view folded) {
  static const WordSet names = word_set({"", kNames});
  static const WordTable table(kEverydayWords);
  const WordSet* words = table.of(lang);
  return contains(names, folded) || (words != nullptr && contains(*words, folded));
}

}  // namespace kb
