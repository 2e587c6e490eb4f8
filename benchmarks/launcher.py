"""Starts desks quickly: the libraries are imported once, and each desk is a fork of that.

A desk that is killed some hundred times would otherwise spend most of the time importing. What runs
in the fork is the command itself, `topicdesk run`, in a process of its own.

A line of JSON on stdin is the environment of the next desk; two lines come back: its process id,
and, once it has ended, how (negative is a signal).
"""

import json
import os
import sys
from collections.abc import Mapping

from bot import demo, doctor, logs, wiring
from bot.__main__ import main

#: Imported for the desks to come.
READY = (demo, doctor, logs, wiring)


def serve() -> None:
    """One desk after another, until stdin ends."""
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _be_desk(json.loads(line))
        _say(pid)
        _, status = os.waitpid(pid, 0)
        _say(os.waitstatus_to_exitcode(status))


def _be_desk(environment: Mapping[str, str]) -> None:
    os.environ.update(environment)
    sys.argv = ["topicdesk", "run"]
    # Its stdout is not ours to answer on, and our stdin not its to read.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    code = 1
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    finally:
        os._exit(code)


def _say(number: int) -> None:
    print(number, flush=True)


if __name__ == "__main__":
    serve()
