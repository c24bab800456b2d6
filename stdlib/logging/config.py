# logging.config: loggers and handlers described by dictionaries and files.

import functools
import logging
import logging.handlers
import queue

DEFAULT_LOGGING_CONFIG_PORT = 9030

_listener = None


def valid_ident(s):
    """Whether s is an identifier in ASCII; ValueError if not."""
    if not (s.isascii() and s.isidentifier()):
        raise ValueError("Not a valid Python identifier: %r" % s)
    return True


def _clearExistingHandlers():
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


def _handle_existing_loggers(existing, child_loggers, disable_existing):
    """Loggers that the configuration does not mention are disabled, unless one above them is."""
    for name in existing:
        logger = logging.root.manager.loggerDict[name]
        if name not in child_loggers:
            logger.disabled = disable_existing
        elif not isinstance(logger, logging.PlaceHolder):
            logger.setLevel(logging.NOTSET)
            logger.handlers = []
            logger.propagate = True


def _existing_loggers():
    return sorted(logging.root.manager.loggerDict)


def _take_existing(name, existing, children):
    """Remove a configured logger from the existing ones; those below it are its children."""
    if name in existing:
        children += [n for n in existing if n.startswith(name + ".")]
        existing.remove(name)


def _remove_handlers(logger):
    for h in logger.handlers[:]:
        logger.removeHandler(h)


# Values that are looked up when they are used

class ConvertingMixin:
    """A container whose strings such as ext://sys.stdout are replaced on access."""

    def convert_with_key(self, key, value, replace=True):
        result = self.configurator.convert(value)
        if value is not result:
            if replace:
                self[key] = result
            if type(result) in (ConvertingDict, ConvertingList, ConvertingTuple):
                result.parent = self
                result.key = key
        return result

    def convert(self, value):
        result = self.configurator.convert(value)
        if value is not result and type(result) in (ConvertingDict, ConvertingList, ConvertingTuple):
            result.parent = self
        return result


class ConvertingDict(dict, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self.convert_with_key(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        return self.convert_with_key(key, dict.pop(self, key, default), replace=False)


class ConvertingList(list, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        return self.convert(list.pop(self, idx))


class ConvertingTuple(tuple, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, tuple.__getitem__(self, key), replace=False)


def _split_word(text):
    """A word at the start of text and what follows it and spaces."""
    n = 0
    while n < len(text) and (text[n].isalnum() or text[n] == "_"):
        n += 1
    return text[:n], text[n:].lstrip()


class BaseConfigurator:
    """Finds the objects that a configuration names."""

    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        """The object with a dotted name."""
        first, *rest = s.split(".")
        used = first
        try:
            found = self.importer(used)
            for part in rest:
                used += "." + part
                try:
                    found = getattr(found, part)
                except AttributeError:
                    self.importer(used)
                    found = getattr(found, part)
            return found
        except ImportError as e:
            raise ValueError("Cannot resolve %r: %s" % (s, e)) from e

    def ext_convert(self, value):
        """ext://name: an object of a module."""
        return self.resolve(value)

    def cfg_convert(self, value):
        """cfg://path: something elsewhere in the configuration."""
        word, rest = _split_word(value.lstrip())
        if not word:
            raise ValueError("Unable to convert %r" % value)
        found = self.config[word]
        while rest:
            if rest.startswith("."):
                key, after = _split_word(rest[1:].lstrip())
                if not key:
                    raise ValueError("Unable to convert %r at %r" % (value, rest))
                found = found[key]
            else:
                end = rest.find("]")
                if not rest.startswith("[") or end < 0 or "[" in rest[1:end]:
                    raise ValueError("Unable to convert %r at %r" % (value, rest))
                key, after = rest[1:end], rest[end + 1:].lstrip()
                if key.isdigit():
                    try:
                        found = found[int(key)]
                    except TypeError:
                        found = found[key]
                else:
                    found = found[key]
            rest = after
        return found

    def convert(self, value):
        """A value of the configuration, ready for use."""
        for plain, converting in (dict, ConvertingDict), (list, ConvertingList), (tuple, ConvertingTuple):
            if isinstance(value, plain):
                if not isinstance(value, converting) and not hasattr(value, "_fields"):
                    value = converting(value)
                    value.configurator = self
                return value
        if isinstance(value, str):
            prefix, sep, suffix = value.partition("://")
            name = self.value_converters.get(prefix) if sep else None
            if name:
                return getattr(self, name)(suffix)
        return value

    def configure_custom(self, config):
        """The result of the factory called "()"."""
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        result = factory(**_keywords(config))
        _set_attributes(result, config.pop(".", None))
        return result

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value


def _keywords(config):
    return {k: config[k] for k in config if k != "." and valid_ident(k)}


def _set_attributes(obj, props):
    for name, value in (props or {}).items():
        setattr(obj, name, value)


def _is_queue_like_object(obj):
    return isinstance(obj, (queue.Queue, queue.SimpleQueue)) or all(
        callable(getattr(obj, method, None)) for method in ("put_nowait", "get"))


class DictConfigurator(BaseConfigurator):
    """Sets up logging as a dictionary says."""

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        with logging._lock:
            if config.pop("incremental", False):
                self._configure_incremental()
            else:
                self._configure_all()

    def _each(self, section, what, do):
        """Call do with each name of a section and its value."""
        items = self.config.get(section, {})
        for name in items:
            try:
                do(items, name)
            except Exception as e:
                raise ValueError("Unable to configure %s %r" % (what, name)) from e

    def _configure_incremental(self):
        """Change levels and propagation only."""
        handlers = self.config.get("handlers", {})
        for name in handlers:
            if name not in logging._handlers:
                raise ValueError("No handler found with name %r" % name)

        def handler_level(items, name):
            level = items[name].get("level", None)
            if level:
                logging._handlers[name].setLevel(logging._checkLevel(level))

        self._each("handlers", "handler", handler_level)
        self._each("loggers", "logger", lambda items, name: self.configure_logger(name, items[name], True))
        self._configure_root(True)

    def _configure_root(self, incremental):
        root = self.config.get("root", None)
        if root:
            try:
                self.configure_root(root, incremental)
            except Exception as e:
                raise ValueError("Unable to configure root logger") from e

    def _configure_all(self):
        config = self.config
        disable_existing = config.pop("disable_existing_loggers", True)
        _clearExistingHandlers()

        def replace(make):
            def do(items, name):
                items[name] = make(items[name])
            return do

        self._each("formatters", "formatter", replace(self.configure_formatter))
        self._each("filters", "filter", replace(self.configure_filter))
        self._configure_handlers(config.get("handlers", {}))
        existing, children = _existing_loggers(), []

        def configure(items, name):
            _take_existing(name, existing, children)
            self.configure_logger(name, items[name])

        self._each("loggers", "logger", configure)
        _handle_existing_loggers(existing, children, disable_existing)
        self._configure_root(False)

    def _configure_handlers(self, handlers):
        deferred = []       # they need others that are not there yet
        for final, names in (False, sorted(handlers)), (True, deferred):
            for name in names:
                try:
                    handler = self.configure_handler(handlers[name])
                    handler.name = name
                    handlers[name] = handler
                except Exception as e:
                    if not final and " not configured yet" in str(e.__cause__):
                        deferred.append(name)
                    else:
                        raise ValueError("Unable to configure handler %r" % name) from e

    def configure_formatter(self, config):
        if "()" in config:
            factory = config["()"]
            try:
                return self.configure_custom(config)
            except TypeError as te:
                if "'format'" not in str(te):
                    raise
                # Formatters call their first parameter fmt.
                config["fmt"] = config.pop("format")
                config["()"] = factory
                return self.configure_custom(config)
        cls = self.resolve(config["class"]) if config.get("class", None) else logging.Formatter
        kwargs = {}
        if (defaults := config.get("defaults", None)) is not None:
            kwargs["defaults"] = defaults
        args = [config.get("format", None), config.get("datefmt", None), config.get("style", "%")]
        if "validate" in config:
            args.append(config["validate"])
        return cls(*args, **kwargs)

    def configure_filter(self, config):
        return self.configure_custom(config) if "()" in config else logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        for f in filters:
            try:
                known = callable(f) or callable(getattr(f, "filter", None))
                filterer.addFilter(f if known else self.config["filters"][f])
            except Exception as e:
                raise ValueError("Unable to add filter %r" % f) from e

    def _configure_queue_handler(self, klass, **kwargs):
        q = kwargs.pop("queue") if "queue" in kwargs else queue.Queue()
        respect = kwargs.pop("respect_handler_level", False)
        listener = kwargs.pop("listener", logging.handlers.QueueListener)
        handlers = kwargs.pop("handlers", [])
        made = listener(q, *handlers, respect_handler_level=respect)
        handler = klass(q, **kwargs)
        handler.listener = made
        return handler

    def configure_handler(self, config):
        config_copy = dict(config)
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self.config["formatters"][formatter]
            except Exception as e:
                raise ValueError("Unable to set formatter %r" % formatter) from e
        level = config.pop("level", None)
        filters = config.pop("filters", None)
        if "()" in config:
            factory = config.pop("()")
            if not callable(factory):
                factory = self.resolve(factory)
        else:
            factory = self._handler_class(config, config_copy)
        result = factory(**_keywords(config))
        if formatter:
            result.setFormatter(formatter)
        if level is not None:
            result.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(result, filters)
        _set_attributes(result, config.pop(".", None))
        return result

    def _handler_class(self, config, config_copy):
        """The class of a handler; references in its arguments are replaced."""
        klass = config.pop("class")
        if not callable(klass):
            klass = self.resolve(klass)
        if issubclass(klass, logging.handlers.MemoryHandler):
            if "flushLevel" in config:
                config["flushLevel"] = logging._checkLevel(config["flushLevel"])
            if "target" in config:
                name = config["target"]
                try:
                    config["target"] = self._handler(name, config, config_copy, "target not configured yet")
                except Exception as e:
                    raise ValueError("Unable to set target handler %r" % name) from e
        elif issubclass(klass, logging.handlers.QueueHandler):
            self._queue_arguments(config, config_copy)
            return functools.partial(self._configure_queue_handler, klass)
        elif issubclass(klass, logging.handlers.SMTPHandler) and "mailhost" in config:
            config["mailhost"] = self.as_tuple(config["mailhost"])
        elif issubclass(klass, logging.handlers.SysLogHandler) and "address" in config:
            config["address"] = self.as_tuple(config["address"])
        return klass

    def _handler(self, name, config, config_copy, message):
        handler = self.config["handlers"][name]
        if not isinstance(handler, logging.Handler):
            config.update(config_copy)      # for the second attempt
            raise TypeError(message)
        return handler

    def _queue_arguments(self, config, config_copy):
        if "queue" in config:
            config["queue"] = self._queue(config["queue"])
        if "listener" in config:
            config["listener"] = self._listener_class(config["listener"])
        if "handlers" in config:
            found = []
            name = None
            try:
                for name in config["handlers"]:
                    found.append(self._handler(name, config, config_copy,
                                               "Required handler %r is not configured yet" % name))
            except Exception as e:
                raise ValueError("Unable to set required handler %r" % name) from e
            config["handlers"] = found

    def _queue(self, spec):
        if isinstance(spec, str):
            made = self.resolve(spec)
            if callable(made):
                return made()
        elif isinstance(spec, dict):
            if "()" in spec:
                return self.configure_custom(dict(spec))
        elif _is_queue_like_object(spec):
            return spec
        raise TypeError("Invalid queue specifier %r" % spec)

    def _listener_class(self, spec):
        listener = spec
        if isinstance(spec, str):
            listener = self.resolve(spec)
        elif isinstance(spec, dict) and "()" in spec:
            listener = self.configure_custom(dict(spec))
        elif not isinstance(spec, type):
            raise TypeError("Invalid listener specifier %r" % spec)
        wrong = isinstance(listener, type) and not issubclass(listener, logging.handlers.QueueListener)
        if wrong or not callable(listener):
            raise TypeError("Invalid listener specifier %r" % spec)
        return listener

    def add_handlers(self, logger, handlers):
        for h in handlers:
            try:
                logger.addHandler(self.config["handlers"][h])
            except Exception as e:
                raise ValueError("Unable to add handler %r" % h) from e

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get("level", None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not incremental:
            _remove_handlers(logger)
            if handlers := config.get("handlers", None):
                self.add_handlers(logger, handlers)
            if filters := config.get("filters", None):
                self.add_filters(logger, filters)

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = config.get("propagate", None)
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Set up logging as a dictionary says."""
    dictConfigClass(config).configure()


# Files in the format of configparser

def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Set up logging as a file says."""
    import configparser
    import io
    import os
    if isinstance(fname, str):
        if not os.path.exists(fname):
            raise FileNotFoundError(f"{fname} doesn't exist")
        if not os.path.getsize(fname):
            raise RuntimeError(f"{fname} is an empty file")
    if isinstance(fname, configparser.RawConfigParser):
        cp = fname
    else:
        try:
            cp = configparser.ConfigParser(defaults)
            if hasattr(fname, "readline"):
                cp.read_file(fname)
            else:
                cp.read(fname, encoding=io.text_encoding(encoding))
        except configparser.ParsingError as e:
            raise RuntimeError(f"{fname} is invalid: {e}")
    formatters = _create_formatters(cp)
    with logging._lock:
        _clearExistingHandlers()
        handlers = _install_handlers(cp, formatters)
        _install_loggers(cp, handlers, disable_existing_loggers)


def _resolve(name):
    return BaseConfigurator({}).resolve(name)


def _listed(text):
    return [part.strip() for part in text.split(",")] if text else []


def _create_formatters(cp):
    formatters = {}
    for name in _listed(cp["formatters"]["keys"]):
        section = "formatter_%s" % name
        args = [cp.get(section, key, raw=True, fallback=other)
                for key, other in (("format", None), ("datefmt", None), ("style", "%"))]
        defaults = cp.get(section, "defaults", raw=True, fallback=None)
        cls = cp[section].get("class")
        kwargs = {} if defaults is None else {"defaults": eval(defaults, vars(logging))}
        formatters[name] = (_resolve(cls) if cls else logging.Formatter)(*args, **kwargs)
    return formatters


def _install_handlers(cp, formatters):
    handlers, targets = {}, []
    names = vars(logging)
    for name in _listed(cp["handlers"]["keys"]):
        section = cp["handler_%s" % name]
        try:
            cls = eval(section["class"], names)
        except (AttributeError, NameError):
            cls = _resolve(section["class"])
        h = cls(*eval(section.get("args", "()"), names), **eval(section.get("kwargs", "{}"), names))
        h.name = name
        if "level" in section:
            h.setLevel(section["level"])
        if section.get("formatter", ""):
            h.setFormatter(formatters[section["formatter"]])
        if issubclass(cls, logging.handlers.MemoryHandler) and section.get("target", ""):
            targets.append((h, section["target"]))
        handlers[name] = h
    for h, target in targets:
        h.setTarget(handlers[target])
    return handlers


def _install_loggers(cp, handlers, disable_existing):
    names = _listed(cp["loggers"]["keys"])
    names.remove("root")
    _install_logger(logging.root, cp["logger_root"], handlers)
    existing, children = _existing_loggers(), []
    for name in names:
        section = cp["logger_%s" % name]
        logger = logging.getLogger(section["qualname"])
        _take_existing(section["qualname"], existing, children)
        _install_logger(logger, section, handlers)
        logger.propagate = section.getint("propagate", fallback=1)
        logger.disabled = False
    _handle_existing_loggers(existing, children, disable_existing)


def _install_logger(logger, section, handlers):
    if "level" in section:
        logger.setLevel(section["level"])
    _remove_handlers(logger)
    for name in _listed(section["handlers"]):
        logger.addHandler(handlers[name])


# Configurations that come over the network

def _apply(text):
    """Use a configuration in the form of JSON or of a file."""
    import json
    try:
        config = json.loads(text)
        assert isinstance(config, dict)
        dictConfig(config)
    except Exception:
        import io
        import traceback
        try:
            fileConfig(io.StringIO(text))
        except Exception:
            traceback.print_exc()


def listen(port=DEFAULT_LOGGING_CONFIG_PORT, verify=None):
    """A thread that takes configurations from a local port."""
    import socket
    import threading

    def read(conn, size):
        data = b""
        while len(data) < size and (chunk := conn.recv(size - len(data))):
            data += chunk
        return data

    def handle(conn):
        with conn:
            head = read(conn, 4)
            if len(head) == 4:
                data = read(conn, int.from_bytes(head, "big"))
                if verify is not None:
                    data = verify(data)
                if data is not None:
                    _apply(data.decode("utf-8"))

    class Server(threading.Thread):
        def __init__(self):
            super().__init__()
            self.port = port
            self.abort = False
            self.ready = threading.Event()

        def run(self):
            global _listener
            try:
                server = socket.create_server(("localhost", port))
                self.port = server.getsockname()[1]
                with logging._lock:
                    _listener = self
            finally:
                self.ready.set()
            with server:
                server.settimeout(1)
                while not self.abort:
                    try:
                        conn, _ = server.accept()
                    except TimeoutError:
                        continue
                    conn.settimeout(None)
                    threading.Thread(target=handle, args=(conn,)).start()

    return Server()


def stopListening():
    """End the thread that listen() made."""
    global _listener
    with logging._lock:
        if _listener:
            _listener.abort = True
            _listener = None
