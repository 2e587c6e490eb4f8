# ruff: noqa: RUF001 - the Russian words are Russian
"""What customers say: the words and phrases that the triage specialist knows, and nothing else.

How to read a row: phrases are parted by commas. `a/b` is either word, `word*` any word that begins
so, and `..` lets up to three words stand between. Case, accents and punctuation never matter.
Between two intents that are equally well supported, the one further up wins.
"""

from collections.abc import Mapping

from orchestration.events import Urgency

#: Intent → language → its phrases.
Phrases = Mapping[str, str]

#: What is said when nothing else is said: it never outweighs a matter.
GREETING = "greeting"
#: What no row below knows.
OTHER = "other"
#: Asked for in words, a person is as wanted as by `/human`.
HUMAN = "human"

INTENTS: Mapping[str, Phrases] = {
    "payment_failed": {
        "en": "payment .. failed/fails/declined/rejected, payment .. go/going through,"
        "payment error, card .. declined/rejected/refused, card .. not accepted,"
        "can't/cant/cannot/unable .. pay, checkout .. fails/error/failed",
        "es": "pago .. rechazado/falla/fallido/falló, tarjeta .. rechazada/rechazan/rechaza,"
        "no .. pagar, no acepta .. tarjeta, error .. pagar/pago",
        "de": "zahlung .. fehlgeschlagen/abgelehnt/nicht, zahlung schlägt fehl, bezahlen .. nicht,"
        "karte .. abgelehnt/nicht, kann nicht .. bezahlen/zahlen, nicht bezahlen",
        "ru": "оплат*/платеж* .. не проход*/прош*, не проход* .. оплат*/платеж*, оплата не,"
        "карт* .. отклон*, карт* не, не могу .. оплатить/заплатить, ошибк* .. оплат*,"
        "платеж* отклон*",
        "fr": "paiement .. refusé/échoué/échoue/rejeté/pas, carte .. refusée/refuse/rejetée,"
        "pas .. payer, impossible .. payer",
        "pt": "pagamento .. recusado/falhou/falha, cartão .. recusado, não .. pagar",
        "it": "pagamento .. rifiutato/fallito/riuscito, carta .. rifiutata, non .. pagare",
    },
    "damaged_item": {
        "en": "damaged, broken, defective, faulty, cracked, shattered, scratched, torn, smashed,"
        "arrived/came broken/damaged/cracked, wrong item/product/colour/color/one,"
        "missing part/parts/piece/pieces, doesn't/won't turn on",
        "es": "roto, rota, rotos, rotas, dañad*, defectuos*, rayad*, llegó .. roto/rota/dañado,"
        "producto/artículo/color equivocado/incorrecto, falta una pieza, faltan piezas",
        "de": "kaputt*, beschädigt*, defekt*, zerbrochen*, zerkratzt*,"
        "kaputt/beschädigt angekommen, falschen/falscher/falsches/falsche artikel/produkt/farbe,"
        "teil/teile fehlt/fehlen",
        "ru": "сломан*, сломал*, разбит*, поврежд*, брак, бракован*, дефект*, треснут*, трещин*,"
        "царапин*, не тот товар, прислали не то/тот/ту, не хватает детал*",
        "fr": "cassé*, abîmé*, endommagé*, défectueu*, brisé*, rayé, rayée,"
        "arrivé .. cassé/abîmé, mauvais article/produit, mauvaise couleur, manque .. pièce",
        "pt": "quebrad*, danificad*, defeituos*, com defeito, produto errado, partid*",
        "it": "rotto, rotta, rotti, danneggiat*, difettos*, graffiat*, articolo/prodotto sbagliato",
    },
    "account_access": {
        "en": "password*, log in, login, log on, sign in, locked out, verification code,"
        "two factor, 2fa, can't/cant/cannot/unable .. log/login/sign,"
        "account .. locked/blocked/hacked/suspended, access .. account, reset .. password,"
        "my account, hacked",
        "es": "contraseña*, iniciar sesión, mi cuenta, cuenta .. bloqueada/hackeada/suspendida,"
        "no puedo entrar, no puedo acceder, entrar .. cuenta, acceder, código .. verificación",
        "de": "passwort*, kennwort*, anmelden, einloggen, login, mein konto, meinem konto,"
        "konto .. gesperrt/gehackt, zugang*, nicht einloggen/anmelden, bestätigungscode",
        "ru": "парол*, войти, вход, логин*, аккаунт*, учетн* запис*, личн* кабинет*, не могу войти,"
        "заблокирован*, взломал*, взломан*, код .. не приходит, доступ*",
        "fr": "mot de passe, connecter, connexion, mon compte, compte .. bloqué/piraté/suspendu,"
        "identifiant*, accéder, code .. vérification",
        "pt": "senha, palavra passe, minha conta, conta .. bloqueada/invadida, entrar na conta",
        "it": "password, accedere, mio account, account .. bloccato/violato, credenziali",
    },
    "subscription": {
        "en": "subscription*, subscribe*, unsubscribe*, membership*, renew*, auto renew*,"
        "cancel .. subscription/plan/membership, upgrade/downgrade .. plan, my plan, trial",
        "es": "suscripci*, suscrib*, membresía, renovación, renovar, mi plan, darme de baja,"
        "cancelar .. suscripción/plan",
        "de": "abo, abos, abonnement*, kündig*, mitgliedschaft*, verlänger*, mein tarif, probeabo,"
        "abo/abonnement .. kündigen",
        "ru": "подписк*, отпис*, тариф*, продлен*, продлить, автопродлен*, отмен* .. подписк*",
        "fr": "abonnement*, abonné*, résili*, désabonn*, renouvel*, mon forfait,"
        "annuler/résilier .. abonnement",
        "pt": "assinatura*, subscrição, cancelar .. assinatura, renovação, meu plano",
        "it": "abbonament*, disdire, disdetta, rinnovo, annullare .. abbonamento",
    },
    "return_refund": {
        "en": "refund*, return, returning, returns, send .. back, money back, exchange*,"
        "want .. refund/return/money, changed my mind, wrong size, too small, too big",
        "es": "reembols*, devolver, devolución*, devuelv*, dinero de vuelta, talla equivocada,"
        "cambiar .. talla, mi dinero, quiero .. reembolso",
        "de": "rückerstatt*, erstatt*, zurückgeben, zurückschick*, zurücksend*, retoure*,"
        "rückgabe*, rücksend*, umtausch*, geld zurück, widerruf*, falsche größe, zu klein, zu groß",
        "ru": "вернуть, верните, возврат*, возмещ*, обмен, обменять, деньги назад, не подош*,"
        "вернуть .. деньги/товар",
        "fr": "rembours*, retour, retourner, renvoyer, échange, échanger, mauvaise taille,"
        "trop petit/petite/grand/grande",
        "pt": "reembols*, devolver, devolução, trocar, dinheiro de volta",
        "it": "rimbors*, restituire, reso, cambio taglia, soldi indietro",
    },
    "order_status": {
        "en": "where .. order/orders/package/parcel/delivery/shipment, when .. arrive/arrives/ship,"
        "when .. delivered/shipped/come, track*, hasn't/not/never arrived, order, orders,"
        "order status, not/never/haven't received, waiting .. order/package/parcel/delivery,"
        "delivery, parcel, package, shipment, status .. order",
        "es": "dónde .. pedido/paquete/envío, cuándo .. llega/llegará/llegan,"
        "no .. llegado/recibido, pedido*, paquete*, envío, seguimiento, rastrear, estado .. pedido",
        "de": "wo .. bestellung/paket/lieferung/sendung, wann .. kommt/ankommt/geliefert/lieferung,"
        "nicht angekommen/erhalten/geliefert, bestellung*, paket*, lieferung*, sendung*,"
        "lieferstatus, warte .. auf",
        "ru": "где .. заказ*/посылк*/доставк*, когда .. прид*/привез*/достав*, не приш*,"
        "не получил*, не доставил*, заказ*, посылк*, доставк*, трек, отследить, статус .. заказ*",
        "fr": "où .. commande/colis/livraison/paquet, quand .. livr*/arrive*/recevr*, colis,"
        "pas .. reçu/arrivé/arrivée, commande*, livraison*, suivi, statut .. commande",
        "pt": "onde .. pedido/encomenda/pacote, quando .. chega, não .. chegou, encomenda*,"
        "pedido*, entrega, rastrear",
        "it": "dov'è .. ordine/pacco, dove .. ordine/pacco, quando .. arriva, non .. arrivato,"
        "ordine, pacco, spedizione, consegna",
    },
    "billing": {
        "en": "invoice*, receipt*, bill, billing, billed, charged .. twice, charged twice,"
        "overcharged, double charge*, charged .. much, charged, charge, charges, vat",
        "es": "factur*, recibo, cobr*, cobrado .. veces, cobrado/cobraron .. doble, cargo,"
        "cargos, iva",
        "de": "rechnung*, abgebucht*, abbuchung*, doppelt abgebucht/berechnet, quittung*, beleg,"
        "mehrwertsteuer, zu viel .. berechnet/bezahlt",
        "ru": "счет, счета, счет фактур*, списал*, списан*, списал* .. дважды, дважды списал*, чек,"
        "квитанц*, ндс",
        "fr": "factur*, débité*, prélev*, débité .. fois, prélevé .. fois, tva",
        "pt": "fatura*, cobrança, cobrad*, cobraram, recibo",
        "it": "fattura, fatture, addebit*, addebitato .. volte, ricevuta, iva",
    },
    "technical": {
        "en": "error*, crash*, bug, bugs, glitch*, freezes, frozen, doesn't/doesnt/not/won't work,"
        "not working, stopped working, won't/doesn't/not load, app .. crashes/crashing,"
        "website/site/page/link .. down/slow/broken/blank, install*",
        "es": "error*, no funciona, no funcionan, no carga, no abre, fallo, se cierra, se cuelga,"
        "página .. blanco, aplicación .. cierra",
        "de": "fehler*, funktioniert .. nicht, funktionieren nicht, geht .. nicht, lädt .. nicht,"
        "absturz, stürzt .. ab, app .. ab, hängt",
        "ru": "не работает, не работают, ошибк*, сбой, сбои, вылетает, зависает, завис, баг, баги,"
        "не загруж*, не открыва*, не запуска*, тормозит",
        "fr": "marche pas, marche plus, fonctionne pas, fonctionne plus, erreur*, bug, bugs,"
        "charge pas, application/site/appli .. plante, page .. blanche",
        "pt": "não funciona, erro, erros, não abre, não carrega, travando",
        "it": "non funziona, errore, errori, non si apre, non carica, si blocca",
    },
    "sales": {
        "en": "price*, pricing, how much, discount*, coupon*, voucher*,"
        "do you have/sell/ship/offer, in stock, available, buy, wholesale, quote, demo,"
        "difference between, recommend, which plan, how much .. cost",
        "es": "precio*, cuánto cuesta/cuestan/vale, descuento*, cupón, disponible*, comprar,"
        "oferta*, presupuesto, venden, tienen .. stock, en stock",
        "de": "preis, preise, kostet, kosten, rabatt*, gutschein*, kaufen, verfügbar, lager,"
        "angebot*, haben sie, verkaufen sie, liefern sie, wie viel kostet",
        "ru": "цена, цены, цену, сколько стоит/стоят/будет, стоимост*, скидк*, промокод*, купить,"
        "наличии, оптом, прайс*",
        "fr": "prix, combien .. coûte/coûtent, remise*, réduction*, promo, code promo, acheter,"
        "disponible*, en stock, devis, vendez",
        "pt": "preço*, quanto custa, desconto*, comprar, disponíve*, orçamento",
        "it": "prezzo, prezzi, quanto costa, sconto, sconti, comprare, disponibil*, preventivo",
    },
    HUMAN: {
        "en": "human, real person, live agent, speak/talk .. person/human/agent/someone/manager,"
        "speak/talk .. operator/representative, not a bot, call me",
        "es": "humano, persona real, hablar .. persona/humano/agente/alguien/operador,"
        "hablar con una persona",
        "de": "echter mensch, echten menschen, menschen/mitarbeiter/jemandem sprechen/reden,"
        "mit .. menschen, mit .. mitarbeiter",
        "ru": "человеком, жив* человек*, оператор*, позовите, соедините, менеджер*, с .. человеком",
        "fr": "humain, vraie personne, conseiller, parler .. personne/humain/conseiller/quelqu",
        "pt": "humano, atendente, falar com .. pessoa/alguém/humano",
        "it": "umano, operatore, persona reale, parlare con .. persona/qualcuno/operatore",
    },
    "complaint": {
        "en": "complain*, complaint*, terrible, awful, worst, horrible, unacceptable, disgusting,"
        "ridiculous, rude, disappointed, disappointing, bad/poor service, never again, waste of",
        "es": "queja*, reclamación*, pésim*, horrible, inaceptable, vergüenza, decepcionad*,"
        "mal servicio, maleducad*",
        "de": "beschwer*, unverschämt*, furchtbar*, katastroph*, enttäuscht*, frechheit,"
        "inakzeptabel, schlechter/schlechten/schlechte service, unfreundlich*",
        "ru": "жалоб*, жалова*, ужасн*, отвратительн*, кошмар*, безобраз*, возмутительн*, хамств*,"
        "хамит, разочарован*, обман*, плох* сервис*/обслуживан*",
        "fr": "plainte, réclamation, inadmissible, inacceptable, scandaleux, honteux, déçu, déçue,"
        "nul, nulle, horrible, mauvais service, arnaque",
        "pt": "reclamação, péssim*, horrível, inaceitável, decepcionad*, vergonha",
        "it": "reclamo, pessim*, orribile, inaccettabile, delus*, vergogna",
    },
    GREETING: {
        "en": "hi, hello, hey, good morning/afternoon/evening, thanks, thank you, bye, goodbye",
        "es": "hola, buenos días, buenas, gracias, adiós",
        "de": "hallo, guten tag/morgen/abend, moin, servus, danke, dankeschön, tschüss",
        "ru": "привет, приветствую, здравствуй, здравствуйте, добрый день/вечер, доброе утро,"
        "спасибо, благодарю",
        "fr": "bonjour, bonsoir, salut, coucou, merci, au revoir",
        "pt": "olá, oi, bom dia, boa tarde/noite, obrigado, obrigada",
        "it": "ciao, buongiorno, buonasera, salve, grazie",
    },
}

#: A calm phrase covers the loud word inside it: "not urgent" is not urgent.
URGENCY: Mapping[Urgency, Phrases] = {
    Urgency.URGENT: {
        "en": "urgent, urgently, asap, immediately, emergency, fraud*, stolen, scam*, hacked,"
        "lawyer*, attorney*, sue, court, legal action, police, outage, unauthorised,"
        "unauthorized, data breach, can't/cant/cannot/unable .. work,"
        "everything/production/system .. down, nobody can work",
        "es": "urgente*, urgencia, inmediatamente, de inmediato, emergencia, fraude, robad*,"
        "estafa*, hackead*, abogad*, denuncia*, demandar, policía, no podemos trabajar,"
        "no puedo trabajar",
        "de": "dringend*, sofort, notfall, betrug*, betrüger*, gestohlen*, gehackt, anwalt,"
        "anwält*, polizei, anzeige, gericht, nicht arbeiten, eilt",
        "ru": "срочн*, немедленно, мошенни*, украли, украден*, украл, взломал*, взломан*, адвокат*,"
        "юрист*, суд, полици*, прокуратур*, роспотребнадзор*, не можем работать, не могу работать",
        "fr": "urgent*, urgence, immédiatement, fraude, volé, volée, piraté*, avocat*, tribunal,"
        "police, porter plainte, peux/pouvons .. travailler",
        "pt": "urgente*, imediatamente, fraude, roubad*, golpe, advogad*, polícia, processar",
        "it": "urgente*, subito, immediatamente, frode, truffa, rubat*, avvocat*, polizia",
    },
    Urgency.HIGH: {
        "en": "unacceptable, ridiculous, terrible, awful, worst, furious, angry, disgusting,"
        "fed up, right now, as soon as possible, third time, how many times, still waiting,"
        "still no, chargeback, deadline, by tomorrow",
        "es": "inaceptable, pésim*, furios*, hart*, vergüenza, cuanto antes, lo antes posible,"
        "tercera vez, cuántas veces, sigo esperando, ahora mismo",
        "de": "unverschämt*, inakzeptabel, wütend, sauer, frechheit, so schnell wie möglich,"
        "schnellstens, zum dritten mal, immer noch, warte .. wochen, katastrophe",
        "ru": "ужасн*, отвратительн*, безобраз*, возмутительн*, кошмар*, сколько можно, быстрее,"
        "как можно скорее, третий раз, до сих пор, прямо сейчас",
        "fr": "inadmissible, inacceptable, scandaleux, honteux, furieux, furieuse, ras le bol,"
        "au plus vite, dès que possible, troisième fois, toujours pas, tout de suite",
        "pt": "inaceitável, péssim*, furios*, o quanto antes, terceira vez, agora mesmo",
        "it": "inaccettabile, pessim*, furios*, al più presto, terza volta, adesso",
    },
    Urgency.LOW: {
        "en": "not urgent, isn't urgent, nothing urgent, no rush, no hurry, not in a hurry,"
        "whenever you, when you have time, take your time, just curious, just wondering,"
        "not an emergency, low priority",
        "es": "no es urgente, nada urgente, no urgente, sin prisa, no hay prisa, cuando puedan,"
        "cuando puedas, solo curiosidad",
        "de": "nicht dringend, nicht so dringend, nicht sofort, keine eile, eilt nicht,"
        "wenn sie zeit haben, nur neugierig",
        "ru": "не срочно, несрочно, не спеш*, когда будет время, не к спеху, просто интересно",
        "fr": "pas urgent, rien d'urgent, pas d'urgence, pas pressé, pas pressée, quand vous aurez,"
        "quand vous pouvez, simple curiosité",
        "pt": "não é urgente, sem pressa, quando puderem",
        "it": "non è urgente, senza fretta, con calma",
    },
}

#: What needs no word to be loud.
LOUD_SIGNS = ("!!!", "😡", "🤬", "😤")

#: Small words by which a language written in Latin letters is known.
STOP_WORDS: Mapping[str, str] = {
    "en": "the and is are was were my your you it this that to of for with have has had not i do"
    " does did can what when where how why please we they there from but been hello would could"
    " will am want need thanks thank on in at be an just get got if",
    "es": "el la los las un una unos de del que y en es por para con mi mis tu su me se lo le no si"
    " pero está están cuando donde como qué hola muy ya yo quiero tengo ha han he necesito puedo"
    " gracias al porque esta este más todavía sin",
    "de": "der die das und ist sind nicht ich sie wir mein meine meinen meinem meiner ein eine"
    " einen einer zu mit auf für von dem den des es im am bei wie was wo wann warum kann habe"
    " hat haben bitte aber noch war wird mir mich ihr hallo auch schon kein keine danke",
    "fr": "le la les un une des du de et est je j vous nous mon ma mes votre ce cette pas ne n"
    " que qu qui pour avec sur dans il elle ai a été suis où quand comment pourquoi mais bonjour"
    " toujours en au aux c d l merci s veux peux plus",
    "pt": "o a os as um uma de do da dos das que e em é por para com meu minha não se mas está"
    " quando onde como olá muito já eu quero tenho foi seu sua ainda na no nas nos você obrigado"
    " obrigada",
    "it": "il lo la gli le un una di del della dei che e in è per con mio mia non si ma sono quando"
    " dove come ciao molto già io voglio ho hanno ha questo questa ancora nel alla al mi grazie",
}

#: Letters by which a text in Cyrillic is known not to be Russian.
NOT_RUSSIAN = "іїєґўјљњћђџѓќѕ"

#: Letters by which a text in Arabic script is known to be Persian.
PERSIAN = "پچژگکی"
