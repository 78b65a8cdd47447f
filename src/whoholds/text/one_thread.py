"""numpy's multiplication of matrices kept to one thread for a while.

A sentence's matrices are small: threads that wait for each other cost more than they bring, and where other
programs run beside, many times more.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

_FORMS = ("scipy_openblas_{}64_", "scipy_openblas_{}", "openblas_{}64_", "openblas_{}")


@contextmanager
def one_thread() -> Iterator[None]:
    """While inside, the OpenBLAS that numpy brought uses one thread; any other library is left as it is."""
    threads = _threads()
    if threads is None:
        yield
        return
    get, use = threads
    before = get()
    use(1)
    try:
        yield
    finally:
        use(before)


@cache
def _threads() -> tuple[Callable[[], int], Callable[[int], object]] | None:
    """What tells and what sets the number of threads of numpy's own OpenBLAS; None where it has none."""
    import numpy

    package = Path(numpy.__file__).parent
    for file in (*package.parent.glob("numpy.libs/*openblas*"), *package.glob(".dylibs/*openblas*")):
        with suppress(OSError):
            library = ctypes.CDLL(str(file))
            for form in _FORMS:
                with suppress(AttributeError):
                    return library[form.format("get_num_threads")], library[form.format("set_num_threads")]
    return None
