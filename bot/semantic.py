"""What a desk understands by meaning."""

from pathlib import Path

from orchestration.desk import Desk
from orchestration.routing.live import LiveRouter
from storage.routing_models import FolderOfModels


def live_router(desk: Desk, folder: Path) -> LiveRouter:  # noqa: ARG001 - the desk will choose
    """The router that the desk's files ask for; `folder` keeps what it will learn."""
    return LiveRouter(FolderOfModels(folder))
