__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest",
           "heappushpop", "heappush_max", "heappop_max", "heapify_max", "heapreplace_max",
           "heappushpop_max"]

_best = _select
_heappop_max, _heapify_max, _heapreplace_max = heappop_max, heapify_max, heapreplace_max
del _select


def _pick(n, iterable, key, largest):
    # The best n: all of them when there are no more.
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        size = None
    if size is not None and n >= size:
        return sorted(iterable, key=key, reverse=largest)[:n]
    return _best(n, iterable, key, largest)


def nsmallest(n, iterable, key=None):
    """The n smallest items in order, as sorted(iterable, key=key)[:n]."""
    return _pick(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    """The n largest items in order, as sorted(iterable, key=key, reverse=True)[:n]."""
    return _pick(n, iterable, key, True)


def merge(*iterables, key=None, reverse=False):
    """Iterate over sorted inputs in sorted order."""
    if reverse:
        make, replace, drop, step = heapify_max, heapreplace_max, heappop_max, -1
    else:
        make, replace, drop, step = heapify, heapreplace, heappop, 1
    heap = []
    for order, it in enumerate(iterables):
        it = iter(it)
        for value in it:
            heap.append([value if key is None else key(value), order * step, value, it])
            break
    make(heap)
    while len(heap) > 1:
        head = heap[0]
        it = head[3]
        yield head[2]
        try:
            value = next(it)
        except StopIteration:
            drop(heap)
        else:
            head[0] = value if key is None else key(value)
            head[2] = value
            replace(heap, head)
    if heap:
        _, _, value, it = heap[0]
        heap = None
        yield value
        yield from it
