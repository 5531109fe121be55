"""Talks to the Pagefind binary: its `--service` protocol, pipelined.

A message is base64 of JSON ended by a comma, both ways. The official client waits a tenth of a
second for every reply; here records are sent as fast as the binary reads them and replies are
read by a thread of their own, which remembers only what went wrong and the answers asked for.
"""

from __future__ import annotations

import base64
import os
import subprocess
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Any

import orjson
from pagefind_bin import get_executable

VERSION = "1.5.2"
LANGUAGE = "und"  # words arrive plain, Pagefind must not stem them


class PagefindFailed(RuntimeError):
    """Pagefind refused a record or could not build the index; the message says what it said."""


class PagefindService:
    """One Pagefind process holding one index. Use as a context manager."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [str(get_executable()), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._sent = 0
        self._answers: dict[int, dict[str, Any]] = {}
        self._awaited: set[int] = set()
        self._failures: list[str] = []
        self._ended = False
        self._news = threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()
        made = self._ask({"type": "NewIndex", "config": {"force_language": LANGUAGE}})
        self._index = self._answer(made)["index_id"]

    def __enter__(self) -> PagefindService:
        """Return the service itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process: nothing of it is needed once the files are read."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()

    def add(self, url: str, content: str, filters: Mapping[str, list[str]]) -> None:
        """Send one record; a refusal shows when the files are asked for."""
        self._send(
            {
                "type": "AddRecord",
                "index_id": self._index,
                "url": url,
                "content": content,
                "language": LANGUAGE,
                "meta": None,
                "filters": filters,
                "sort": None,
            }
        )

    def build(self) -> int:
        """Let it build the index, and return the number of that wish: see `files`."""
        return self._ask({"type": "GetFiles", "index_id": self._index})

    def files(self, wish: int) -> list[tuple[str, bytes]]:
        """Wait for the index and return its files as (path, bytes). Raises PagefindFailed."""
        answer = self._answer(wish)
        if self._failures:
            raise PagefindFailed(f"Pagefind refused {len(self._failures)}: {self._failures[0]}")
        return [(one["path"], base64.b64decode(one["content"])) for one in answer["files"]]

    def _send(self, payload: dict[str, Any]) -> int:
        self._sent += 1
        message = orjson.dumps({"message_id": self._sent, "payload": payload})
        assert self._process.stdin
        self._process.stdin.write(base64.b64encode(message) + b",")
        return self._sent

    def _ask(self, payload: dict[str, Any]) -> int:
        self._awaited.add(self._sent + 1)
        number = self._send(payload)
        assert self._process.stdin
        self._process.stdin.flush()
        return number

    def _answer(self, number: int) -> dict[str, Any]:
        with self._news:
            self._news.wait_for(lambda: number in self._answers or self._ended)
        if number not in self._answers:
            raise PagefindFailed("Pagefind ended before it had answered; is there enough memory?")
        answer = self._answers.pop(number)
        if answer["type"] == "Error":
            raise PagefindFailed(f"Pagefind: {answer.get('message')}")
        return answer

    def _listen(self) -> None:
        assert self._process.stdout
        parts: list[bytes] = []
        while chunk := os.read(self._process.stdout.fileno(), 1 << 20):
            *ends, rest = chunk.split(b",")
            for end in ends:
                self._hear(b"".join([*parts, end]))
                parts = []
            parts.append(rest)
        with self._news:
            self._ended = True
            self._news.notify_all()

    def _hear(self, message: bytes) -> None:
        answer = orjson.loads(base64.b64decode(message))
        number, payload = answer.get("message_id"), answer["payload"]
        with self._news:
            if number in self._awaited:
                self._answers[number] = payload
                self._news.notify_all()
            elif payload["type"] == "Error":
                self._failures.append(str(payload.get("message")))
