"""mitmproxy's hooks, called without asking every addon about every event.

mitmproxy walks its thirty-odd addons four times a request and asks each whether it has the hook.
The answer only changes when an addon comes or goes; so here it is remembered. What is called, in
which order, and how failures are contained, stays as it is there.
"""

from __future__ import annotations

import inspect
import logging
from typing import TYPE_CHECKING, Any

from mitmproxy import exceptions, flow, hooks
from mitmproxy.addonmanager import AddonManager
from mitmproxy.tools.dump import DumpMaster

if TYPE_CHECKING:
    from collections.abc import Callable

    from mitmproxy.options import Options

logger = logging.getLogger(__name__)

type Hook = Callable[..., Any]


class Dispatcher(AddonManager):
    """An addon manager that remembers who has which hook."""

    def __init__(self, master: EngineMaster, former: AddonManager) -> None:
        super().__init__(master)  # type: ignore[no-untyped-call]
        self.chain, self.lookup = former.chain, former.lookup
        self._known: dict[str, tuple[Hook, ...]] = {}

    def register(self, addon: Any) -> Any:  # noqa: ANN401 - as mitmproxy has it
        """Take an addon in; who has which hook is asked anew."""
        self._known.clear()
        return super().register(addon)  # type: ignore[no-untyped-call]

    def remove(self, addon: Any) -> None:  # noqa: ANN401 - as mitmproxy has it
        """Let an addon go; who has which hook is asked anew."""
        self._known.clear()
        super().remove(addon)  # type: ignore[no-untyped-call]

    async def handle_lifecycle(self, event: hooks.Hook) -> None:
        """Call a hook, and the one that says that a flow changed where anyone has it."""
        await self.trigger_event(event)
        message = event.args()[0]
        if isinstance(message, flow.Flow) and self._who("update", hooks.UpdateHook([])):
            await self.trigger_event(hooks.UpdateHook([message]))

    async def trigger_event(self, event: hooks.Hook) -> None:
        """Call a hook of all who have it, in their order, each contained by itself."""
        arguments = event.args()
        for call in self._who(event.name, event):
            try:
                waiting = call(*arguments)
                if waiting is not None and inspect.isawaitable(waiting):
                    await waiting
            except exceptions.AddonHalt:
                return
            except exceptions.OptionsError:
                raise
            except Exception:
                # As in mitmproxy: logged (here by type alone), and the next addon is called.
                logger.exception("Addon error")

    def _who(self, name: str, event: hooks.Hook) -> tuple[Hook, ...]:
        found = self._known.get(name)
        if found is None:
            found = tuple(
                call for addon in self.chain for _, call in self._iter_hooks(addon, event)
            )
            self._known[name] = found
        return found


class EngineMaster(DumpMaster):
    """mitmproxy's master without its logging, its exits and its questions."""

    def __init__(self, options: Options) -> None:
        super().__init__(options, with_termlog=False, with_dumper=False)
        # errorcheck ends the process by itself; the engine reports instead.
        check = self.addons.get("errorcheck")
        check.finish()
        self.addons.remove(check)
        self._legacy_log_events.uninstall()
        self.addons = Dispatcher(self, self.addons)

    def end(self) -> None:
        """Stop serving; may be called from any thread."""
        self.event_loop.call_soon_threadsafe(self.should_exit.set)
