# ruff: noqa: RUF001 - the Russian words are Russian
"""The words around what customers name: before numbers, after amounts, and nothing else.

How to read a row: words are parted by spaces, `word*` is any word that begins so. Case and accents
never matter.
"""

from collections.abc import Mapping
from types import MappingProxyType

#: Kind of entity → the words, in five languages, behind which its number stands.
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "order_number": (
            "order orders pedido pedidos orden compra encomenda encomendas"
            " заказ заказа заказу заказе заказом заказы заказов сделка سفارش* خرید"
        ),
        "invoice_number": (
            "invoice invoices bill receipt factura facturas recibo fatura faturas"
            " счет счета счету счете счетом счет-фактура счет-фактуры инвойс* квитанци*"
            " فاکتور* صورتحساب* رسید"
        ),
        "subscription_number": (
            "subscription subscriptions membership suscripcion suscripciones"
            " подписка подписки подписку подписке подпиской assinatura assinaturas subscricao"
            " اشتراک*"
        ),
        "tracking_number": (
            "tracking consignment waybill seguimiento rastreo guia rastreio rastreamento"
            " трек трека трек-номер* трек-код* отслеживани* накладн* رهگیری پیگیری"
        ),
        "postcode": "postcode postal zip zipcode cep cp индекс* پستی",
        "phone": (
            "phone telephone tel mobile cell whatsapp telefono movil celular"
            " телефон* тел моб мобильный telefone telemovel تلفن* موبایل* همراه"
        ),
    }
)

#: What may stand between such a word and its number.
BETWEEN = (
    "# № : . , ( - – — = \" ' « “ is was s my the with its it under of"
    " number numbers no num nr n o code id ref reference"
    " numero numeros codigo es mi el la los las con de del su en"
    " номер номера номером номерам код мой моя моего моей это под за"
    " meu minha do da com e a os as sob"
    " شماره کد من ما را با به ی ام های ها است"
)
#: Of these, what says that a number follows, however short it is.
MARKS = (
    "# № number numbers no num nr id numero numeros код номер номера номером شماره کد code codigo"
)
#: Between two numbers of a kind.
AND = ", & and y e и و or o ou или یا"
#: Before a number that is meant not to be it.
NOT = "not no не nao نه"
#: Behind a number that counts something.
COUNTED = (
    "box boxes piece pieces pcs unit units item items bag bags cup cups pack packs times x kg g"
    " gr gram grams ml l day days week weeks month months year years hour hours minute minutes"
    " people percent euros euro dollars"
    " caja cajas unidad unidades pieza piezas bolsa bolsas paquete paquetes veces gramos kilos dia"
    " dias semana semanas mes meses ano anos hora horas minutos personas"
    " caixa caixas unidade pecas peca sacos pacote pacotes vezes gramas quilos pessoas"
    " коробка коробки коробок штук штуки шт пачка пачки пачек раз раза грамм кг день дня дней"
    " недель недели неделю месяц месяца месяцев год лет часов часа минут человек"
    " جعبه عدد بسته کیلو گرم روز هفته ماه سال ساعت دقیقه نفر بار"
)

#: Currency (ISO 4217) → its signs and words.
CURRENCIES: Mapping[str, str] = MappingProxyType(
    {
        "EUR": "€ eur euro euros евро یورو",
        "USD": "$ us$ usd dollar dollars dolar dolares доллар* دلار",
        "GBP": "£ gbp pound pounds libra libras фунт* پوند",
        "RUB": "₽ rub ruble* rouble* rublo* руб рубл* р روبل",
        "IRR": "﷼ irr rial rials ریال",
        "BRL": "r$ brl reais",
        "UAH": "₴ uah гривн* грн",
        "CHF": "chf franken франк*",
        "PLN": "pln zł zl zloty* злот*",
        "TRY": "₺ лир* لیر",
        "INR": "₹ inr",
        "JPY": "¥ jpy yen йен*",
        "SEK": "sek",
        "NOK": "nok",
        "DKK": "dkk",
        "CZK": "czk",
        "KZT": "₸ kzt тенге",
        "MXN": "mxn",
        "CAD": "cad",
        "AUD": "aud",
        "CNY": "cny yuan юан*",
        "AED": "aed درهم",
    }
)
#: Currencies without a smaller unit; the others have hundredths.
WHOLE = frozenset({"JPY"})
#: Ten rial: what prices in Iran are told in.
TOMAN = "تومان تومن toman tomans туман*"
#: What a number is multiplied by.
MULTIPLIERS: Mapping[str, int] = MappingProxyType(
    {"thousand": 1000, "mil": 1000, "тыс": 1000, "тысяч": 1000, "тысячи": 1000, "هزار": 1000}
    | {"k": 1000, "million": 10**6, "млн": 10**6, "میلیون": 10**6}
)

#: Before a day of the week that is still to come.
TO_COME = (
    "next by until till before coming proximo proxima hasta para ate que до к следующ* ближайш*"
    " آینده تا بعد"
)

#: In a sentence that wishes for something, where the day is still to come, too.
WISHES = (
    "deliver bring postpone reschedule instead entregar entreguen entreguem traer traigan"
    " cambiar aplazar mudar adiar trazer доставить доставьте привезти привезите перенести"
    " перенесите بدهید دهید بیاورید بیندازید"
)
#: What was promised is over.
PROMISED = "promis* promet* обеща* قول"
#: Where nobody is, and that nobody is: a day of a clause with both is none that is wished for.
HOME = "home casa дома خانه"
NOBODY = "not nobody no nadie ninguem nao не некому нет نیستم نیستیم نیست"

#: Days of the week as Russian declines them; dateparser knows two cases of six.
WEEKDAY_CASES: Mapping[str, str] = MappingProxyType(
    {
        "monday": "понедельник*",
        "tuesday": "вторник*",
        "wednesday": "среды среде средой",
        "thursday": "четверг*",
        "friday": "пятниц*",
        "saturday": "суббот*",
        "sunday": "воскресень*",
    }
)

#: By these a question is about something of the customer's, and not about how things are.
OWN = (
    "my mine our ours mi mis nuestro nuestra мой моя мое мои моего моей мою моих моим наш наша наше"
    " наши нашего нашей meu minha meus minhas nosso nossa من ما سفارشم حسابم اشتراکم پولم"
)

#: Words that say nothing of what is asked, beside those by which triage knows a language.
SMALL = (
    "hasta desde sobre entre cual cuales quien ser son fue cuanto cuantos cuanta cuantas"
    " ate qual quais quem ser sao foi quanto quantos quanta quantas posso pode vocs voces"
    " which who whom whose about into after before then than them these those could should"
    " и в во на не что как где когда почему я мы вы он она они у к ко с со за из от до по для о об"
    " это этот эта эти мой моя мое мои мне меня нам нас вам вас ваш ваша ли же бы но а или если уже"
    " еще есть был была было были быть можно нужно могу хочу какой какая какие сколько пожалуйста"
    " و در به از که را با این آن من ما شما است هست بود شد شود می کجا کی چه چرا چطور آیا یا اگر هم"
    " تا برای یک خود کنم کنید کرد کردم دارم دارد دارید چند چقدر لطفا سلام"
)
