"""The words by which a postal address is known: kinds of streets, and countries.

Words are parted by spaces, without accents; a `-` before one means that it ends a longer word.
"""

from collections.abc import Mapping
from types import MappingProxyType

#: Before the street's name: "Calle Mayor 7", "ул. Ленина, 5", "خیابان ولیعصر".
BEFORE = (
    "calle c/ avenida avda av plaza paseo camino carrer ronda rua praca travessa estrada largo"
    " alameda rue via viale piazza ул улица улице улицу проспект проспекте пр-т пр переулок пер"
    " шоссе бульвар набережная наб خیابان کوچه بلوار میدان"
)
#: Behind it: "12 Mill Lane", "Lindenstraße 5", "Brīvības iela 5".
BEHIND = (
    "street st road rd lane ln avenue ave drive dr close court way square quay row terrace place"
    " iela gatve -strasse -straße -str -weg -allee -platz -gasse -ring -damm -straat"
)
#: What says that an address follows.
INTRODUCED = "address direccion morada endereco адрес آدرس نشانی"
#: In which a number belongs to the street: house, flat, floor.
WITHIN = "д дом кв корп стр apt flat unit floor piso pta esc andar esq dto bloco پلاک واحد طبقه"
#: Before a postcode; what stands between it and its word belongs to neither.
POSTAL = "postcode postal codigo code zip cp cep индекс کد کدپستی پستی"
#: Words that no city is called.
NO_CITY = (
    "please thanks thank gracias por favor obrigado obrigada спасибо пожалуйста لطفا ممنون"
    " from since now ahora agora теперь desde and и y e و است هست باشد را به بفرستید"
)
#: Words in a city's name that are not written as names are: "Rivas de la Sierra".
PARTICLES = "de del da do das dos la las el los le les di am an der im on upon of in sur na"

#: Country as systems write it → how people name it.
COUNTRIES: Mapping[str, str] = MappingProxyType(
    {
        "Spain": "spain espana espanha испания اسپانیا",
        "Portugal": "portugal португалия پرتغال",
        "Germany": "germany deutschland alemania alemanha германия آلمان",
        "Ireland": "ireland irlanda ирландия ایرلند",
        "Latvia": "latvia letonia латвия latvija لتونی",
        "France": "france francia franca франция فرانسه",
        "Italy": "italy italia италия ایتالیا",
        "Austria": "austria osterreich австрия اتریش",
        "Netherlands": "netherlands holanda нидерланды هلند",
        "Belgium": "belgium belgica бельгия بلژیک",
        "Poland": "poland polonia польша لهستان",
        "Russia": "russia rusia россия روسیه",
        "Ukraine": "ukraine ucrania украина اوکراین",
        "Brazil": "brazil brasil бразилия برزیل",
        "Mexico": "mexico мексика مکزیک",
        "Iran": "iran иран ایران",
    }
)
