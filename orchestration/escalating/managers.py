"""A customer's "manager, please", in the desk's languages; a doubt means that nobody asked.

Some sentence has to say that and nothing else: all its words are known, one of them is somebody
who has more to say, and one of them asks. So "your manager promised it" and "I am the manager" are
no such wish, and neither is what is said in a sentence too long to be sure of.
"""

import re

from orchestration.specialists.triage import words_of

_WHO = (
    "manager supervisor boss superior"
    " gerente supervisora encargado encargada jefe jefa"
    " менеджера менеджер менеджеру менеджером менеджеров руководителя руководитель руководителю"
    " руководителем начальника начальник начальнику начальником управляющего управляющий"
    " управляющему управляющим супервизора супервизор супервизору супервизором"
    " chefe responsavel"
    " مدیر مدیرتان مدیرتون مدیری سرپرست سرپرستی رئیس رییس مدیریت سرپرستتان سرپرستتون رئیستان"
)
_ASK = (
    "please pls want need demand get call give speak talk connect transfer escalate bring"
    " quiero necesito exijo deseo hablar comunicar comuniqueme comunicarme paseme pasame pongame"
    " favor llame llamen llama"
    " пожалуйста позовите позови хочу нужен нужна требую поговорить соедините свяжите переключите"
    " дайте прошу зовите"
    " quero preciso exijo falar chame chamem passe transfira ligue"
    " لطفا لطفاً میخواهم خواهم خوام میخوام صحبت وصل کنید بگویید بدهید حرف"
)
_AROUND = (
    "i we a an the to your with me us now right at once immediately can could may let would like"
    " someone d hello hi ok through some put must you"
    " yo con el la un una su tu al a por me puedo puede podria quisiera ahora mismo ya"
    " inmediatamente hola de turno"
    " вашего я мы с со ваш вашему вашим сейчас же немедленно мне меня нам можно бы к на"  # noqa: RUF001
    " здравствуйте главного главным главному старшего старшим старшему хотел хотела"
    " eu com o um uma seu sua ao por agora ja imediatamente posso pode poderia gostaria de ola"
    " para pro"
    " من با یک به را می شما الان همین حالا فورا فوراً باید مرا منو رو بخش ما سلام یه کنم بزنم"
    " شما"
)
_SENTENCES = re.compile(r"[.!?؟…;؛\n]+")
_LONGEST = 14

_CORE = frozenset(words_of(_WHO))
_ASKING = frozenset(words_of(_ASK))
_KNOWN = _CORE | _ASKING | frozenset(words_of(_AROUND))


def wants_manager(text: str) -> bool:
    """Whether the words ask for a manager; a doubt means that they do not."""
    return any(map(_asks, _SENTENCES.split(text)))


def _asks(sentence: str) -> bool:
    words = words_of(sentence)
    told = set(words)
    sure = len(words) <= _LONGEST and told <= _KNOWN
    return sure and bool(told & _CORE) and bool(told & _ASKING)
