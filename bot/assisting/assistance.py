"""The AI colleagues of a running desk, with all that they work with: models, tools, a router."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack

import structlog

from bot.assisting import brains, semantic, tool_servers, tracing
from bot.assisting.brains import Brains
from bot.assisting.consultants import Means, SpecialistsAtWork
from bot.assisting.model_watch import ModelWatch
from bot.assisting.tool_servers import DeskTools
from bot.crash_points import CrashPoint, reach, watched
from bot.desk_files.folder import DeskFolder
from bot.settings import Settings
from bot.texts import Texts
from orchestration.actions import executing
from orchestration.actions.beginning import Hands
from orchestration.actions.under_way import Acting
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.consulting.consultants import Planning
from orchestration.consulting.under_way import UnderWay
from orchestration.desk import Desk
from orchestration.ports import Begin, Clock
from orchestration.ports.previews import Previews
from orchestration.ports.tools import Answer, ToolServers
from orchestration.routing.live import LiveRouter
from orchestration.schemas import Arguments
from orchestration.specialists.built_in.brain import BuiltInBrain
from orchestration.workflows.live import LivePicker
from orchestration.workflows.supervising import Supervisor

log = structlog.get_logger(__name__)

#: Has something run until the desk stops, under a name.
Background = Callable[[Awaitable[None], str], None]


class Assistance:
    """Specialists at work from `start` on; `embedder` tells what texts mean, where that is wanted.

    `sent` is called whenever something was decided that is to be sent, or due.
    """

    def __init__(
        self,
        settings: Settings,
        folder: DeskFolder,
        texts: Texts,
        clock: Clock,
        previews: Previews,
    ) -> None:
        self._settings = settings
        self._folder = folder
        self._texts = texts
        self._clock = clock
        self._previews = previews
        self.embedder = semantic.of_knowledge(folder.desk)
        self.tools: DeskTools
        self.specialists: SpecialistsAtWork
        self.consultations: UnderWay
        self.actions: Acting
        self._router: LiveRouter
        self._picker: LivePicker

    def take_up(self, leased: FollowUp) -> None:
        """Takes up what is due and takes its time; returns at once."""
        if leased.kind is FollowUpKind.ACT:
            self.actions.begin(leased)
        else:
            self.consultations.begin(leased)

    async def start(
        self,
        begin: Begin,
        sent: Callable[[], None],
        stack: AsyncExitStack,
        background: Background,
    ) -> None:
        """Opens everything; what is closed goes onto the stack. Servers connect by themselves."""
        settings, desk, clock = self._settings, self._folder.desk, self._clock
        for lacking in _lacking(settings, desk):
            if lacking is not None:
                log.warning(lacking)
        traces = await stack.enter_async_context(tracing.tracing(settings))
        servers = await stack.enter_async_context(
            tool_servers.connected(desk.toolbox, settings.desk_dir)
        )
        self.tools = DeskTools(self._folder, servers, begin, clock)
        thinkers = Brains(settings, desk, clock, begin, sent, traces)
        stack.push_async_callback(thinkers.close)
        tools = traces.tools(self.tools.tools)
        built_in = BuiltInBrain(self._texts.say, clock, tools, desk.zone)
        router = self._router = semantic.live_router(desk, settings.cache_dir / "routing")
        brain = thinkers.over(built_in, tools)
        picker = self._picker = semantic.live_picker(settings.cache_dir / "workflows")
        supervisor = Supervisor(desk.workflows, picker, desk.policy, tools, begin, clock, desk.zone)
        planning = Planning(supervisor, self._texts.say, self.tools.served)
        means = Means(
            brain,
            router,
            thinkers.router,
            self.embedder,
            self._previews,
            planning if desk.workflows else None,
            picker,
        )
        self.specialists = SpecialistsAtWork(settings.desk_dir, desk, means, begin)
        stack.push_async_callback(self.specialists.close)

        reading = watched(begin, CrashPoint.CONSULT_DECIDED, CrashPoint.CONSULT_COMMITTED)

        async def consult(leased: FollowUp) -> None:
            reach(CrashPoint.CONSULT_BEGUN)
            await self.tools.begun()
            with traces.turn(leased.ticket):
                await self.specialists.consult(reading, leased, clock)
            sent()

        self.consultations = UnderWay(consult, _say_failed)
        stack.push_async_callback(self.consultations.close)
        acting = watched(begin, CrashPoint.ACTION_DECIDED, CrashPoint.ACTION_COMMITTED)
        hands = Hands(acting, desk, AskedServers(servers), self.tools.tools, clock)

        async def act(leased: FollowUp) -> None:
            await self.tools.begun()
            await executing.act(hands, leased)
            sent()

        self.actions = Acting(act, _say_not_done)
        stack.push_async_callback(self.actions.close)
        roll = self.specialists.files.roll
        background(ModelWatch(thinkers.model, desk, roll, begin, sent).run(), "models")
        background(self.tools.verify(sent), "verifying")
        background(self.tools.watch(lambda: roll().cast, sent), "tools")

    async def equipped(self) -> None:
        """Waits until specialists and workflows can be found, and tools are known."""
        await self._router.ready()
        await self._picker.ready()
        await self.tools.settled()


class AskedServers:
    """Servers with a crash point on each side of a call."""

    def __init__(self, servers: ToolServers) -> None:
        self._servers = servers
        self.state = servers.state
        self.settled = servers.settled

    async def call(self, tool: str, arguments: Arguments) -> Answer:
        """Asks as the servers do."""
        reach(CrashPoint.ACTION_ASKING)
        answer = await self._servers.call(tool, arguments)
        reach(CrashPoint.ACTION_ANSWERED)
        return answer


def _lacking(settings: Settings, desk: Desk) -> Sequence[str | None]:
    return semantic.lacking(desk), brains.lacking(desk, settings), tracing.lacking(settings)


def _say_not_done(leased: FollowUp, error: Exception) -> None:
    log.error("actions are not done now", ticket=leased.ticket, reason=repr(error))


def _say_failed(leased: FollowUp, error: Exception) -> None:
    log.error("specialists were not heard", ticket=leased.ticket, reason=repr(error))
