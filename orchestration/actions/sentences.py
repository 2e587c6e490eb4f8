"""What the gate itself says, where no rule of the owner's speaks.

As with the words of rules, the gate says it in the group's language, and it is kept as it was said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from orchestration.actions.decision import Lack
from orchestration.actions.policy import Words, said


@dataclass(frozen=True, slots=True)
class Sentence:
    """One of the sentences below, and what it is filled with."""

    words: Words
    facts: Mapping[str, str]

    @classmethod
    def of(cls, words: Words, /, **facts: str) -> Self:
        """That sentence with these facts."""
        return cls(words, facts)

    def in_language(self, language: str) -> str:
        """As it is said in that language, else in English."""
        return said(self.words, language).format_map(self.facts)


NOT_SERVED: Words = {
    "en": "no server has the tool {tool} now",
    "es": "ningún servidor tiene ahora la herramienta {tool}",
    "fa": "اکنون هیچ سروری ابزار {tool} را ندارد",
    "pt": "nenhum servidor tem agora a ferramenta {tool}",
    "ru": "сейчас ни на одном сервере нет инструмента {tool}",
}
NOT_A_WRITE: Words = {
    "en": "{tool} is no write: neither its server nor policy.yaml says that it changes anything",
    "es": "{tool} no escribe: ni su servidor ni policy.yaml dicen que cambie nada",
    "fa": "{tool} چیزی نمی‌نویسد: نه سرورش و نه policy.yaml می‌گوید که چیزی را تغییر می‌دهد",
    "pt": "{tool} não grava: nem o servidor nem policy.yaml dizem que altera algo",
    "ru": "{tool} ничего не записывает: ни сервер, ни policy.yaml не говорят об изменениях",
}
UNBOUND: Words = {
    "en": "nothing holds {tool} to the customer's record: name its argument in policy.yaml",
    "es": "nada ata {tool} a la ficha del cliente: nombre su argumento en policy.yaml",
    "fa": "چیزی {tool} را به پروندهٔ مشتری پیوند نمی‌دهد: آرگومانش را در policy.yaml نام ببرید",
    "pt": "nada prende {tool} ao registro do cliente: indique o argumento em policy.yaml",
    "ru": "ничто не привязывает {tool} к записи клиента: назовите аргумент в policy.yaml",
}
NOT_TAKEN: Words = {
    "en": "{tool} takes no {argument}, which the desk has to fill in",
    "es": "{tool} no admite {argument}, que debe rellenar el sistema",
    "fa": "{tool} آرگومان {argument} را که باید خود سامانه پر کند نمی‌پذیرد",
    "pt": "{tool} não aceita {argument}, que o sistema precisa preencher",
    "ru": "{tool} не принимает {argument}, а его должна подставить система",
}
NOT_PROPOSED: Words = {
    "en": "{argument} is filled in by the desk, and never proposed",
    "es": "{argument} lo rellena el sistema y nunca se propone",
    "fa": "{argument} را خود سامانه پر می‌کند و هرگز پیشنهاد نمی‌شود",
    "pt": "{argument} é preenchido pelo sistema e nunca proposto",
    "ru": "{argument} подставляет система, его не предлагают",
}
UNKNOWN_ARGUMENT: Words = {
    "en": "{tool} has no argument {argument}",
    "es": "{tool} no tiene el argumento {argument}",
    "fa": "{tool} آرگومانی به نام {argument} ندارد",
    "pt": "{tool} não tem o argumento {argument}",
    "ru": "у {tool} нет аргумента {argument}",
}
MISFIT: Words = {
    "en": "an argument does not fit: {words}",
    "es": "un argumento no encaja: {words}",
    "fa": "یک آرگومان جور نیست: {words}",
    "pt": "um argumento não serve: {words}",
    "ru": "аргумент не подходит: {words}",
}
TOO_LONG: Words = {
    "en": "a list in {name} is too long to be judged",
    "es": "una lista en {name} es demasiado larga para juzgarla",
    "fa": "فهرستی در {name} بلندتر از آن است که بتوان سنجید",
    "pt": "uma lista em {name} é longa demais para ser avaliada",
    "ru": "список в {name} слишком длинный, чтобы его оценить",
}
FAILED: Words = {
    "en": 'the rule "{rule}" cannot be worked out: {words}',
    "es": "la regla «{rule}» no se puede calcular: {words}",
    "fa": "قاعدهٔ «{rule}» را نمی‌توان محاسبه کرد: {words}",
    "pt": "a regra «{rule}» não pode ser calculada: {words}",
    "ru": "правило «{rule}» нельзя вычислить: {words}",
}
UNREADABLE: Words = {
    "en": "it cannot be told which reads would prove it: {words}",
    "es": "no se puede saber qué lecturas lo probarían: {words}",
    "fa": "نمی‌توان گفت کدام خواندن‌ها آن را ثابت می‌کند: {words}",
    "pt": "não dá para saber quais leituras o provariam: {words}",
    "ru": "нельзя сказать, какие чтения это подтвердят: {words}",
}
SKILLS: Words = {
    "en": "its rules ask for people of different skills: {skills}",
    "es": "sus reglas piden personas con habilidades distintas: {skills}",
    "fa": "قاعده‌هایش افرادی با مهارت‌های گوناگون می‌خواهند: {skills}",
    "pt": "as regras pedem pessoas com habilidades diferentes: {skills}",
    "ru": "правила требуют людей с разными навыками: {skills}",
}
NO_RULE: Words = {
    "en": "no rule of policy.yaml speaks of this, so a supervisor decides",
    "es": "ninguna regla de policy.yaml habla de esto, así que decide un supervisor",
    "fa": "هیچ قاعده‌ای در policy.yaml در این باره نیست، پس سرپرست تصمیم می‌گیرد",
    "pt": "nenhuma regra de policy.yaml trata disto, então um supervisor decide",
    "ru": "в policy.yaml об этом нет правила, поэтому решает супервизор",
}
LACKS: Mapping[Lack, Words] = {
    Lack.MISSING: {
        "en": "{name} was not read: {tool}",
        "es": "no se ha leído {name}: {tool}",
        "fa": "{name} خوانده نشده است: {tool}",
        "pt": "{name} não foi lido: {tool}",
        "ru": "{name}: не прочитано, {tool}",
    },
    Lack.STALE: {
        "en": "{name} was read too long ago: {tool}",
        "es": "{name} se leyó hace demasiado tiempo: {tool}",
        "fa": "{name} خیلی وقت پیش خوانده شده است: {tool}",
        "pt": "{name} foi lido há tempo demais: {tool}",
        "ru": "{name}: прочитано слишком давно, {tool}",
    },
    Lack.NOT_THEIRS: {
        "en": "{name} does not exist, or is not the verified customer's: {tool}",
        "es": "{name} no existe o no es del cliente verificado: {tool}",
        "fa": "{name} وجود ندارد یا از آنِ مشتری تأییدشده نیست: {tool}",
        "pt": "{name} não existe ou não é do cliente verificado: {tool}",
        "ru": "{name}: не существует или принадлежит не этому клиенту, {tool}",
    },
    Lack.NOT_VERIFIED: {
        "en": "the customer is not verified",
        "es": "el cliente no está verificado",
        "fa": "هویت مشتری تأیید نشده است",
        "pt": "o cliente não foi verificado",
        "ru": "клиент не подтверждён",
    },
}
