"""Files: what a message says of one, and the made-up bytes of those that nobody uploaded."""

import mimetypes
import struct
import zlib
from dataclasses import dataclass

from sandbox.shapes import Object
from sandbox.world import File, World

MAX_DOWNLOAD = 20 * 1024 * 1024  # what a bot may fetch (Bot API, getFile)

# Kind of message: the name and type of a file of that kind that came without a name.
DEFAULTS = {
    "photo": ("photo.png", "image/png"),
    "video": ("video.mp4", "video/mp4"),
    "animation": ("animation.mp4", "video/mp4"),
    "voice": ("voice.ogg", "audio/ogg"),
    "audio": ("audio.mp3", "audio/mpeg"),
    "document": ("document.txt", "text/plain"),
    "sticker": ("sticker.png", "image/png"),
    "video_note": ("video_note.mp4", "video/mp4"),
}
ALBUM_KINDS = frozenset({"photo", "video", "audio", "document"})
# Kinds that fill an album alone (tdlib/td, `is_homogenous_media_group_content`).
ALONE_KINDS = frozenset({"audio", "document"})
MAX_ALBUM = 10
CAPTIONED = frozenset({"photo", "video", "animation", "voice", "audio", "document"})

_PICTURE_SIDE = 160
_WIDTH, _HEIGHT = 640, 640
_DURATION = 3


@dataclass(frozen=True)
class Upload:
    """Bytes that came with a call; they lie in the blob store under `blob`."""

    blob: str
    size: int
    name: str = ""
    mime_type: str = ""


def keep_file(world: World, kind: str, upload: Upload | None = None, name: str = "") -> File:
    """A new file of this kind, from an upload or made up."""
    world.counters.file += 1
    default_name, default_type = DEFAULTS[kind]
    name = name or (upload.name if upload else "") or default_name
    guessed = mimetypes.guess_type(name)[0]
    file = File(
        file_id=f"sandbox-{kind}-{world.counters.file}",
        kind=kind,
        name=name,
        mime_type=guessed or (upload.mime_type if upload else "") or default_type,
        size=upload.size if upload else len(made_up_bytes(kind, world.counters.file)),
        blob=upload.blob if upload else None,
    )
    world.files[file.file_id] = file
    return file


def made_up_bytes(kind: str, number: int) -> bytes:
    """The bytes of a file that was only spoken of: a picture, or a line that says what it is."""
    if kind in {"photo", "sticker"}:
        return _picture(number)
    return f"A {kind} made up by the sandbox, number {number}.\n".encode()


def file_number(file: File) -> int:
    """The number in a file's id."""
    return int(file.file_id.rpartition("-")[2])


def media_content(file: File, given: Object) -> Object:
    """The Bot API fields that a message of this file's kind carries."""
    described = _described(file) | given
    if file.kind == "photo":
        return {"photo": _photo_sizes(file)}
    if file.kind == "animation":
        # For old bots an animation is a document as well (C: `JsonMessage`).
        plain = {key: described[key] for key in _FIELDS["document"] if key in described}
        return {"animation": _chosen("animation", described), "document": plain}
    return {file.kind: _chosen(file.kind, described)}


def file_of(content: Object) -> tuple[str, str] | None:
    """The kind and file id in a message's content, if it holds a file."""
    for kind in DEFAULTS:
        held = content.get(kind)
        if held:
            largest = held[-1] if kind == "photo" else held
            return kind, largest["file_id"]
    return None


_FIELDS = {
    "video": ("file_id", "file_unique_id", "width", "height", "duration", "file_name", "mime_type"),
    "animation": (
        "file_id",
        "file_unique_id",
        "width",
        "height",
        "duration",
        "file_name",
        "mime_type",
    ),
    "voice": ("file_id", "file_unique_id", "duration", "mime_type"),
    "audio": (
        "file_id",
        "file_unique_id",
        "duration",
        "performer",
        "title",
        "file_name",
        "mime_type",
    ),
    "document": ("file_id", "file_unique_id", "file_name", "mime_type", "file_size"),
    "sticker": (
        "file_id",
        "file_unique_id",
        "type",
        "width",
        "height",
        "is_animated",
        "is_video",
        "emoji",
    ),
    "video_note": ("file_id", "file_unique_id", "length", "duration"),
}


def _chosen(kind: str, described: Object) -> Object:
    fields = {*_FIELDS[kind], "file_size"}
    return {name: value for name, value in described.items() if name in fields}


def _described(file: File) -> Object:
    return {
        "file_id": file.file_id,
        "file_unique_id": f"u{file_number(file)}",
        "file_size": file.size,
        "file_name": file.name,
        "mime_type": file.mime_type,
        "width": _WIDTH,
        "height": _HEIGHT,
        "length": _WIDTH,
        "duration": _DURATION,
        "type": "regular",
        "is_animated": False,
        "is_video": False,
    }


def _photo_sizes(file: File) -> list[Object]:
    """Two sizes, smallest first as Telegram has them; the last is the file itself."""
    number = file_number(file)
    small = {
        "file_id": f"{file.file_id}",
        "file_unique_id": f"u{number}s",
        "width": 90,
        "height": 90,
    }
    return [
        small | {"file_size": min(file.size, 1000)},
        small
        | {
            "file_unique_id": f"u{number}",
            "width": _WIDTH,
            "height": _HEIGHT,
            "file_size": file.size,
        },
    ]


def _picture(number: int) -> bytes:
    """A small PNG of one colour, another for each number."""
    colour = bytes((96 + 53 * number % 128, 96 + 97 * number % 128, 96 + 31 * number % 128))
    row = b"\0" + colour * _PICTURE_SIDE
    header = struct.pack(">IIBBBBB", _PICTURE_SIDE, _PICTURE_SIDE, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in (
            (b"IHDR", header),
            (b"IDAT", zlib.compress(row * _PICTURE_SIDE)),
            (b"IEND", b""),
        )
    )
