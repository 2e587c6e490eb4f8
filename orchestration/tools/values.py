"""What tools take and answer."""

from collections.abc import Mapping

#: What JSON can hold.
Json = object
#: A JSON Schema, and an object that one describes.
Schema = Mapping[str, Json]
Arguments = Mapping[str, Json]
