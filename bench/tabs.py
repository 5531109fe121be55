"""Tabs of the system's browsers with the same verbs, for tests and measurements in both.

Chromium is driven by playwright. Firefox answers WebDriver BiDi on a socket of this machine: no
driver program, no patched browser. For its drivers it would relax the policy for files (then
everything seems to work): its recommended preferences are refused here, and
`test_firefox_guards_files_as_it_does_for_everyone` looks whether it obeys.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import playwright.sync_api
from websockets.sync.client import connect

NAMES = (
    os.environ.get("FIREFOX"),
    "firefox-esr",
    "firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
)
PREFERENCES = {
    "remote.prefs.recommended": False,
    "security.fileuri.strict_origin_policy": True,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
LOCAL = ("http://127.0.0.1", "http://localhost", "data:", "blob:", "file:", "about:", "resource:")


class Tab:
    """What both have: `complaints` are the errors its pages logged (broken policies among them),
    `outside` the requests that went to another host."""  # fmt: skip

    complaints: list[str]
    outside: list[str]

    def goto(self, url: str) -> None:
        """Open an address and wait until it has loaded."""
        raise NotImplementedError

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in the page, promises awaited."""
        raise NotImplementedError

    def before_pages(self, script: str) -> None:
        """Run a script in every page that is opened from now on, before its own."""
        raise NotImplementedError

    def wait_for(self, expression: str, seconds: float = 20) -> None:
        """Wait until an expression is true. Raises TimeoutError."""
        end = time.monotonic() + seconds
        asked = f"(async () => Boolean(await ({expression})))()"
        while time.monotonic() < end:
            # An error says that the page is being changed for the next.
            with suppress(RuntimeError, playwright.sync_api.Error):
                if self.evaluate(asked):
                    return
            time.sleep(0.02)
        raise TimeoutError(f"The browser waited {seconds} s for: {expression}")


class Chromium(Tab):
    """A page of playwright's."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.complaints, self.outside = [], []
        page.on("console", lambda m: m.type == "error" and self.complaints.append(m.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda one: one.url.startswith(LOCAL) or self.outside.append(one.url))

    def goto(self, url: str) -> None:
        """Open an address and wait until it has loaded."""
        self.page.goto(url)

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in the page, promises awaited."""
        return self.page.evaluate(expression)

    def before_pages(self, script: str) -> None:
        """Run a script in every page that is opened from now on, before its own."""
        self.page.add_init_script(script)


class Firefox(Tab):
    """The one tab of a Firefox."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self.complaints: list[str] = []
        self.outside: list[str] = []
        self._ask("session.new", capabilities={})
        self._tab = self._ask("browsingContext.getTree")["contexts"][0]["context"]
        self.goto("about:blank")  # what a new profile opens by itself is over now
        self._ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])

    def goto(self, url: str) -> None:
        """Open an address and wait until it has loaded."""
        self._ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in the page, promises awaited. Raises RuntimeError."""
        whole = f"(async () => JSON.stringify([await ({expression})]))()"
        target = {"context": self._tab}
        told = self._ask("script.evaluate", expression=whole, target=target, awaitPromise=True)
        if told["type"] == "exception":
            raise RuntimeError(told["exceptionDetails"]["text"])
        return (json.loads(told["result"]["value"]) or [None])[0]

    def before_pages(self, script: str) -> None:
        """Run a script in every page that is opened from now on, before its own."""
        self._ask("script.addPreloadScript", functionDeclaration=f"() => {{ {script} }}")

    def _ask(self, method: str, **parameters: Any) -> Any:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            told = json.loads(self._socket.recv(timeout=60))
            if told.get("id") == number:
                if told["type"] == "error":
                    raise RuntimeError(f"{method}: {told['message']}")
                return told["result"]
            self._note(told)

    def _note(self, event: dict[str, Any]) -> None:
        told = event.get("params", {})
        if event.get("method") == "log.entryAdded" and told["level"] == "error":
            self.complaints.append(told["text"])
        if event.get("method") == "network.beforeRequestSent":
            url = told["request"]["url"]
            if not url.startswith(LOCAL):
                self.outside.append(url)


@contextmanager
def firefox() -> Iterator[Firefox]:
    """Start the system's Firefox without a window; FileNotFoundError says how to get one."""
    program = next((found for name in NAMES if name and (found := shutil.which(name))), None)
    if program is None:
        raise FileNotFoundError("There is no Firefox: run ./inv test, it installs one or says how.")
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in PREFERENCES.items())
        (Path(profile) / "user.js").write_text("".join(lines), "utf-8")
        words = [program, "--headless", "--no-remote", "--profile", profile]
        words += ["--remote-debugging-port", "0"]
        with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
            try:
                with connect(_address(process), max_size=None, origin=None) as socket:
                    yield Firefox(socket)
            finally:
                process.kill()


def _address(process: subprocess.Popen[str]) -> str:
    """Return where Firefox listens, which it says when it is ready."""
    assert process.stderr
    for line in process.stderr:
        if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
            # What it says from now on goes nowhere, but must be read or Firefox waits for us.
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return f"{found[1]}/session"
    raise RuntimeError("Firefox ended before it could be driven.")
