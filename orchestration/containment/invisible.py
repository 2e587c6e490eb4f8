"""What nobody sees in a text: removed from a model's copy, so that no instruction rides along.

Letters of another alphabet that look alike stay: they can be seen. What people read is unchanged.
"""

import re
import unicodedata
from typing import NamedTuple

#: Controls and formats (of direction, width, language, annotation), fillers, variation selectors,
#: and the whole plane of tags, in which ASCII can be written unseen.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_ZWNJ, _ZWJ, _EMOJI_STYLE, _KEYCAP = "\u200c", "\u200d", "\ufe0f", "\u20e3"
#: Skin tones are Sk, arrows Sm, most emoji So.
_PICTURES = frozenset({"So", "Sm", "Sk"})
#: Arabic, Syriac and the scripts of India, in which a joiner between letters is spelling.
_JOINING = re.compile("[\u0620-\u06ff\u0710-\u074f\u0750-\u077f\u08a0-\u08ff\u0900-\u0dff]")


class Seen(NamedTuple):
    """A text without what nobody sees, and how many characters that were."""

    text: str
    hidden: int


def seen(text: str) -> Seen:
    """What a person sees of a text, with line ends as they are in this house.

    Joiners stay where they spell a word or make one picture of several, once at a time.
    """
    lines = _LINE_ENDS.sub("\n", text)
    kept = _UNSEEN.sub(lambda found: found[0] if _is_spelling(found) else "", lines)
    return Seen(kept, len(lines) - len(kept))


def _is_spelling(found: re.Match[str]) -> bool:
    text, at, char = found.string, found.start(), found[0]
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if char in {_ZWNJ, _ZWJ} and _JOINING.match(before) and _JOINING.match(after):
        return True
    if char == _EMOJI_STYLE:
        return _is_picture(before) or (after == _KEYCAP and before in "0123456789#*")
    if char == _ZWJ:
        styled = before == _EMOJI_STYLE and _is_picture(text[max(0, at - 2) : at - 1])
        return (styled or _is_picture(before)) and _is_picture(after)
    return False


def _is_picture(char: str) -> bool:
    return char != "" and unicodedata.category(char) in _PICTURES
