"""A desk with what a scenario has otherwise."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from bot.desk_files import folder as desk_folder

#: What every scenario has otherwise: nobody plays for the sake of waiting, and a slow machine is
#: no late specialist.
ALWAYS: Mapping[str, Mapping[str, object]] = {"desk.yaml": {"settle": "0s", "advise_within": "20s"}}

Overrides = Mapping[str, Mapping[str, object] | str]


def write_desk(files: Path, folder: Path, overrides: Overrides) -> Path:
    """Makes that folder of a desk's files; raises `InvalidDeskFiles`.

    A file that is overridden by text is that text; one by keys and values has those, and the rest
    of its own.
    """
    shutil.copytree(files, folder)
    for each in (ALWAYS, overrides):
        for name, value in each.items():
            _write(folder / name, value)
    desk_folder.load(folder)
    return folder


def _write(file: Path, value: Mapping[str, object] | str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(value, str):
        file.write_text(value, encoding="utf-8")
        return
    held = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {}
    text = yaml.safe_dump(_merged(held or {}, value), allow_unicode=True, sort_keys=False)
    file.write_text(text, encoding="utf-8")


def _merged(held: object, value: object) -> object:
    if isinstance(held, Mapping) and isinstance(value, Mapping):
        merged = {name: _merged(held.get(name), inner) for name, inner in value.items()}
        return {**held, **merged}
    return value
