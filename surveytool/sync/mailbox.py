"""A folder on a server, by WebDAV or plain HTTPS: put, list, get; nothing else.

The only file that knows the network. Nothing here is called unless a person asks.
"""

import ssl
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urlsplit

import urllib3
from lxml import etree

from surveytool.domain.refusal import Refusal

PATIENCE = urllib3.Timeout(connect=15, read=60)
LISTING = b'<propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>'
MOST_LISTED = 4 * 2**20
CHUNK = 64 * 1024


class NotSecureError(Refusal):
    """An address that is not https."""

    code = "sync.not_secure"
    exit_code = 2


class CannotConnectError(Refusal):
    """The server cannot be reached."""

    code = "sync.cannot_connect"


class BadCertificateError(Refusal):
    """The server's certificate is not to be trusted."""

    code = "sync.bad_certificate"


class NotAllowedError(Refusal):
    """The server wants another name or token."""

    code = "sync.not_allowed"


class NoRoomError(Refusal):
    """The server takes no more, or not so large a file."""

    code = "sync.no_room"


class ServerTroubleError(Refusal):
    """The server answers something else than it should."""

    code = "sync.server_trouble"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A folder on a server; authority is a bearer token, or user and password."""

    url: str
    token: str = ""
    user: str = ""
    authority: Path | None = None
    """Certificates to trust besides the system's, as a county's own."""

    @property
    def place(self) -> str:
        """The address without what may be secret in it: user, password, query."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"

    def put(self, name: str, data: bytes) -> None:
        """Put a file; raises this file's refusals."""
        with self._asked("PUT", self._at(name), body=data) as answer:
            self._check(answer, {200, 201, 204})

    def size(self, name: str) -> int | None:
        """Return how large a file is on the server, None where it is not."""
        with self._asked("HEAD", self._at(name)) as answer:
            if answer.status == 404:  # noqa: PLR2004 - not found
                return None
            self._check(answer, {200})
            text = answer.headers.get("Content-Length", "")
            return int(text) if text.isdecimal() else None

    def get(
        self, name: str, after: int = 0, most: int | None = None
    ) -> Iterator[bytes]:
        """Return a file from a byte on, at most so many.

        The first chunk is empty where the server sends it from the beginning.
        """
        last = "" if most is None else str(after + most - 1)
        wanted = {"Range": f"bytes={after}-{last}"} if after or most else {}
        with self._asked("GET", self._at(name), headers=wanted) as answer:
            self._check(answer, {200, 206})
            if after and answer.status == 200:  # noqa: PLR2004 - the whole file
                yield b""
            yield from answer.stream(CHUNK)

    def names(self) -> list[str]:
        """Return the files of the folder, by WebDAV; raises ServerTroubleError."""
        headers = {"Depth": "1", "Content-Type": "application/xml"}
        with self._asked("PROPFIND", self.url, headers=headers, body=LISTING) as answer:
            self._check(answer, {207})
            text = answer.read(MOST_LISTED)
        return sorted(set(_names(text)))

    def _at(self, name: str) -> str:
        return f"{self.url.rstrip('/')}/{quote(name, safe='')}"

    @contextmanager
    def _asked(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> Iterator[urllib3.BaseHTTPResponse]:
        host = urlsplit(url)
        if host.scheme != "https" or not host.hostname:
            raise NotSecureError(url=self.place)
        context = ssl.create_default_context()
        if self.authority is not None:
            context.load_verify_locations(self.authority)
        with urllib3.PoolManager(ssl_context=context) as pool:
            try:
                # A redirect would carry the token to whoever it names.
                answer = pool.request(
                    method, url, headers=self._headers() | dict(headers or {}),
                    body=body, redirect=False, retries=False, timeout=PATIENCE,
                    preload_content=False,
                )  # fmt: skip
                with answer:
                    yield answer
            except urllib3.exceptions.SSLError as error:
                raise BadCertificateError(host=host.hostname) from error
            except urllib3.exceptions.HTTPError as error:
                raise CannotConnectError(host=host.hostname) from error

    def _headers(self) -> dict[str, str]:
        if self.user:
            credentials = f"{self.user}:{self.token}".encode()
            return {"Authorization": f"Basic {b64encode(credentials).decode()}"}
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def _check(self, answer: urllib3.BaseHTTPResponse, good: set[int]) -> None:
        status, host = answer.status, urlsplit(self.url).hostname or ""
        if status in (401, 403):
            raise NotAllowedError(host=host)
        if status in (413, 507):
            raise NoRoomError(host=host)
        if status not in good:
            raise ServerTroubleError(host=host, status=status)


def _names(listing: bytes) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    tree = etree.fromstring(listing, parser)
    if tree is None:
        return
    for href in tree.iter("{DAV:}href"):
        path = unquote(urlsplit(href.text or "").path)
        name = PurePosixPath(path).name
        # A name from a server becomes a name of ours: no way out of the folder.
        if name and not path.endswith("/") and not set(name) & set('\\/:*?"<>|\0'):
            yield name
