"""A draft that can be watched while a model writes it."""

from pydantic_core import from_json

from orchestration.ports.previews import Watch

#: So many more letters are worth another look.
STEP = 40


class HalfWritten:
    """Hears a form being filled, and shows its field `draft` as far as that is there."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._heard = ""
        self._shown = 0

    async def hear(self, piece: str) -> None:
        """The next piece of it; an empty one says that it begins anew."""
        self._heard = f"{self._heard}{piece}" if piece else ""
        draft = draft_in(self._heard)
        if not piece:
            self._shown = 0
        elif len(draft) >= self._shown + STEP:
            self._shown = len(draft)
            self._watch(draft)


def draft_in(beginning: str) -> str:
    """The draft in the beginning of an answer; empty before it begins, and where there is none."""
    try:
        form = from_json(beginning, allow_partial="trailing-strings")
    except ValueError:
        return ""
    draft = form.get("draft") if isinstance(form, dict) else None
    return draft if isinstance(draft, str) else ""
