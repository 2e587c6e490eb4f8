# ruff: noqa: RUF001 - the Russian words are Russian
"""How customers sound when they are angry or despair, and when they are content.

Rows are read as in `specialists.triage_words`: phrases are parted by commas, `a/b` is either word,
`word*` any that begins so, and `..` lets up to three words stand between. Case, accents and
punctuation never matter. A mere matter, such as "broken" or "refund", is not here; and a threat is
a phrase that threatens, not a word such as "lawyer".
"""

from collections.abc import Mapping

from orchestration.specialists.triage_words import Phrases

#: By weight: 2 is sure, 1 only together with something else. Below 0 somebody is content, or polite
#: enough to leave a doubt.
TONE: Mapping[int, Phrases] = {
    2: {
        "en": "you .. hopeless, broken promise, broken promises, shocking, helpless, making fools,"
        "making a fool, fools of, clowns, treated so badly/poorly/rudely, never been treated,"
        "in tears, cried over, can't/cannot be bothered, how dare you, lost patience,"
        "out of patience, no respect, disrespect*, turned out .. false/lie/lies, wasting my time,"
        "wasted my time, ruined my, incompetence, a circus, an insult, insulting, furious,"
        "outrageous, outraged, livid, disgusted, disgusting, disgrace*, appalling,"
        "i am/m .. angry, we are/re .. angry, makes me .. angry, pissed off, fed up, sick of,"
        "sick and tired, i have/ve had enough, enough is enough, last straw, scammers,"
        "you .. scammed, ripoff, a rip off, been ripped off, ripped me off, thanks for nothing,"
        "this is .. scam/fraud/theft/robbery, you .. liars/thieves/crooks/criminals,"
        "bunch of liars/thieves/crooks, you lied, done with you, had it with you, stop lying,"
        "you stole, fuck*, bullshit, piece of shit, go to hell, worst .. ever,"
        "terrible/horrible/awful/worst/pathetic/shitty/lousy .. service/experience/company/support,"
        "treat .. like idiots/idiot/dirt/garbage, waste of money/time, i give up, at my wit's end,"
        "i am/m .. desperate, nobody/one .. cares/helps, can't take .. anymore, my lawyer will,"
        "call/contact/contacting/calling/involve my/our/a lawyer,"
        "hear from my/our lawyer/attorney, see you in court, take you/this to court, sue you,"
        "suing you, take/taking legal action, report/reporting you,"
        "will/going/gonna .. chargeback, will/going .. dispute .. bank,"
        "leave/leaving/write/writing/post/posting .. bad/negative/terrible/star review/reviews,"
        "tell everyone .. avoid",
        "es": "chapuza, estoy que trino, promesa incumplida, impotente, impotencia, riendose de,"
        "se rien de, tratado/tratada tan mal, tratado/tratada fatal, panda de, no se dignan,"
        "he llorado, lloro, todo mentira, resulto ser falso, impresentable*, falta de respeto,"
        "poca verguenza, perdida de tiempo, perder el tiempo, un desastre, que desastre, insulto,"
        "furioso, furiosa, indignante, indignad*, vergonzos*, una verguenza, que verguenza,"
        "estoy .. enfadado/enfadada/enojado/enojada/cabreado/cabreada, asco, asqueroso, asquerosa,"
        "harto, harta, hartos, hartas, hasta las narices, hasta el gorro, el colmo, ya basta,"
        "estafador*, me han estafado, me estafaron, es una estafa, esto es un robo, ladrones,"
        "mentiros*, mintieron, me han mentido, sinverguenza*, tomadura de pelo, tomando el pelo,"
        "toman el pelo, gracias por nada, mierda, joder, hijos de puta,"
        "pesimo/pesima/horrible/nefasto/nefasta/lamentable servicio/atencion/experiencia,"
        "servicio/atencion/experiencia .. pesimo/pesima/horrible/nefasto/nefasta/lamentable,"
        "peor .. vida, peor servicio/empresa/experiencia, estoy desesperad*, no puedo mas,"
        "me rindo, nadie .. ayuda/importa, hablaran con mi abogado, voy a denunciar*, denunciare,"
        "a los tribunales, a juicio, acciones legales, oficina del consumidor,"
        "voy a .. contracargo, pedire .. contracargo,"
        "dejar*/pondre/poner/escribir* .. mala resena,"
        "dejar*/pondre/poner/escribir* .. resena negativa/mala",
        "ru": "трясет от, от злости, беспомощн*, делать .. дураков, за дурака, за дураков, клоуны,"
        "так не обращались, вам все равно, плакала, плачу, оказалось неправдой/враньем, бардак,"
        "цирк, наглость, наглые, хамят, нет слов, испортили, терпение кончилось, неуважени*,"
        "потратил* зря, возмутительн*, возмущен*, безобрази*, отвратительн*, позор*, хамств*, хам,"
        "хамы, в ярости, с меня хватит, соврал*, наврал*, я .. зол/зла/злюсь/взбешен/взбешена,"
        "бесит, бесите, достали, задолбал*, заебал*, надоело, сыт по горло, сыта по горло,"
        "лопнуло терпение, терпение лопнуло, хватит врать, вранье, мошенник*, обманщик*,"
        "вы .. обманули/обманываете/украли/врете, лохотрон, жулик*, ворье, развод на деньги,"
        "издеваетесь, издевательств*, сволоч*, твари, пиздец, нахуй, хуйн*,"
        "ужасный/ужасная/ужасное/худший/худшая/худшее сервис/обслуживание/компания/магазин,"
        "сервис/обслуживание .. ужасн*/кошмарн*, худший .. жизни, хуже некуда, спасибо ни за что,"
        "отчаян*, отчаялся, отчаялась, опускаются руки, руки опускаются, больше так не могу,"
        "больше не могу терпеть/ждать, нет .. сил, сил .. нет, никто .. помогает/помог,"
        "никому .. дела, наплевать, плевать, подам/подаю/пойду/обращусь/обращаюсь .. суд,"
        "встретимся в суде, через суд, роспотребнадзор*, прокуратур*, оспорю платеж,"
        "сделаю/оформлю/подам/подаю .. чарджбек/чарджбэк, напишу жалобу, буду жаловаться,"
        "напишу/оставлю .. плохой/негативный/отрицательный/гневный отзыв",
        "pt": "possesso, possessa, por cumprir, impotente, gozar com, gozam com, fazer de parvo,"
        "palhacos, mal atendido/atendida, tao mal tratado/tratada, nem se dignam, chorei,"
        "tudo .. mentira, era mentira, um desastre, descaso, perda de tempo, perdi a paciencia,"
        "incompetencia, estragaram, um insulto, furioso, furiosa, indignad*, revoltad*,"
        "revoltante, vergonhos*, uma vergonha, que vergonha,"
        "estou .. irritado/irritada/zangado/zangada/puto/puta, nojo, nojento, farto, farta,"
        "fartos, cansei de, cansado de esperar, cansada de esperar, gota de agua, de saco cheio,"
        "palhacada, golpistas, isso/isto/e um golpe, isso/isto e uma fraude, isso/isto e um roubo,"
        "me enganaram, fui enganad*, ladroes, mentiros*, mentiram, falta de respeito, desrespeito,"
        "merda, porra, caralho, obrigado por nada, obrigada por nada,"
        "pessimo/pessima/horrivel/terrivel servico/atendimento/experiencia,"
        "servico/atendimento/experiencia .. pessimo/pessima/horrivel/terrivel/lamentavel,"
        "pior .. vida, pior servico/atendimento/empresa, estou .. desesperad*, nao aguento mais,"
        "ninguem .. ajuda/importa/resolve, meu advogado vai, vou processar, processar voces,"
        "na justica, acao judicial, procon, reclame aqui, livro de reclamacoes, vou denunciar,"
        "denunciar voces, vou .. chargeback, vou contestar .. banco/cartao,"
        "deixar/escrever/fazer .. avaliacao negativa/ruim/pessima",
        "fa": "واقعا که, از عصبانیت, قول دروغ, بیچارگی, مسخره کنید, مسخره می‌کنید, بی‌عرضه,"
        "بی‌عرضه‌ای, بد رفتار, اشکم, خلاف واقع, بی‌احترامی, بی‌ادب*, وقتم را تلف, اعصابم,"
        "صبرم تمام, سر کار گذاشت*, خراب کردید, جواب هم نداد*, یک جواب هم, عصبانی, عصبانیم,"
        "عصبانی‌ام, خشمگین, کلافه, کلافه‌ام, کلافه شدم, افتضاح, فاجعه, دیگر/دیگه بس است,"
        "بدترین خدماتی, شرم آور, شرم‌آور, خجالت بکشید, خجالت آور, خجالت‌آور, خسته شدم, خسته شدیم,"
        "به ستوه, جانم به لب, کلاهبردار*, کلاه بردار*, سرم کلاه, کلاه سرم, شما دزد, دزد هستید,"
        "مشت دزد, دروغگو*, دروغ می‌گویید, دروغ میگید, دروغ گفتید, مسخره کردید, مسخره کرده‌اید,"
        "بی شرف, بی‌شرف, بی شعور, لعنتی, مزخرف, گند زدید,"
        "بدترین .. خدمات/تجربه/شرکت/فروشگاه/پشتیبانی, خدمات .. وحشتناک/بد, ناامید شدم, ناامیدم,"
        "مستاصل, درمانده, دیگر/دیگه تحمل/طاقت ندارم/نداریم, کسی .. اهمیت, با وکیلم, شکایت می‌کنم,"
        "شکایت میکنم, شکایت خواهم, تعزیرات, نظر منفی/بد می‌گذارم/میذارم/می‌نویسم/خواهم, آبرویتان,"
        "آبروتون",
    },
    1: {
        "en": "terrible, horrible, awful, worst, pathetic, ridiculous, unacceptable, useless,"
        "incompetent, joke, shame, shameful, disappointed, disappointing, frustrated, frustrating,"
        "annoyed, annoying, upset, angry, damn, shit, crap, wtf, scam, scammed, hate, nightmare,"
        "not happy, not satisfied, not acceptable, no excuse, never again, how many times,"
        "third/fourth/fifth/tenth time, still waiting, still no answer/reply/response, ignored,"
        "ignoring, for weeks, for months, can't believe, cannot believe, are you kidding,"
        "hopeless, desperate, crying, wrong with you, go to the police, social media,"
        "consumer protection, nobody/one .. answers/replies/responds",
        "es": "horrible, terrible, pesimo, pesima, peor, ridiculo, ridicula, inaceptable, inutil,"
        "inutiles, incompetentes, verguenza, decepcionad*, frustrad*, molesto, molesta, enfadad*,"
        "enojad*, maldito, maldita, odio, nefasto, nefasta, pesadilla, lamentable, cabread*,"
        "se acabo, no estoy contento/contenta/satisfecho/satisfecha, nunca mas, cuantas veces,"
        "tercera vez, cuarta vez, quinta vez, sigo esperando, seguimos esperando, me ignoran,"
        "ignorando, semanas esperando, meses esperando, increible que, es broma, se burlan,"
        "llorando, estafa, nadie .. responde/contesta, redes sociales, una estrella, a la policia",
        "ru": "ужас, ужасн*, кошмар*, худш*, нелеп*, неприемлем*, недопустим*, бесполезн*,"
        "некомпетентн*, стыд, стыдно, разочарован*, раздражает, раздражен*, расстроен*, злой, зла,"
        "ненавижу, черт, блин, бред, не доволен, не довольна, недоволен, недовольна,"
        "никогда больше, больше никогда, сколько раз, сколько можно, третий раз, четвертый раз,"
        "пятый раз, до сих пор жду, до сих пор нет, игнорируете, игнорируют, неделями, месяцами,"
        "обман, вы серьезно, никто .. отвечает/ответил, в полицию, мой адвокат, мой юрист",
        "pt": "horrivel, terrivel, pessimo, pessima, pior, ridiculo, ridicula, inaceitavel,"
        "inadmissivel, inutil, inuteis, incompetentes, vergonha, decepcionad*, desiludid*,"
        "frustrad*, chateado, chateada, irritad*, zangad*, odeio, maldito, pesadelo, absurdo,"
        "lamentavel, acabou, nao estou contente/satisfeito/satisfeita/feliz, nunca mais,"
        "quantas vezes, terceira vez, quarta vez, quinta vez, continuo a espera,"
        "continuo esperando, ainda estou esperando, me ignoram, ignorando, semanas esperando,"
        "ha semanas, ha meses, brincadeira, golpe, chorando, desisto, ninguem .. responde,"
        "redes sociais, uma estrela, a policia",
        "fa": "وحشتناک, بدترین, مسخره, غیرقابل قبول, غیر قابل قبول, بی فایده, بی‌فایده, ناراضی,"
        "ناراضیم, ناراحتم, بی مسئولیت*, بی‌مسئولیت*, متاسفم برایتان, متاسفم براتون, متنفرم, کابوس,"
        "راضی نیستم, دیگر/دیگه هرگز/هیچوقت/هیچ‌وقت .. نمی, چند بار, بار سوم, بار چهارم, بار پنجم,"
        "هنوز منتظرم, هنوز منتظریم, نادیده می‌گیرید, جواب نمی‌دهید, جواب نمیدید, جواب نمی‌دهد,"
        "هفته‌هاست, ماه‌هاست, شوخی می‌کنید, شوخی میکنید, گریه, آشغال, توهین, دادگاه, پلیس فتا,"
        "یک ستاره",
    },
    -1: {
        "en": "thank*, thx, happy, glad, love*, great, perfect, wonderful, excellent, amazing,"
        "awesome, congratulations, solved, all good, works now, appreciate",
        "es": "gracias, feliz, encanta, contento, contenta, genial, perfecto, perfecta, excelente,"
        "maravillos*, enhorabuena, felicidades, solucionado, resuelto, agradec*",
        "ru": "спасибо, благодар*, рад, рада, счастлив*, отлично, прекрасно, замечательно, супер,"
        "люблю, поздравляю, решено, все работает, доволен, довольна, ура",
        "pt": "obrigado, obrigada, feliz, adoro, adorei, contente, otimo, otima, perfeito,"
        "perfeita, excelente, maravilhos*, parabens, resolvido, agradec*",
        "fa": "ممنون*, متشکر*, مرسی, سپاس*, تشکر, خوشحال*, عالی, عالیه, فوق العاده, فوق‌العاده,"
        "تبریک, دوست دارم, حل شد, راضی هستم, راضیم",
    },
}

#: What only somebody says who is content; thanks alone are politeness.
PRAISE: Phrases = {
    "en": "heavenly, lovely surprise, so/very/incredibly/really/super helpful, beautifully,"
    "you're stars, a star, thanks .. so much, wonderful, thank you/u so much, wonderful,"
    "excellent, amazing, awesome, fantastic, perfect, love the/it/this/that/your/my, loved it,"
    "made my day, really/very/so happy, delighted, great service/job/work/tea, highly recommend,"
    "brilliant, superb, best .. ever, best .. years, adored, adores, five stars, pleased with,"
    "so pleased, impressed, thrilled, lifesaver, well done, grateful, so kind, fabulous, delicious",
    "es": "una delicia, que detalle, que detallazo, amabilisim*, precioso, preciosa, un sol,"
    "encantad*, muchisimas gracias, me/nos encanta*, maravillos*, excelente, perfecta, perfecto,"
    "genial, fenomenal, alegrado el dia, muy contenta/contento/feliz, recomiendo, cracks,"
    "el/la mejor, chifl*, cinco estrellas, que alegria, impecable*, estupend*, fantastic*,"
    "de diez, un lujo, da gusto, muy amables, agradecida, agradecido, riquisim*, un placer",
    "ru": "божественн*, приятный сюрприз, очень помог*, умничк*, так красиво, вы лучшие, чудесн*,"
    "спасибо огромное, огромное спасибо, замечательн*, обожаю, идеальн*,"
    "отличный/отличная/отличное сервис/магазин/работа/обслуживание, порадовали,"
    "очень доволен/довольна/рад/рада, прекрасно, супер, рекомендую, молодцы, лучший, лучшая,"
    "лучшее, в восторге, пять звезд, так приятно, очень приятно, великолепн*, потрясающ*, вкусн*,"
    "выручили, благодарна, благодарен, умницы",
    "pt": "divinal, divino, que surpresa boa, muito prestavel, lindamente, uns amores, um amor,"
    "encantad*, maravilhos*, adoro, adorei, excelente, perfeita, perfeito, alegraram .. dia,"
    "fantastic*, muito feliz/contente/satisfeita/satisfeito, recomendo, o maximo, o melhor,"
    "a melhor, amou, amei, cinco estrelas, que bom, otimo, otima, impecave*, espetacular,"
    "nota dez, salvaram, parabens, uma delicia, delicios*, muito simpatic*",
    "fa": "بهشتی, چه .. قشنگی, خیلی کمکم کرد, خدا خیر*, بسیار زیبا, بی‌نظیرید, فوق‌العاده,"
    "فوق العاده, فوق‌العاده‌اید, عاشق, عالی, عالیه, خوشحالم کردید, خیلی راضی, بی‌نظیر, حرف ندارد,"
    "حرف نداشت, بهترین, ذوق کرد*, پنج ستاره, چقدر خوب, محشر, دستتان درد نکند, دستتون درد نکنه,"
    "دمتان گرم, لذت بردم, خوشمزه, راضی‌ام, راضیم",
}

#: What denies the words that follow; "never" is not among them, which makes words only stronger.
DENIED_BEFORE = (
    "not no without nor isn aren wasn weren don dont doesn didn didnt isnt wasnt won wont wouldn"
    " no ni sin tampoco не ни без nao nem sem tampouco"
)
#: What denies the words before it, as in Persian.
DENIED_AFTER = "نیست نیستم نیستیم نیستی نیستند نبود نبودم ندارم نداریم ندارد نداره نمی نمیکنم"
