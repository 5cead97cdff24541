"""Liveness, readiness and metrics: for machines and for whoever runs the bot."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from handlers.services import Services


def routes(services: Services) -> list[Route]:
    async def live(_request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def ready(_request: Request) -> Response:
        lines = await services.readiness()
        text = "".join(f"{line.name}: {line.note}\n" for line in lines)
        return PlainTextResponse(text, status_code=200 if all(line.ok for line in lines) else 503)

    async def metrics(_request: Request) -> Response:
        return Response(services.metrics_text(), media_type="text/plain; version=0.0.4; charset=utf-8")

    return [Route("/live", live), Route("/ready", ready), Route("/metrics", metrics)]
