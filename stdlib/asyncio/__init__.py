# asyncio: the public names of the package.

from asyncio.exceptions import (BrokenBarrierError, CancelledError, IncompleteReadError, InvalidStateError,
                                LimitOverrunError, QueueEmpty, QueueFull, QueueShutDown, SendfileNotAvailableError,
                                TimeoutError)
from asyncio.events import (AbstractEventLoop, AbstractServer, Handle, TimerHandle, _get_running_loop,
                            _set_running_loop, get_event_loop, get_event_loop_policy, get_running_loop, new_event_loop,
                            set_event_loop, set_event_loop_policy)
from asyncio.base_events import BaseEventLoop, EventLoop, SelectorEventLoop
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue
from asyncio.runners import Runner, run
from asyncio.taskgroups import TaskGroup
from asyncio.tasks import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, all_tasks, as_completed,
                           create_eager_task_factory, create_task, current_task, eager_task_factory,
                           ensure_future, gather, run_coroutine_threadsafe, shield, sleep, wait, wait_for)
from asyncio.threads import to_thread
from asyncio.timeouts import Timeout, timeout, timeout_at

__all__ = tuple(n for n in dir() if not n.startswith("_"))


def __getattr__(name):
    if name in ("AbstractEventLoopPolicy", "DefaultEventLoopPolicy"):
        import warnings
        from asyncio import events
        warnings._deprecated(f"asyncio.{name}", remove=(3, 16))
        return getattr(events, "_" + name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
