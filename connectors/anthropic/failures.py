"""What the SDK's errors mean for whoever asked."""

from datetime import timedelta

import httpx2
from anthropic import (
    AnthropicError,
    APIConnectionError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
)

from orchestration.ports.models import (
    Fault,
    ModelError,
    ModelMisspoke,
    ModelRejected,
    ModelUnavailable,
)

#: What may go wrong between the SDK and the API; the second one while an answer streams in.
FAILURES = (AnthropicError, httpx2.HTTPError)

#: A failure in mid-stream has the status 200 and says by its type what it is.
_LATER_TYPES = frozenset({"overloaded_error", "rate_limit_error", "api_error", "timeout_error"})
_LATER = frozenset({408, 409, 425, 429})
_KEY = frozenset({401, 402, 403})
_NOT_FOUND = 404
_SERVER = 500
#: So much is shown of what the API says of an error.
_WORDS = 200


def meaning(error: Exception, model: str) -> ModelError:
    """The error of the port; it never holds a key."""
    match error:
        case APITimeoutError():
            return ModelUnavailable(f"{model} did not answer in time")
        case APIConnectionError() | httpx2.HTTPError():
            return ModelUnavailable("the Messages API cannot be reached")
        case APIResponseValidationError():
            return ModelMisspoke(f"the answer of {model} makes no sense")
        case APIStatusError():
            return _of_status(error, model)
        case _:
            return ModelRejected(f"{model} cannot be asked: {type(error).__name__}", Fault.QUESTION)


def _of_status(error: APIStatusError, model: str) -> ModelError:
    status, said = error.status_code, _said(error)
    if status >= _SERVER or status in _LATER or error.type in _LATER_TYPES:
        words = f"{model} cannot answer now: {said}"
        return ModelUnavailable(words, retry_after=_retry_after(error.response))
    if status in _KEY:
        return ModelRejected(f"the key is not accepted: {said}", Fault.KEY)
    if status == _NOT_FOUND and error.type == "not_found_error":
        return ModelRejected(f"there is no model {model} for this key", Fault.MODEL)
    return ModelRejected(f"{model} does not take the question: {said}", Fault.QUESTION)


def _said(error: APIStatusError) -> str:
    """The kind of error, and the API's own words: they name what an owner can put right."""
    words = " ".join((error.api_message or "").split())[:_WORDS].rstrip(".")
    kind = error.type or str(error.status_code)
    return f"{kind}: {words}" if words else kind


def _retry_after(response: httpx2.Response) -> timedelta | None:
    """How long the API wants to be left alone; a date instead of seconds is not understood."""
    for name, unit in (("retry-after-ms", "milliseconds"), ("retry-after", "seconds")):
        try:
            return max(timedelta(**{unit: float(response.headers[name])}), timedelta(0))
        except (KeyError, ValueError, OverflowError):
            continue
    return None
