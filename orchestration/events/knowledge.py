"""What a ticket taught the desk."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ArticleApproved:
    """A person approved an article that was made of the ticket; `file` is where it stands.

    That is its path below the folder of articles.
    """

    file: str
    title: str
    kind: Literal["article_approved"] = "article_approved"
