"""Putting mocks, and other objects, in the place of attributes and of items."""

import builtins
import contextlib
import inspect
import sys
from functools import partial, wraps
from types import ModuleType

from . import mock as _mock
from ._mock_calls import DEFAULT
from ._mock_specs import (InvalidSpecError, _instance_callable, _is_list)

_builtins = {name for name in dir(builtins) if not name.startswith("_")}

# found through the class even where the instance has none
_inherited = ("__doc__", "__module__", "__defaults__", "__annotations__",
              "__kwdefaults__")


class _patch:
    """A replacement of an attribute: a decorator of functions and classes, a
    context manager, and something to start and stop."""

    attribute_name = None  # how decorated functions get the mock, if by name
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec,
                 new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            _mock._check_spec_arg_typos(kwargs)
        if _mock._is_instance_mock(spec):
            raise InvalidSpecError(
                f"Cannot spec attr {attribute!r} as the spec "
                f"has already been mocked out. [spec={spec!r}]")
        if _mock._is_instance_mock(spec_set):
            raise InvalidSpecError(
                f"Cannot spec attr {attribute!r} as the spec_set "
                f"target has already been mocked out. [spec_set={spec_set!r}]")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.has_local = False
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        other = _patch(self.getter, self.attribute, self.new, self.spec, self.create,
                       self.spec_set, self.autospec, self.new_callable, self.kwargs)
        other.attribute_name = self.attribute_name
        other.additional_patchers = [p.copy() for p in self.additional_patchers]
        return other

    def __call__(self, func):
        if isinstance(func, type):
            return self.decorate_class(func)
        if hasattr(func, "patchings"):  # decorated already
            func.patchings.append(self)
            return func
        if inspect.iscoroutinefunction(func):
            return self.decorate_async_callable(func)
        return self.decorate_callable(func)

    def decorate_class(self, klass):
        return _decorate_methods(klass, lambda: self.copy())

    def decorate_callable(self, func):
        @wraps(func)
        def patched(*args, **keywargs):
            with _entered(patched.patchings, args, keywargs) as (args, keywargs):
                return func(*args, **keywargs)
        patched.patchings = [self]
        return patched

    def decorate_async_callable(self, func):
        @wraps(func)
        async def patched(*args, **keywargs):
            with _entered(patched.patchings, args, keywargs) as (args, keywargs):
                return await func(*args, **keywargs)
        patched.patchings = [self]
        return patched

    def get_original(self):
        """The attribute's value, and whether it is the target's own."""
        target, name = self.getter(), self.attribute
        local = False
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        if name in _builtins and isinstance(target, ModuleType):
            self.create = True
        if original is DEFAULT and not self.create:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, local

    def __enter__(self):
        if self.is_started:
            raise RuntimeError("Patch is already started")
        self.target = self.getter()
        spec, spec_set, autospec = (None if x is False else x for x in (
            self.spec, self.spec_set, self.autospec))
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        original, local = self.get_original()
        if autospec is not None:
            new = self._make_autospec(original, autospec, spec_set)
        elif self.new is DEFAULT:
            new = self._make_mock(original, spec, spec_set)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        else:
            new = self.new
        self.temp_original = original
        self.is_local = local
        self._exit_stack = contextlib.ExitStack()
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            named = {self.attribute_name: new} if self.new is DEFAULT else {}
            for patching in self.additional_patchers:
                value = self._exit_stack.enter_context(patching)
                if patching.new is DEFAULT:
                    named.update(value)
            return named
        except:
            if not self.__exit__(*sys.exc_info()):
                raise

    def _make_mock(self, original, spec, spec_set):
        """A mock to replace original."""
        inherit = False
        if spec is True:
            spec = original
        if spec_set is True:
            spec, spec_set = None, original if spec is None else spec
        has_spec = spec is not None or spec_set is not None
        model = spec if spec_set is None else spec_set
        if has_spec:
            if original is DEFAULT:
                raise TypeError("Can't use 'spec' with create=True")
            inherit = isinstance(original, type)
        if self.new_callable is not None:
            cls = self.new_callable
        elif (spec is None and _mock._is_async_obj(original)
              or has_spec and _mock._is_async_obj(model)):
            cls = _mock.AsyncMock
        elif not has_spec:
            cls = _mock.MagicMock
        else:
            can_call = "__call__" in model if _is_list(model) else callable(model)
            cls = _mock.MagicMock if can_call else _mock.NonCallableMagicMock
        options = {}
        if spec is not None:
            options["spec"] = spec
        if spec_set is not None:
            options["spec_set"] = spec_set
        if (isinstance(cls, type) and issubclass(cls, _mock.NonCallableMock)
                and self.attribute):
            options["name"] = self.attribute
        options.update(self.kwargs)
        new = cls(**options)
        if inherit and _mock._is_instance_mock(new):
            # calling the class gives a mock of an instance
            if not _is_list(model) and not _instance_callable(model):
                cls = _mock.NonCallableMagicMock
            options.pop("name")
            new.return_value = cls(_new_parent=new, _new_name="()", **options)
        return new

    def _make_autospec(self, original, autospec, spec_set):
        if self.new is not DEFAULT:
            raise TypeError("autospec creates the mock for you. Can't specify "
                            "autospec and new.")
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        if autospec is True:
            autospec = original
        if _mock._is_instance_mock(self.target):
            raise InvalidSpecError(
                f"Cannot autospec attr {self.attribute!r} as the patch target has "
                f"already been mocked out. [target={self.target!r}, attr={autospec!r}]")
        if _mock._is_instance_mock(autospec):
            target = getattr(self.target, "__name__", self.target)
            raise InvalidSpecError(
                f"Cannot autospec attr {self.attribute!r} from target {target!r} as it "
                f"has already been mocked out. [target={self.target!r}, "
                f"attr={autospec!r}]")
        return _mock.create_autospec(autospec, spec_set=bool(spec_set),
                                     _name=self.attribute, **self.kwargs)

    def __exit__(self, *exc_info):
        if not self.is_started:
            return None
        target, name, original = self.target, self.attribute, self.temp_original
        if self.is_local and original is not DEFAULT:
            setattr(target, name, original)
        else:
            delattr(target, name)
            if not self.create and (not hasattr(target, name) or name in _inherited):
                setattr(target, name, original)  # a proxy that really deleted it
        stack = self._exit_stack
        del self.temp_original, self.is_local, self.target, self._exit_stack
        self.is_started = False
        return stack.__exit__(*exc_info)

    def start(self):
        """Patch until stop() or patch.stopall()."""
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        """Undo start()."""
        return _stop(self)


def _stop(patcher):
    try:
        _patch._active_patches.remove(patcher)
    except ValueError:
        return None  # not started
    return patcher.__exit__(None, None, None)


def _decorate_methods(cls, make_patcher):
    """Decorate the methods of a class that are tests, each with its own
    patcher."""
    for name in dir(cls):
        if name.startswith(patch.TEST_PREFIX):
            value = getattr(cls, name)
            if hasattr(value, "__call__"):
                setattr(cls, name, make_patcher()(value))
    return cls


@contextlib.contextmanager
def _entered(patchings, args, keywargs):
    """Patch, and add the new mocks to arguments."""
    added = []
    with contextlib.ExitStack() as stack:
        for patching in patchings:
            value = stack.enter_context(patching)
            if patching.attribute_name is not None:
                keywargs.update(value)
            elif patching.new is DEFAULT:
                added.append(value)
        yield (*args, *added), keywargs


def _resolve_name(name):
    import pkgutil
    return pkgutil.resolve_name(name)


def _get_target(target):
    try:
        target, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return partial(_resolve_name, target), attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
          new_callable=None, *, unsafe=False, **kwargs):
    """Replace the object of a dotted name while a decorated function runs or
    within a with statement.

    The replacement is new, or a mock, which a decorated function gets as
    argument: an AsyncMock if the original is a coroutine function, otherwise a
    MagicMock, or what new_callable makes. spec and spec_set are those of the
    mock, True meaning the original; with autospec it is made by
    create_autospec. create allows for attributes that do not exist. Other
    keyword arguments go to the mock.
    """
    getter, attribute = _get_target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec,
                  new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False,
                  spec_set=None, autospec=None, new_callable=None, *, unsafe=False,
                  **kwargs):
    """patch for an attribute of an object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec,
                  new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None,
                    new_callable=None, **kwargs):
    """patch for several attributes, the keyword arguments, of an object or of
    a dotted name. Mocks for those whose value is DEFAULT are passed by
    keyword."""
    if not kwargs:
        raise ValueError(
            "Must supply at least one keyword argument with patch.multiple")
    getter = partial(_resolve_name, target) if type(target) is str else lambda: target
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec,
                         new_callable, {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    first, *others = patchers
    first.additional_patchers.extend(others)
    return first


class _patch_dict:
    """Changes a dictionary, or something like one, or the one of a dotted
    name, and restores it. With clear it is emptied before."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            return self.decorate_class(f)
        if inspect.iscoroutinefunction(f):
            return self.decorate_async_callable(f)
        return self.decorate_callable(f)

    def decorate_callable(self, f):
        @wraps(f)
        def patched(*args, **kw):
            self._patch_dict()
            try:
                return f(*args, **kw)
            finally:
                self._unpatch_dict()
        return patched

    def decorate_async_callable(self, f):
        @wraps(f)
        async def patched(*args, **kw):
            self._patch_dict()
            try:
                return await f(*args, **kw)
            finally:
                self._unpatch_dict()
        return patched

    def decorate_class(self, klass):
        return _decorate_methods(
            klass, lambda: _patch_dict(self.in_dict, self.values, self.clear))

    def __enter__(self):
        self._patch_dict()
        return self.in_dict

    def __exit__(self, *args):
        if self._original is not None:
            self._unpatch_dict()
        return False

    def _patch_dict(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve_name(self.in_dict)
        d = self.in_dict
        try:
            self._original = d.copy()
        except AttributeError:
            self._original = {key: d[key] for key in d}
        if self.clear:
            _clear_dict(d)
        _update_dict(d, self.values)

    def _unpatch_dict(self):
        _clear_dict(self.in_dict)
        _update_dict(self.in_dict, self._original)

    def start(self):
        """Patch until stop() or patch.stopall()."""
        result = self.__enter__()
        _patch._active_patches.append(self)
        return result

    def stop(self):
        """Undo start()."""
        return _stop(self)


def _clear_dict(d):
    try:
        d.clear()
    except AttributeError:
        for key in list(d):
            del d[key]


def _update_dict(d, values):
    try:
        d.update(values)
    except AttributeError:
        for key in values:
            d[key] = values[key]


def _patch_stopall():
    """Undo all start() calls, the last one first."""
    for patcher in reversed(_patch._active_patches):
        patcher.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _patch_stopall
patch.TEST_PREFIX = "test"
