# ruff: noqa: RUF001 - the Russian words are Russian
"""What customers say who threaten, were hurt, leave, or want a person.

Rows are read as in `specialists.triage_words`. A mere matter is not here: "what is a chargeback?"
and "my lawyer bought the same chair" threaten nobody.
"""

from collections.abc import Mapping
from enum import StrEnum

from orchestration.specialists.triage_words import HUMAN, INTENTS, Phrases


class Trigger(StrEnum):
    """What somebody threatens, reports, or asks for."""

    LEGAL = "legal"
    CHARGEBACK = "chargeback"
    PRESS = "press"
    REGULATOR = "regulator"
    SAFETY = "safety"
    CHURN = "churn"
    HUMAN = "human"


_HUMAN: Phrases = {
    "en": "put me through, one of your colleagues, to a computer/program,"
    "real/living/actual/live person, a real agent, stop .. bot/robot, human being,"
    "with/to a robot/machine/bot, somebody/someone real, anyone there, speak/talk to someone",
    "es": "paseme con, paseme a, a un ordenador, una maquina no, persona de verdad, un agente,"
    "en vez de .. bot, ser humano, carne y hueso, alguien real, no .. con una maquina,"
    "no .. con un robot/bot, un operador, una operadora, atencion humana",
    "ru": "переключите меня, на сотрудника, с программой, живого человека, живым человеком,"
    "живому человеку, настоящ* человек*, не с ботом, не .. с роботом, кто-нибудь живой,"
    "живой оператор, с оператором",
    "pt": "passem/passe me a, a um computador, pessoa de verdade, pessoa real, ser humano,"
    "em vez de .. bot, carne e osso, nao .. com um/uma robo/maquina/bot, nao .. com robo,"
    "falar com um atendente, alguem real",
    "fa": "وصل کنید, همکارانتان, برای کامپیوتر, آدم واقعی, انسان واقعی, با یک انسان, با اپراتور,"
    "اپراتور انسانی, با پشتیبان صحبت, با کارشناس صحبت, با یک نفر صحبت, نه ربات, به جای ربات",
}

#: Trigger → language → its phrases.
TRIGGERS: Mapping[Trigger, Phrases] = {
    Trigger.LEGAL: {
        "en": "county court, bring/bringing a claim, a claim in court, sue you, suing you,"
        "sue your, not hesitate .. sue, see you in court, take/taking you/this/it to court,"
        "take .. to court, small claims, lawsuit, court papers, legal action/proceedings/steps,"
        "letter before action, press charges, claim against you,"
        "papers/letter from my lawyer/attorney/solicitor, hear from my lawyer/attorney/solicitor,"
        "my lawyer/attorney/solicitor will, my lawyer/attorney/solicitor is,"
        "call/contact/contacting/calling/involve/hire my/our/a lawyer/attorney/solicitor",
        "es": "citacion del juez, citacion judicial, a juicio, a los tribunales,"
        "en los tribunales, acciones legales, medidas legales, via judicial, via legal,"
        "voy/vamos a demandar*, demandare, les demando, en el juzgado, hablaran con mi abogado,"
        "mi abogado/abogada .. manda/mandara/escribira/llamara/contactara,"
        "mi abogado/abogada .. les, burofax, poner/pondre/presentar .. demanda/querella",
        "ru": "из суда, повестк*, подам/подаю/пойду/обращусь/обращаюсь .. суд, встретимся в суде,"
        "через суд, подам/подаю .. иск, исков* заявлени*, судебн* иск, иск против/к, досудебн*,"
        "мой/моя/наш адвокат/юрист свяжется/позвонит/напишет/готовит, мой адвокат/юрист уже",
        "pt": "carta do juiz, do juiz, do tribunal, vou/vamos processar, processar voces/vos,"
        "na justica, acao judicial, via judicial, medidas legais, em/para/ao/no tribunal,"
        "meu/minha advogado/advogada vai/ja/enviara, notificacao extrajudicial/judicial,"
        "pequenas causas, entrar com .. processo",
        "fa": "از طرف قاضی, از دادگاه, شکایت می‌کنم, شکایت میکنم, شکایت خواهم, به دادگاه,"
        "دادگاه می‌بینم, با وکیلم, وکیلم .. تماس/اقدام/می‌فرستد/پیگیری, اظهارنامه, دادخواست,"
        "اقدام قانونی, اقدام حقوقی, پیگیری قضایی, از راه قانون, قوه قضاییه",
    },
    Trigger.CHARGEBACK: {
        "en": "opened a dispute, open/opening a dispute, a dispute with my,"
        "file/filing/open/opening/request/requesting/do/start .. chargeback,"
        "will/going/gonna .. chargeback,"
        "dispute/disputing the/this/that/your charge/charges/payment/transaction,"
        "dispute .. bank/card/paypal, paypal dispute/claim,"
        "bank/visa/mastercard/paypal/amex .. reverse/cancel .. payment/charge/transaction,"
        "reverse/reversed the/this/that payment/charge/transaction, get .. back through my bank,"
        "bank will get/take .. back",
        "es": "reclamado/reclamar .. paypal, abierto una disputa, abrir una disputa,"
        "pedir/pedire/pido/solicitar/solicito/hacer/hago/abrir .. contracargo,"
        "disputar/disputo/disputare .. cargo/cobro/pago, voy a .. contracargo,"
        "banco .. devuelv* .. cargo/cobro/recibo/dinero, banco .. anul* .. cargo/cobro/pago,"
        "devolver/devuelvo/devolvere el recibo, retroceder .. cargo/cobro, a traves de mi banco",
        "ru": "банк .. возвращает, открыл/открыла спор,"
        "оформлю/сделаю/подам/подаю/открою .. чарджбек/чарджбэк,"
        "оспорю/оспариваю/оспаривать .. платеж/списание/операцию,"
        "банк .. отменить/отменит/вернуть/вернет .. операцию/платеж/средства/деньги,"
        "вернуть/верну .. через банк, опротест* .. платеж/списание, заявление в банк",
        "pt": "uma disputa no, abri/abrir uma disputa,"
        "faco/fazer/pedir/peco/abrir/solicitar .. chargeback, vou .. chargeback,"
        "contestar/contesto/contestei .. compra/cobranca/pagamento/cartao/banco,"
        "banco/cartao/operadora .. estornar/estorno/estorne/reverter/anular, atraves do meu banco,"
        "pelo meu banco",
        "fa": "بانکم .. پس, بانک .. پس می‌گیرد, از طریق بانک .. برگشت/پس, برگشت .. از طریق بانک,"
        "بانک پس می‌گیرم, شکایت بانکی, بانک .. تراکنش .. برگشت, تراکنش .. برگشت,"
        "پرداخت .. برگشت بزن*",
    },
    Trigger.PRESS: {
        "en": "thousand subscribers/followers, video is about you/your, video about you,"
        "go/going/went to the press/newspapers/newspaper/media, go/going public, expose you,"
        "call/contact/contacting/tell/write .. press/newspaper/newspapers/media,"
        "post/posting/share/sharing .. social media, tell .. followers, go/going viral,"
        "reporter/journalist .. story/article/write,"
        "know/knows/call/contact a reporter/journalist, newspaper/paper .. story, on the news",
        "es": "mil seguidores, mil suscriptores, hablo/hablare de ustedes,"
        "voy/ir/vamos/llamar/contactar .. prensa/periodicos/medios/television,"
        "publicarlo/publicare/contarlo/contare .. redes, hacer* viral,"
        "periodista .. contar/publicar/escribir/diario/noticia/reportaje, contar .. periodista,"
        "en los periodicos, saldra .. prensa",
        "ru": "тысяч подписчиков, ролик .. про вас/ваш/вашу, канал на .. тысяч,"
        "обращусь/пойду/напишу/расскажу/сообщу .. газету/газеты/сми/прессу/телевидение,"
        "выложу/расскажу .. соцсети/соцсетях, напишет .. статью, статью про/о вас/вашу,"
        "журналист*/корреспондент* .. напишет/расскажет/снимет/заинтересует*, в газетах,"
        "по телевизору",
        "pt": "mil inscritos, mil seguidores, video e sobre voces/a,"
        "vou/ir/vamos/contactar/contatar .. imprensa/jornais/televisao,"
        "publicar/expor/divulgar .. redes, expor voces, viralizar, na imprensa, no jornal,"
        "nos jornais, jornalista .. contar/publicar/escrever/reportagem",
        "fa": "دنبال‌کننده, ویدیو می‌گذارم, به روزنامه, به روزنامه‌ها, به رسانه, به رسانه‌ها,"
        "رسانه‌ای می‌کنم, خبرنگار* .. منتشر, خبرنگار* .. می‌نویسد, با خبرنگار,"
        "شبکه‌های اجتماعی منتشر/پخش",
    },
    Trigger.REGULATOR: {
        "en": "advertising standards, report/reporting/reported you, trading standards, watchdog,"
        "attorney general, ftc,"
        "report/complain/complaint/complaining .. authority/authorities/regulator/agency/police,"
        "consumer protection, ombudsman, better business bureau, data protection authority",
        "es": "arbitraje de consumo, junta arbitral, oficina del consumidor, oficina de consumo,"
        "defensa del consumidor, profeco, facua, hoja/hojas de reclamaciones/reclamacion,"
        "en consumo, omic, sernac, indecopi, voy/vamos a denunciar*, denunciare, les denuncio,"
        "agencia de proteccion de datos",
        "ru": "в антимонопольную, роспотребнадзор*, прокуратур*, роскомнадзор*, антимонопольн*,"
        "заявление .. полицию, защит* прав потребител*, жалоб* в надзор*",
        "pt": "arbitragem de consumo, procon, no procon, reclame aqui, livro de reclamacoes,"
        "defesa do consumidor, asae, portal da queixa, vou denunciar, denunciar voces/vos,"
        "apresentei/apresentar queixa, autoridade/autoridades .. consumo/economica, deco proteste",
        "fa": "به سازمان صمت, سازمان غذا, تعزیرات, پلیس فتا, حقوق مصرف, به بازرسی, سازمان حمایت,"
        "حمایت از مصرف, حمایت مصرف, اتحادیه .. شکایت, سازمان صمت",
    },
    Trigger.SAFETY: {
        "en": "boiling/hot water .. over my/his/her, peeling, swelled, swollen, can't breathe,"
        "trouble breathing, injured, injury, injuries, in/at/to the/a hospital, ambulance,"
        "emergency room, caught fire, on fire, fire hazard, exploded, explosion,"
        "allergic reaction/shock, burns, electric shock/shocks, blister*, sparks, poisoned,"
        "food poisoning, choked, choking, bleeding, fainted, vomiting, threw up,"
        "smoke came/coming, stitches, glass in my/the, burned/burnt/scalded my/his/her/our/myself,"
        "cut my/his/her hand/finger/lip/mouth/foot, made me/us/him/her ill/sick",
        "es": "se le/me hincho/hincharon, hinchad*, no puede/podia respirar,"
        "esta/estoy .. herida/herido, resulto herida/herido, en el hospital, al hospital,"
        "ambulancia, lesiones, se incendio, prendio fuego, exploto, estallo, explosion,"
        "intoxicacion, intoxicad*, reaccion alergica, sangrando, descarga electrica, calambre,"
        "chispas, quemadura*, me/se queme/quemo, me/se corte/corto, echa/salio/sale humo, vomit*,"
        "ampollas, desmay*, cristales/vidrio en el/la, puntos de sutura",
        "ru": "распух*, опухл*, тяжело дыш*, задыха*, кипятком, травму, травма, травмы,"
        "в больниц*, скорую помощь, пострадал*, отравил*, отравлени*, аллергическ* реакц*,"
        "загорел*, взорвал*, взрыв*, пожар*, кровотечени*, ударил* током, бьет током, ожог*,"
        "обжег*, обожг*, порезал*, искры, искрит, пошел дым, задымил*, рвота, сыпь,"
        "потерял* сознание, стекло/осколки в",
        "pt": "inchad*, incharam, nao consegue respirar, agua a ferver, ferida, ferido,"
        "no hospital, ao hospital, pronto socorro, ambulancia, lesoes, pegou fogo, incendiou,"
        "explodiu, rebentou, explosao, intoxicacao, intoxicad*, reacao alergica, sangrando,"
        "a sangrar, choque eletrico, choque, faiscas, queimadura*, queimei/queimou me,"
        "mao/dedo/braco queimada/queimado, cortei me, cortou se, deita/saiu fumo/fumaca, vomit*,"
        "bolhas na, desmai*, vidro no/na",
        "fa": "ورم کرد, سخت نفس, آب جوش .. ریخت, زخمی, مجروح, در بیمارستان, به بیمارستان, اورژانس,"
        "آتش گرفت, منفجر, ترکید, مسموم*, آلرژی شدید, حساسیت شدید, خونریزی, آسیب دید, برق گرفت,"
        "برق داشت, دستم/پایم/صورتم سوخت, سوختگی, تاول, جرقه, دود کرد, دستم/لبم را برید, استفراغ,"
        "بیهوش, خرده شیشه",
    },
    Trigger.CHURN: {
        "en": "my last purchase/order, last time i order/buy, take me off your, off your list,"
        "cancel/cancelling/canceling my/our/the subscription/membership,"
        "switching/switch/moving/going to another/a, taking/take .. business/money elsewhere,"
        "never .. buy/order/shop .. again, done with you, lost me, lost a customer,"
        "close/closing/delete my/our account, your competitor/competitors, the competition,"
        "my last order, not be back",
        "es": "ultimo pedido que, mi ultimo pedido, borrenme de, de su lista,"
        "cancel* .. suscripcion, cancelar mi cuenta, me cambio a/de, nos cambiamos a/de,"
        "no vuelvo/volvere a comprar, pierden un cliente, perdido un cliente, nunca mas .. compro,"
        "nunca mas les compro, me/nos paso/pasamos a, la competencia,"
        "denme/dadme/dame/darme/darnos de baja, cerrar/cierren/borren mi cuenta, mi ultima compra",
        "ru": "ничего .. покупать не буду, больше .. покупать не, уберите меня из,"
        "отмен* .. подписк*, ухожу/уйду/перехожу в/к/на друг*, больше .. не куплю/закажу,"
        "больше у вас не, потеряли клиента, удалите/закройте .. аккаунт/профиль, к конкурентам,"
        "у конкурентов, последний заказ",
        "pt": "ultima encomenda que, minha ultima encomenda, tirem me da,"
        "cancel* .. assinatura/subscricao, cancelar a minha conta, cancelar minha conta,"
        "mudar/mudo para outra/outro, nunca mais compro, nao volto a comprar, perderam um cliente,"
        "perderam uma cliente, encerrem/encerrar/fechem/fechar .. conta, concorrencia,"
        "minha ultima compra",
        "fa": "آخرین سفارش*, اسمم را .. حذف, اشتراک .. لغو, اشتراکم .. لغو, لغو اشتراک,"
        "سراغ .. دیگر/دیگه, دیگر مشتری شما, دیگر/دیگه از شما خرید, حسابم را ببندید/حذف/پاک, رقیب*,"
        "رقبا*, رقیبتان, آخرین خریدم",
    },
    Trigger.HUMAN: {
        language: ",".join(filter(None, (INTENTS[HUMAN].get(language), _HUMAN.get(language))))
        for language in {**INTENTS[HUMAN], **_HUMAN}
    },
}
