#include "kb/words/common_words.h"

#include "kb/words/stop_words.h"
#include "kb/words/word_lists.h"

namespace kb {

namespace {

// Folded.
constexpr WordList kCommonWords[] = {
    {"de", R"(
abend abends aber ach acht ahnung alle allein alleine allem allen aller allerdings alles als also alt alte alten
alter andere anderen anderer anderes anders anfang angst anrufen antwort anworten arbeit arbeiten arbeitet arm
art auch auf aufgeben augen aus ausserdem baby bald bank bedanke bedanken bedeutet beeil beginnen beide beiden
beim beispiel bekam bekannt bekomme bekommen bekommt bereit bereits besonders besser beste besten bestimmt
besuch bett bevor bin bisher bisschen bist bitte bitten blau bleib bleiben bleibt blick brauche brauchen braucht
brief bringen bringt bruder buch bzw chef dabei dachte dadurch dafur dagegen daher dahin damals damen damit
danach dankbar danke danken dann daran darauf daraus darf darin daruber darum dass davon davor dazu denke denken
denkt denn dennoch deren derselbe deshalb dessen dich dicht diese dinge direkt doch dort draussen drei dreimal
dumm dunkel durch durchaus durfen durfte ebenfalls ebenso echt eher ehrlich eigene eigenen eigentlich eilig
einfach einige einigen einmal eins einzige eltern ende endlich entfernt entschuldigen entschuldigung entweder
erfahren erinnern erklaren erst erste ersten erwartet erzahlen erzahlt essen etliche etwa etwas euch euer eure
ewig fahren fahrt fall falle falls fallt falsch familie fand fast fehler fein fenster fertig fest feuer finde
finden findet finger folgen folgendes frage fragen fragt frau frauen frei freitag freue freuen freund freunde
freundin freundlich freundliche freundlichen froh fruh fruher fuhle fuhlen funf fur fuss gab ganz ganze ganzen
ganzes gar garten geb geben geboren gebracht geburtstag gedacht geduld gefahrlich gefallen gefallt gefuhl
gefunden gegangen gegeben gegen gegenuber gehabt gehen geholfen gehort geht gekommen geld gemacht gemeinsam
gemeint gemutlich genau genauso genommen genug gerade gern gerne gesagt geschichte geschrieben gesehen gesicht
gesprochen gestern gesund gewesen geworden gibt gibts ging glaub glaube glauben glaubt gleich gleiche gluck
glucklich gott gross grosse grossen grosser grossmutter grossvater grund gruss grusse grussen gut gute guten
guter gutes habe haben habt halb half hallo halt halten hand hande hart hatt hatte hatten haus hause heissen
heisst helfen hell herr herren herrn herz herzlich herzliche herzlichen heute hielt hier hilfe hilft hin hinaus
hinten hinter hoch hochachtungsvoll hoffe hoffen hoffentlich holen horen hort hubsch hund hundert idee ideen
ihnen ihr ihre immer immerhin innen insgesamt interessiert irgend irgendein irgendwann irgendwas irgendwie
irgendwo jahr jahre jahrelang jahren je jede jedem jeden jedenfalls jeder jedes jedoch jemals jemand jemanden
jetzt jung junge kaffee kalt kam kannst kannte katze kaum kein keine keinem keinen keiner kenne kennen kennt
kind kinder kindern kirche klar klasse kleid klein kleine kleinen kleiner klug kollege kollegen komisch komm
komme kommen kommst kommt konnt konnte konnten kopf korper krank krieg kuche kurz kurze lachen lag land lang
lange langer langsam lass lasse lassen lasst laufen lauft laut leben lebt leer legen leicht leid leider leise
lernen lesen letzte letzten leute licht liebe lieben lieber liebes liebsten liegen liegt links los luft lust
mache machen macht machte madchen mag mal man manche manchmal mann manner mehr meine meinem meinen meiner meint
meinte meinung meistens mensch menschen merken mich minute minuten mir mittag mitte mitten mittlerweile mochte
mochten moglich moglichkeit moin moment monat monate monaten montag morgen morgens mude muhe mund musik muss
mussen musste mussten mut mutter nach nachbar nachbarin nachbarn nachdem nachmittag nachricht nachste nachsten
nacht nah nahe name namen namlich nase nass naturlich neben neffe nehme nehmen nein nennen nett neu neue neuen
neuer neues neun nicht nichte nichts nie niemals niemand nimmt nirgends noch normal normalerweise not notig nun
nur oben oder offen oft ohne ohr oma onkel opa ordnung ort paar papa passiert pferd platz plotzlich polizei
prima problem probleme rat recht rechts rede reden regen regnet reich reicht reise rest richtig richtige
richtung rief rot ruf rufen ruhe ruhig rum rund runter sache sachen sag sage sagen sagt sagte sah samstag satz
schade schau schauen scheint schicken schlaf schlafen schlafft schlecht schlechte schlimm schluss schnee schnell
schon schone schonen schoner schreibe schreiben schreibt schule schwarz schwer schwester sechs see sehe sehen
sehr seht seid seien seine seit seitdem seite selber selbst selten sicher sicherlich sieben sieht sinn sitzen
sitzt sobald sofort sogar sohn solange solche sollen sollte sollten somit sommer sondern sonne sonnig sonntag
sonst sorge sorgen sowas soweit sowie sowieso spass spat spater spiel spielen sprache sprechen spricht stadt
stand stark statt stehe stehen steht stelle stellen sterben stimme stimmt strasse stuck stuhl stunde stunden
suche suchen super tag tage tagen tante tat tatsachlich tausend tee teil teuer tief tier tisch tochter tod toll
tot traf tragen traum treffen treten trinken trotz trotzdem tun tur tut uber uberall uberhaupt ubrigens uhr
umstande unbedingt und ungefahr ungern uns unser unsere unten unter vater verdammt vergessen verliebt verlieren
verloren verruckt verschiedene versprochen verstand verstanden verstandnis verstehe verstehen versteht versuche
versuchen versucht vertrauen verzeihen verzeihung viel viele vielen vielleicht vielmals vier voll vollig vom von
vorbei vorher vorhin vormittag vorne wahr wahrend wahrheit wahrscheinlich wald wann warm warst warte warten
wartet warum was wasser weg wegen weh weil weiss weit weiter weitere weiteres welche welcher welches welt wem
wen wenig wenige weniger wenigstens wenn werdet wert wessen wetter wichtig wichtige wieder wiederhoren
wiedersehen wieso wieviel will wind winter wirklich wirst wissen wisst woche wochen wochenende woher wohin wohl
wohne wohnen wohnt wohnung wolle wollen wollt wollte wollten womit worden wort worte worum wozu wunderbar wunsch
wunsche wunschen wurde wurden wurdet wusste zahl zeigen zeigt zeit zeiten ziehen ziel ziemlich zimmer zu zudem
zuerst zufallig zufrieden zug zuhause zuletzt zum zumindest zunachst zuruck zusammen zwanzig zwar zwei zweimal
zweite zweiten zwischen zwolf
)"},
    {"en", R"(
able about above absolutely across actual actually afraid after afternoon again against ago agree ahead ain air
alive all almost alone along already alright also although always am amazing among angry another answer any
anybody anymore anyone anything anyway anywhere apart apparently appreciate area aren around arrived ask asked
asking asleep ate attention aunt away awful baby back bad bag ball bath beautiful became because become bed been
before beg began begin behind being believe below beside best bet better between beyond big birthday bit black
bless blood blue boat body book born boss both bother bottom bought box boy boys break breakfast bring bringing
broke brother brothers brought brown build busy but buy bye called calling calm came can cannot car care careful
cares case cat caught cause certain certainly chair chance change changed cheers child children christmas church
city class clean clear clearly clever close clothes club coffee cold colleague colleagues come comes coming
company completely consider cool corner could couldn country couple course cousin crazy cry cup cut dad daddy
damn dark date daughter day days dead deal dear death decide decided deep definitely did didn die died
difference different difficult dinner do doctor does doesn dog doing don done door doubt down dream dressed
drink drive driver driving drop dude during each ear early easy eat eight eighteen either eleven else empty end
enjoy enough especially even evening ever every everybody everyone everything everywhere exactly except excited
excuse expect expected explain eye eyes face fact fair fall family far fast father fault favor favour feel
feeling feels feet fell felt few field fifteen fifty fight figure finally find fine finger fingers finish
finished fire first fit five floor follow food foot for forever forget forgive forgot forty forward found four
free friday friend friendly friends front full fun funny further future game garden gave gentleman gentlemen get
gets getting girl girls give given gives giving glad go god goes going gone gonna good goodbye gosh got gotta
gotten grandfather grandma grandmother grandpa grateful great green greetings grew ground group grow guess guy
guys had hadn hair half hand hands hang happen happened happening happens happy hard hardly has hasn hate have
haven having he head hear heard heart heaven heavy hell hello help helped helpful her here hers herself hey hi
high him himself his hit hold holiday holidays holy home honest honestly honey hope hoped hopefully hoping
horrible hot hour hours house how however huge huh human hundred hungry hurry hurt husband idea if imagine
important impossible indeed inside instead interested interesting into isn issue its itself job join joke jump
just keep keeping keeps kept kid kidding kids kill kind kinda kindly kinds kiss kitchen knew know knowing known
knows ladies lady last lastly late lately later laugh laughed learn learned least leave leaves leaving left leg
less let lets letter lie life light like liked likes line list listen literally little live lived lives living
ll long longer look looked looking looks lord lose lost lot lots love loved lovely loves low luck lucky lunch
mad madam made main make makes making mam man many mark married marry matter matters may maybe me mean meaning
means meant meanwhile meet meeting member men mention mentioned mess message met middle midnight might mile
miles milk million mind mine minute minutes miss missed missing mistake mom moment monday money month months
mood moon more morning mornings most mostly mother mouth move moved moving much mum music must myself name named
near nearly necessary neck need needed needs neighbor neighbour neighbours neither nephew nervous never new news
next nice niece night nine no nobody noise none noon nope normal normally nose not note nothing notice now
nowhere number obvious obviously oclock odd off office often oh ok okay old older once one ones only onto open
opinion other others otherwise ought our ours out outside over own pain pair paper parents part party pass
passed past patience patient pay people perfect perfectly perhaps person phone pick picked picture piece place
plan plans play playing please pleased pleasure plenty point polite poor possible possibly post power pretty
previous pride probably problem problems promise promised proper properly proud prove public pull push put puts
putting question questions quick quickly quiet quietly quite rain raining ran rather re reach read reading ready
real realise realize really reason reasons recently red regard regards relax remember rest rich ride right ring
road room round rude run running sad safe said same sat saturday save saw say saying says scared scary school
sea second seconds secret see seeing seem seemed seems seen sell send sense sent serious seriously set seven
seventy several shall shame she shop short shot should shoulder shouldn shout show showed shown shut sick side
sign silly similar simple simply since sincerely sing single sir sister sisters sit sitting situation six sixty
sleep sleeping slightly slow small smart smell smile so soft sold some somebody someday somehow someone
something sometimes somewhat somewhere son song soon sooner sorry sort sound sounds space speak speaking special
spend spent spoke spring stand standing star start started starting starts station stay stayed still stomach
stood stop stopped store story straight strange street strong stubborn stuck student stuff stupid such suddenly
suggest suit summer sun sunday sunny sunshine suppose supposed sure surely surprise surprised sweet table take
taken takes taking tale talk talked talking tea teach teacher team tell telling tells ten terrible terribly than
thank thanks thats their them themselves then there therefore these they thing things think thinking thinks
third thirty those though thought thousand three threw through throw thursday till time times tired to today
together told tomorrow tone tonight too took top totally touch tough toward towards town train tree tried trip
trouble troubles true truly trust truth try trying tuesday turn turned turns tv twelve twenty twice two type
typing ugly uh um uncle under understand understood unfortunately unless until up upon upset upstairs us use
used usual usually various ve very village visit voice wait waited waiting wake walk walked walking wall want
wanted wanting wants war warm was wash wasn waste watch watched watching water way ways we wear weather wedding
wednesday week weekend weekends weeks weird welcome well went were weren west wet what whatever whatsoever when
whenever where whether which while white who whoever whole whom whose why wife wild will win wind window wine
winter wise wish wishes within without woke woman women won wonder wondered wonderful wondering wood word words
wore work worked working works world worried worries worry worse worst worth would wouldn wow write writing
written wrong wrote yard yeah year years yellow yep yes yesterday yet you young your yours yourself yourselves
)"},
    {"es", R"(
abajo abierto abuela abuelo aca acaba acabo acerca acuerda acuerdo adelante ademas adentro adios agradeceria
agradezco agua ahi ahora aire algo alguien algun alguna algunas algunos alla alli alma alto amable ambos amiga
amigas amigo amigos amor anda andar ano anoche anos antemano antes aparte apenas aquel aquella aquello aqui
arriba asi asunto asustado atencion atentamente atras aun aunque ayer ayuda ayudar ayudarme bajo barrio bastante
beber bella besos bien blanco boca boda bonita bonito brazo buen buena buenas bueno buenos buscando buscar busco
cabeza cada cafe caliente calle cama cambio camino campo cansado cantidad cara carta casa casi caso causa cena
cerca chica chico chicos cielo cien ciento cierto cinco ciudad claro clase coche colegas comer comida como
companero companeros completamente con conmigo conoce conocer conozco conseguir contar contento contigo contra
corazon cordial cordiales correcto cosa cosas cree creer creo cual cuales cualquier cuando cuanto cuantos cuarto
cuatro cuenta cuento cuerpo cuesta cuidado culpa cumpleanos cunada cunado curso dame dan dar das debe deben
deberia debia debo decia decidido decir deja dejado dejame dejar dejo del delante demas demasiado dentro derecha
derecho desayuno desde desea desear despacio despues detras dia dias dice dicen dices dicho diciendo diez
diferente dificil digo dije dijeron dijo dinero dios disculpa disculpe disculpen dolor domingo donde dormir dos
duda duermo durante duro edad ejemplo ella ellas ello ellos embargo empezar empieza empresa encanta encantado
encima encontrado encontrar encuentra encuentro enero enfadado enfermo entender entiendo entonces entrar entre
equipo era eran eres error esas escribir escribo escrito escucha escuchar escuela esos espera esperando esperar
espero esposa esposo esta estaba estaban estado estamos estan estar estara estare estas este esten estes esto
estos estoy estupido estuve estuvo exactamente excelente extrano facil falta familia familiares favor feliz
fiesta fin final forma frio fue fuego fuera fueron fuerte fui ganas gato gente gracias gran grande grandes
gratitud grupo guapo guerra gusta gustaria gusto haber habia habian habla hablado hablando hablar hablo hace
hacen hacer haces hacia haciendo haga hago hambre han has hasta haya hecho hemos hermana hermano hermanos
hermosa hice hicieron hija hijo hijos historia hizo hola hombre hombres hora horas horrible hoy hubiera hubo
humano idea igual igualmente importa importante imposible incluso intento interesante invierno izquierda jamas
jardin joven juego jueves junto juntos lado largo leer lejos lentamente libre libro listo llamada llamar llamo
llega llegado llegar llego lleno lleva llevar llevo llueve lluvia loco luego lugar lunes luz madre mal mala malo
malos mama manana manera mano manos mar maravilloso marido martes mas masa mayor media medico medio mejor
mejores menos mensaje mente mentira mes mesa meses miedo miembro mientras miercoles mierda mil minuto minutos
mio mira mirar mis misma mismo mitad modo molestia molestias momento montana mucha muchacho muchas mucho muchos
muerte muerto mujer mujeres mundo musica muy nada nadie necesario necesita necesitamos necesito negro nervioso
ni nieto nina ningun ninguna ninguno nino ninos noche noches nombre norte nosotros noticias nuestra nuestro
nueva nueve nuevo numero nunca ocho ocurre ocurrio odio oido ojala ojo ojos olvidado olvidar once opinion otra
otras otro otros padre padres pagar pais palabra palabras pan papa papel par para parece parecer parte partes
pasa pasada pasado pasando pasar paso paz pedir pelo pena pensado pensando pensar peor pequena pequeno perdido
perdon perdona perdone perfectamente perfecto pero perro persona personas pesar pie pienso piernas plan poco
pocos podemos poder podia podria podrian poner pongo poquito por porque posible precioso pregunta preguntar
preguntas preocupado preocupe prima primavera primer primera primero primo principio prisa probablemente
problema problemas pronto propia propio prueba pude pudo puede pueden puedes puedo puerta pues punto que queda
quedar quede quejar queria querida querido queridos quien quienes quiera quiere quieren quieres quiero quince
quiza quizas rapido rato razon real realidad realmente recordar recuerda recuerdo regreso reunion risa rojo ropa
sabado sabe saben saber sabes sabia sale salga salir salud saludar saludo saludos salvo san sangre sea seas
seguir segun segunda segundo seguro seis semana semanas senor senora senores senorita sentado sentido sentimos
ser sera seria serio servicio sido siempre siendo siento siete sigue siguiente simple simplemente sin sino sitio
situacion sobre sobrina sobrino sol sola solamente solo somos son sonrisa sospecho suave sucede suegra suegro
sueno suerte suficiente supongo supuesto sur tal tambien tampoco tan tanto tantos tarde tardes te temo tenemos
tener tenga tengo tenia tenido tercero termina terminado terrible tia tiempo tiene tienen tienes tierra tio tipo
toda todas todavia todo todos toma tomar tomo tonto trabajando trabajar trabajo traer tranquilo tras trata
tratar tres triste tuve tuvo ultima ultimo un una unas unico unos urgente usted ustedes va vacaciones vale vamos
van varias varios vas vaya veces vecina vecino vecinos veinte ven venga vengo venido venir veo ver verano veras
verdad verdadero vez via viaje vida vieja viejo viendo viene vienen viento viernes vino vista visto viva vive
vivir vivo voluntad volver voy voz vuelta vuelve vuestra vuestro ya yo
)"},
    {"fr", R"(
abord absolument accord adieu affaire affaires afin ah ai aide aider ailleurs aime aimerais aimerait ainsi air
ait aller allez allo allons alors amie amis amour an ancien annee annees ans appeler appelle apporter apprendre
apres argent arrete arrive arriver arriverai as assez attend attendre attends attention au aucun aucune aujourd
aupres aura aurais aurait aurez aussi autant autour autre autrement autres avais avait avance avant avec avez
avis avoir avons ayant ayez bas bateau beau beaucoup bel belle besoin bete bien bientot bizarre blanc bleu boire
bois bon bonjour bonne bonnes bons bonsoir bord bouche bout bras bref bruit ca cadeau cafe car cas cause ce ceci
cela celle celles celui cent certain certaine certainement certains ces cesse cet cette ceux chacun chambre
chance change changer chanson chaque chat chaud chaude chef chemin cher cherche chercher chere cheres chers
cheveux chez chien chose choses ciel cinq clair classe coin colere collegue collegues combien comme commence
commencer comment compagnie complet completement comprend comprendre comprends compris compte confiance connais
connait connaitre content contente contraire contre cordialement corps cote cou coucher couleur coup courage
courant cours cousin cousine couteau crains croire crois croit cru cuisine dame dames dans danse date davantage
de debout debut deja dejeuner demain demande demander demi demie demoiselle depuis dernier derniere derniers
derriere des desole desolee dessous dessus deux devant devenir devez deviens devoir devrais devrait dieu
difference different difficile dimanche diner dirait dire dis disait disant dise disent dit dites dix docteur
doigt dois doit doivent donc donne donner donnez dont dormir dort dos douce doucement doute doux droit droite
drole du dur durant dure eau ecole ecoute ecouter ecrire ecris ecrit effet egalement eh elle elles embete encore
endroit enfant enfants enfin ennui ennuie ensemble ensuite entendre entends entendu entre entrer envie environ
equipe erreur es esperant espere esperer esprit essaie essaye essayer est et etaient etais etait etat ete etes
etrange etre eu eux evidemment exactement excellent excuse excuser excusez exemple extremement facile facon faim
faire fais faisait faisant fait faites famille fasse fatigue fatiguee faudra faudrait faut faute faveur femme
femmes fenetre fera ferait fete feu fille filles fils fin finalement fini finir fois fond font force forme fort
fou fous foyer franchement frere freres froid fut gagner garcon garcons garde gauche genre gens gentil gentille
grace grand grande grands grave gris gros grosse groupe guerre habite habitude haut heure heures heureuse
heureusement heureux hier histoire hiver homme hommes hopital horrible hors hui huit humain ici idee ile image
imagine important importe impossible impression inquiet inquiete instant interessant interieur jamais jambe
jardin jaune je jeu jeudi jeune joie joindre joli jolie jouer jour journee jours joyeux jusqu jusqua jusque
juste justement la laisse laisser laissez las lequel lettre leurs leve libre lieu lire lit livre loin long
longtemps lors lorsque lourd lu lui lumiere lundi lune madame mademoiselle magnifique main mains maintenant mais
maison mal malade malgre malheureusement maman mange manger manque mar marche marcher mardi mari mariage marie
matin matinee mauvais mauvaise me mec meilleur meilleure meilleurs membre meme memes mental menteur mer merci
mercredi mere merveilleux mes mesdames message messieurs met mettre midi mieux milieu mille mince minuit minute
minutes mis moins mois moment monde monsieur montre montrer mort moyen musique naissance navre ne neige neuf
neveu nez ni niece noir nom nombre nommes non nos notre nous nouveau nouveaux nouvelle nouvelles nuit nul numero
obligeant obtenir occupe oeil on oncle ont onze oreille ou oublie oublier oui ouvert pain paix pardon pardonnez
pareil parents parfait parfaitement parfois parle parler parlez parmi parole part partie partir partout pas
passe passee passer patience pauvre pays peau peine pendant pensais pense penser pensez perdu pere personne
personnes petit petite petits peu peur peut peuvent peux photo piece pied pieds pire place plage plaisir plait
plein pleut pluie plupart plus plusieurs plutot point pont porte poser possible pour pourquoi pourra pourrais
pourrait pourrez pourriez pourtant pouvait pouvez pouvoir pouvons prefere premier premiere prend prendre prends
pres presque prete preuve prie prier printemps pris prix probablement probleme problemes prochain prochaine
proche professeur profond promis propos propre puis puisque puisse quand quarante quartier quatre quel quelle
quelles quelqu quelque quelques quels question questions qui quinze quitte quitter quoi raconte raison rapide
rapidement rappelle rare recevez reconnaissant reconnaissante regarde regarder regards regrette remercie
remerciements remercier remettre rencontre rencontrer rendre rentre rentrer repas repond repondre reponse repos
respect reste rester retard retour retourner retrouver reunion reussi reve revenir revoir rien rire robe rouge
route rue sais sait salle salut salutations samedi sang sans sante sauf savais savait savez savoir scene se sec
seconde secret seigneur semaine semaines semble sens sentir sept sera serai serais serait serez serieusement
serieux sert service ses seul seule seulement si sincerement sinceres sinon six soeur soi soif soir soiree soit
soleil somme sommeil sommes son sont sorte sortir souci soudain souhaite souhaiter sourire sous souvenir souvent
soyez suffit suis suite suivant sujet sur surement surpris surtout sympa ta table tais tandis tant tante tard te
tel telle tellement temps tenir terre terrible tete tien tiens tient toi tombe tomber ton tot toujours tour tout
toute toutefois toutes train tranquille travail travaille travailler travers treize trente tres triste trois
trop trouve trouver truc tu tue un une utile va vacances vais vas vaut vecu veille veilleuse vendredi venir vent
venu ver verite vers veulent veut veux vie vieille vieux ville vin vingt vis visage visite vite vivre voici voie
voila voir vois voisin voisine voisins voit voiture voix vont vos votre voudrais voudrait voulais voulait voulez
vouloir voulu vous voyage voyez voyons vrai vraie vraiment vu vue yeux
)"},
    {"it", R"(
abbastanza accordo acqua adesso affatto aiutare aiuto alcuni alla allora almeno alto altra altre altri altro
amica amici amico amore anche ancora andare andato andava andiamo anni anno antipatico anzi appena apprezzo
arrivare arrivato ascolta aspetta aspettare attenzione attimo auguri avanti avere avete aveva avevo avrebbe
avrei avuto bambina bambini bambino basta beh bella belle bello bene benissimo bisogna bisogno bocca brava bravo
brutta brutto buona buonasera buongiorno buoni buono caffe caldo cane capelli capire capisco capita capito capo
cara care cari caro casa caso cena cento cerca cercando cercare cerco certamente certo chi chiama chiamo chiaro
chiedere chiedo chiesa chiesto ciao cielo cinque citta collega colleghi colpa comunque contento contro cordiali
cortese cortesia cosa cose cosi credo cugina cugino cui cuore dare dato davanti davvero debbo dentro detto deve
devi devo dice dici dico dieci dietro dire dispiace disturbo diverso domanda domande domani domenica donna donne
dopo dormire dove dovrebbe dovrei due dunque durante ecco entrambi entro era erano esatto esempio essere estate
fa faccia faccio facile fai fame famiglia fanno fare fatto favore felice festa figli figlia figlio fine finito
fino forse forte fortuna forza fratello freddo fretta fuori gatto gente gentile gentilmente gia giardino
giornata giorni giorno giovane giovedi giro giu giusto grande grandi grazie gruppo guarda guardare guerra idea
ieri importa importante impossibile infatti infine inoltre insieme intanto invece inverno lasciare lavoro
leggere lei lettera letto libero libro loro luce lui lunedi lungo luogo madre magari mai male mamma mangiare
mani mano mare marito martedi mattina mattino matto meglio meno mente mentre mercoledi mese mesi messo mezzo
mila mille minuti minuto modo moglie molta molte molti molto momento mondo morte morto motivo musica neanche
nemmeno nessun nessuna nessuno niente nipote noi nome nonna nonno nonostante nostra nostri nostro notizie notte
nove nulla numero nuova nuovo occhi oggi ogni ognuno oltre ora ore ottimo otto padre paese paio pane parla
parlare parlato parola parole parte passare passato paura pazienza pazzo peccato peggio pensa pensare pensato
pensavo penso per perche perdere perfettamente perfetto permesso pero perso persona persone piace piacere
piacerebbe piano piccola piccolo piedi pieno pioggia piove piu piuttosto po poco poi porta possiamo possibile
posso posto potere potete potrebbe potrei potreste povero prego prendere preso presto prima primavera primo
probabilmente problema problemi pronto proprio prossima prossimo punto puo qua qualche qualcosa qualcuno quale
quali qualsiasi quando quanto quasi quattro quella quelle quelli quello questa queste questi questo qui quindi
ragazza ragazzi ragazzo ragione ricordo ridere ringraziare ringrazio rispondere risposta sa sabato sai salute
saluti saluto salve sapere sapete sapevo sara sarebbe sbagliato sbaglio scritto scrivere scrivo scuola scusa
scusate scusi sedia sei sembra sempre sentire sentito senza sera serio sette settimana settimane si sia siamo
sicuro siete signora signore signori signorina silenzio simile soldi sole solito solo soltanto sono sopra
soprattutto sorella sotto sperando spero sta stai stanco stanno stare stasera stata stati stato stessa stesso
storia strada strano stupido su subito suo suoi tale tanta tante tanti tanto tardi tavola te tempo tenere terra
terribile testa tipo torna tornare tra tranquillo tre treno triste troppo trovare trovato tutta tutte tutti
tutto ufficio ultima ultimo umano un una uno uomini uomo urgente usare va vado vai vecchio vede vedere vediamo
vedo venerdi vengo venire venti vento vera veramente vero verso vi via vicina vicini vicino viene vino visto
vita vivere voce voglia voglio voi volere volete volevo volta volte vorrei vostra vostro vuoi vuole zia zio
)"},
    {"nl", R"(
aan aangenaam aardig acht achter af afgelopen al alle alleen alles als alsjeblieft alstublieft altijd ander
andere anders antwoord arm auto avond baan baas bang bed bedankje bedankt bedoel been beetje begin beginnen
begrijp begrijpen beide beken bekend bel bellen ben bent beste beter bij bijna bijvoorbeeld binnen blij blijf
blijft blijven boek boos bovendien bovenop brief broer buiten buren buurman buurvrouw daar daarna daarom
daarvoor dacht dag dagen dame dames dan dank dankbaar danken dankjewel dat deden deed deel deur deze dezelfde
dicht dichtbij die dier ding dingen direct dit dochter doe doen doet dom donker dood door dorp draag drie
drinken druk dubbel duidelijk durf dus duur echt echter een eens eenvoudig eerder eerlijk eerst eerste eeuwig
eigen eigenlijk eind einde eindelijk elk elkaar elke en enig enige enkele er erg ergens eten even familie
fantastisch feest feit fiets fijn fout fouten gaan gaat gaf gauw gebeurd gebeuren gebeurt geboren gedaan gedacht
geduld geef geeft geen geeneens gegaan gegeven gehad geholpen gehoord gek gekomen gekregen gelachen geld geleden
gelijk geloof geloven geluk gelukkig gemaakt gemakkelijk genoeg gesproken geval gevoel gevonden gevraagd geweest
geweldig gewoon gezegd gezicht gezien gezin ging gisteren god goed goede goedemiddag goedemorgen goedenavond
goeie graag groen groet groeten groetjes groot grootmoeder grootvader grote haar had hadden half hallo hand
handen hard hart hartelijk hartelijke heb hebben hebt heeft heel heen heer heet hele helemaal help helpen helpt
hem hen herinner het heten hier hij hoe hoi hond honderd hoofd hoog hoop hoor hoorde hopelijk hopen horen houd
houden houdt huis hun idee ieder iedere iedereen iemand iets ijs ik in inderdaad ineens inmiddels interessant ja
jaar jammer jaren je jij jong jongen jongens jou jouw juist jullie kamer kan kans kant kast kat keer ken kent
kerk keuken kijk kijken kijkt kind kinderen klaar klein kleine klok klopt koffie kom komen komt kon konden koud
kreeg krijg krijgen krijgt kun kunnen kunt kwam kwamen kwijt laat laatst laatste lach lachen land lang langer
langs langzaam last laten later leeg leer leggen leren leuk leven lezen licht lief liefde liever liggen ligt
lijkt links loopt lopen los lucht luid luister maak maakt maakte maal maand maandag maanden maar mag maken
makkelijk mama man manier mannen me mee meer meest meestal meisje mekaar melk meneer mens mensen met meteen
mevrouw middag midden mij mijn mijne minder minuten minuut mis misschien moe moed moeder moeilijk moest moesten
moet moeten mogelijk mogen moment mond mooi mooie morgen muziek na naam naar naast nacht natuurlijk nee neef
neem neemt nek nemen nergens net neus nicht niemand niet niets nieuw nieuwe nieuws niks nodig nog nogal nogmaals
nooit nou nu nummer of ogen oke om oma omdat onder ongeveer ons onze ooit ook oom op opeens open opnieuw oud
oude ouders over overal overigens paar papa papier pas pijn plaats plan plezier plotseling poos praat praten
precies prima probeer proberen probleem problemen raam raar recht rechts reden regen regent reis rest rijden
rond rood rug ruim rust rustig samen schat schatje schijnt school schrijf schrijven schuld slaap slapen slecht
slechte slechts slim snap sneeuw snel soms soort sorry spannend speciaal spelen spijt spijten spreek spreken sta
staan staat stad stap steeds stem sterk sterven stil stoel stom stop stoppen straat straks stuk stuur super
tafel tante te tegen ten tenminste tenslotte terug terugkomen terwijl thee thuis tien tijd tijden tijdens toch
toe toen toestand tot totaal trein trots trouwen trouwens tuin tussen twaalf twee tweede twintig u uit
uiteindelijk uiteraard uur uw vaak vader vakantie van vanaf vanavond vandaag vanmorgen vanwege vast vaste veel
ver verder verdriet vergeet vergeten verhaal verkeerd verkoop verleden verliezen verloren vermoedelijk verschil
verschillende verschrikkelijk verstand vertel vertelde vertellen vertelt vertrouwen vervelend via vier vind
vinden vindt vis vlug voel vol volgende volgens vond voor vooraf vooral voorbeeld voorbij voordat voorheen vorig
vorige vraag vraagt vragen vreemd vreselijk vriend vriendelijk vriendelijke vrienden vriendin vrij vrijdag vroeg
vroeger vrouw vrouwen waar waarheid waarin waarom waarschijnlijk wacht wachten wakker wandelen wanneer want
waren warm was wat water we week weekeinde weekend weer weet weg wegens weinig wel welk welke wens wensen wereld
werk werken werkt weten wie wij wijn wil wilde willen wilt wind winter wist woensdag wonderlijk wonen woon woont
woord woorden word worden wordt zaak zaken zal zat zaterdag ze zee zeer zeg zeggen zegt zei zeker zelf zelfs zes
zet zeven zich zie zien ziet zijn zin zit zitten zo zoals zodat zodra zoek zoeken zoiets zomaar zomer zon zondag
zonder zoon zorg zorgen zou zouden zowel zus zuster zwart
)"},
    {"pt", R"(
abaixo abraco abracos acha achei acho acontece aconteceu acordo adeus agora agradecia agradeco agua ai ainda
alem alguem algum alguma algumas alguns ali alias alto amanha amiga amigas amigo amigos amor andar ano anos
antecipadamente antes apenas aquela aquele aqui aquilo assim assunto ate atencao atenciosamente atras atraves
avo bastante beijo beijos bela belo bem boa boas bocado bom bonita bonito bons braco cabeca cada cafe cama
caminho cansado cara carro carta casa caso cedo cem certamente certeza certo ceu chama chamo chegar chegou chove
chuva cidade cinco claro coisa coisas colega colegas com comer comida comigo como completamente comprar comprei
conhecer conheco consegue conseguir consigo conta contar contente contra conversa coracao cordialmente corpo
cuidado culpa cunhada cunhado da dai dar de decidi deixa deixar deixe deixou demais dentro depois depressa
desculpa desculpas desculpe desculpem desde deu deus deve devem deveria devia devo dez dia dias dificil diga
digo dinheiro direito dirigir disse disseram dito diz dizem dizer dois domingo dona dormir duas duvida ela elas
ele eles embora encontrar encontrei enquanto entao entender entendo entre era eram errado erro escola escrever
escrevi escrevo escrito espera esperando esperar espero esposa essa esse esta estado estamos estao estar estas
estava estavam este estes esteve estive estou estranho eu exatamente excelente exemplo facil faco fala falar
falei falta familia favor faz fazem fazendo fazer fazia feira feito feliz festa fez ficar ficou filha filho
filhos fim final finalmente fiquei fiz foi fome fora foram forma forte fosse frente frio fui gata gato gente
gosta gostaria gostava gosto graca grande grandes grata grato grupo guerra ha haver havia historia hoje homem
homens hora horas horrivel ideia igual importa importante impossivel infelizmente inteiro inverno ir irma irmao
isso isto ja jamais janela jardim jeito jovem juntos la lado lamento ler levar leve livre livro logo longe
lonjura louco lua lugar luz mae maior mais mal mamae mandar maneira manha mao maos mar maravilhoso marido mas
mau me medo meia meio melhor melhores menina menino menos mensagem mente mentira mes mesa meses mesma mesmo meu
meus mil minha minhas minuto minutos moca moco modo momento morreu morte morto motivo muita muitas muito muitos
mulher mundo musica nada nao nasceu natal navio nele nem nenhum nenhuma nervoso neta neto ninguem nisso noite
noites nome normal norte nos nossa nosso nova nove novo numero nunca obrigada obrigado odeio oi oito ola olha
olhar olhos onde ontem onze otimo ou outra outras outro outros pai pais palavra palavras papel para parece parte
passado passar paz pe pedir pegar pela pelo pena pensar pensei penso pequena pequeno perder perdido perdoe
perfeitamente perfeito pergunta perguntar perguntas perto pessoa pessoal pessoas pior pode podem podemos poder
poderia poderiam podia pois por porque porta portanto possivel posso pouca pouco poucos pra praia prazer precisa
precisamos preciso pressa prima primavera primeira primeiro primo pronto propria proprio proxima proximo pude
puder quais qual qualquer quando quanto quarta quarto quase quatro que queira quem quente quer queria querida
querido queridos quero questao quinta quinze rapaz rapidamente rapido razao real realmente reuniao rua sabado
sabe sabem saber sabia saiba sair sala saudacoes saudade saude se segunda segundo seguro sei seis sem semana
semanas sempre senhor senhora senhores sentido sentir ser sera seria serio sete seu seus sexta sim simples
simplesmente sinto situacao so sob sobre sobrinha sobrinho sogra sol somente somos sorte sou sozinho sua suas
suficiente sujo tal talvez tambem tanta tanto tao tarde tchau tem temos tempo tendo tenha tenho tentar tentei
ter terca terra terrivel teve ti tia tinha tio tipo tive toda todas todo todos tomar tonto trabalha trabalhar
trabalho tras tres triste tu tua tudo ultima ultimo um uma umas uns urgente usar vai vamos vao varias varios
vejo velha velho vem ver verao verdade verdadeiro vez vezes vi viagem vida vim vinha vinte vir viu viver vivo
vizinha vizinho vizinhos voce voces volta voltar vontade vou voz
)"},
};

}  // namespace

bool is_common_word(std::string_view lang, std::string_view folded) {
  static const WordTable table(kCommonWords);
  const WordSet* words = table.of(lang);
  return is_stop_word(lang, folded) || (words != nullptr && words->contains(folded));
}

}  // namespace kb
