"""The web server of the preview: for the browser of this machine alone; it writes nothing."""

from __future__ import annotations

import asyncio
import json
import secrets  # noqa: TID251  what keeps other pages out must not be guessed; no file depends on it
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from reportpub.findings import ToolError, error
from reportpub.preview.editors import opened
from reportpub.preview.leaves import Stretch
from reportpub.preview.session import Session
from reportpub.preview.state import both, origin, state
from reportpub.preview.watching import changes
from reportpub.sentences import say

HOST = "127.0.0.1"
_OURS = [HOST, "localhost"]
_PAGE = Path(__file__).with_name("page")
_POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'"
_ALWAYS = "public, max-age=31536000, immutable"
"""A picture is named by what it shows, so it never changes."""


@dataclass(frozen=True, slots=True)
class Served:
    """What is served: a sitting, the command that opens the editor, and the word that a page must know."""

    session: Session
    editor: tuple[str, ...]
    token: str

    async def page(self, _: Request) -> Response:
        """Return the page itself."""
        html = (_PAGE / "preview.html").read_text(encoding="utf-8").replace("TOKEN", self.token)
        headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-store"}
        return Response(html, media_type="text/html", headers=headers)

    async def icon(self, _: Request) -> Response:
        """Tell that there is no picture for the tab."""
        return Response(status_code=204)

    async def style(self, _: Request) -> Response:
        """Return the style sheet of the page."""
        return Response((_PAGE / "preview.css").read_bytes(), media_type="text/css")

    async def script(self, _: Request) -> Response:
        """Return the program of the page."""
        return Response((_PAGE / "preview.js").read_bytes(), media_type="text/javascript")

    async def state(self, request: Request) -> Response:
        """Return what is shown; asked for another edition, turn to it."""
        wanted = request.query_params.get("edition", "")
        if wanted in self.session.editions and wanted != self.session.edition:
            self.session.show(wanted)
        return JSONResponse(state(self.session))

    async def leaf(self, request: Request) -> Response:
        """Return the picture of a page."""
        named = request.path_params
        asked = request.query_params.get("width", "1000")
        width = int(asked) if asked.isdecimal() else 0
        draw = self.session.drawer.picture
        picture = await run_in_threadpool(draw, named["document"], named["index"], width)
        if picture is None:
            return Response(status_code=404)
        return Response(picture, media_type="image/png", headers={"Cache-Control": _ALWAYS})

    async def block(self, request: Request) -> Response:
        """Return where a block is written."""
        block = request.path_params["block"]
        found = self.session.shelf.origins.get(block)
        return JSONResponse(origin(block, found)) if found else Response(status_code=404)

    async def events(self, _: Request) -> Response:
        """Tell the page whenever there is something new, for as long as it is open."""

        async def told() -> AsyncIterator[str]:
            async for version in self.session.news(-1):
                yield f"data: {version}\n\n"

        headers = {"Cache-Control": "no-store"}
        return StreamingResponse(told(), media_type="text/event-stream", headers=headers)

    async def here(self, request: Request) -> Response:
        """Take note of what the reader looks at."""
        said = await self._said(request)
        if said is None:
            return Response(status_code=403)
        part, chapter = said.get("part"), said.get("chapter")
        known = isinstance(part, int) and isinstance(chapter, str)
        self.session.here = Stretch(part, chapter) if known else None  # type: ignore[arg-type]
        return Response(status_code=204)

    async def open(self, request: Request) -> Response:
        """Open the editor at a place."""
        said = await self._said(request)
        if said is None:
            return Response(status_code=403)
        file, line, column = said.get("file"), said.get("line"), said.get("column")
        if not (isinstance(file, str) and isinstance(line, int) and isinstance(column, int)):
            return Response(status_code=400)
        refused = await run_in_threadpool(opened, self.editor, self.session.project, file, line, column)
        return JSONResponse(
            {"refused": refused and {"message": both(refused.message), "hint": both(refused.hint)}}
        )

    async def _said(self, request: Request) -> dict[str, object] | None:
        """Return what our own page says; another page in the same browser does not know the word."""
        if not secrets.compare_digest(request.headers.get("x-reportpub", ""), self.token):
            return None
        try:
            said = json.loads(await request.body())
        except ValueError:
            return None
        return said if isinstance(said, dict) else None


def application(session: Session, editor: tuple[str, ...], *, watched: bool = True) -> Starlette:
    """Return the application; it begins the sitting when it starts and ends it when it stops."""
    served = Served(session, editor, secrets.token_urlsafe(24))

    async def follow() -> None:
        async for files in changes(session.project):
            session.changed(files)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        session.start()
        watching = asyncio.create_task(follow()) if watched else None
        try:
            yield
        finally:
            if watching:
                watching.cancel()
            session.close()

    return Starlette(
        routes=[
            Route("/", served.page),
            Route("/favicon.ico", served.icon),
            Route("/preview.css", served.style),
            Route("/preview.js", served.script),
            Route("/state", served.state),
            Route("/leaf/{document:str}/{index:int}.png", served.leaf),
            Route("/block/{block:str}", served.block),
            Route("/events", served.events),
            Route("/here", served.here, methods=["POST"]),
            Route("/open", served.open, methods=["POST"]),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=_OURS)],
        lifespan=life,
    )


def bound(port: int) -> socket.socket:
    """Return a socket that listens on a port of this machine; `ToolError` when it is taken."""
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((HOST, port))
        door.listen()
    except (OSError, OverflowError) as taken:
        door.close()
        hint = say("perhaps a preview runs already; or name another: --port 8025")
        message = say(
            "port {port} cannot be used: {taken}", port=port, taken=getattr(taken, "strerror", None) or taken
        )
        raise ToolError((error("preview/port", message, None, hint),)) from None
    return door


def serve(app: Starlette, door: socket.socket) -> None:
    """Serve on a socket until the person at the desk stops it."""
    config = uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1, lifespan="on")
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[door])
