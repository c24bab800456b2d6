# logging.handlers: files that are rotated, queues, buffers and the network.

import copy
import io
import logging
import os
import threading
import time

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
DEFAULT_HTTP_LOGGING_PORT = 9022
DEFAULT_SOAP_LOGGING_PORT = 9023
SYSLOG_UDP_PORT = 514
SYSLOG_TCP_PORT = 514

_DAY = 24 * 60 * 60
_MIDNIGHT = _DAY


# Files

class BaseRotatingHandler(logging.FileHandler):
    """Base of handlers that begin a new file now and then."""

    namer = None        # makes the name of a rotated file
    rotator = None      # renames it

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self.mode = mode
        self.encoding = encoding
        self.errors = errors

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            logging.FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _is_special(self):
        """Whether the file is none that can be rotated, such as /dev/null."""
        return os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename)

    def _close_stream(self):
        if self.stream:
            self.stream.close()
            self.stream = None


class RotatingFileHandler(BaseRotatingHandler):
    """Begins a new file when the old one has reached a size."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        if maxBytes > 0:
            mode = "a"
        if "b" not in mode:
            encoding = io.text_encoding(encoding)
        BaseRotatingHandler.__init__(self, filename, mode, encoding=encoding, delay=delay, errors=errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def doRollover(self):
        self._close_stream()
        if self.backupCount > 0:
            for i in range(self.backupCount - 1, 0, -1):
                source = self.rotation_filename("%s.%d" % (self.baseFilename, i))
                dest = self.rotation_filename("%s.%d" % (self.baseFilename, i + 1))
                if os.path.exists(source):
                    if os.path.exists(dest):
                        os.remove(dest)
                    os.rename(source, dest)
            dest = self.rotation_filename(self.baseFilename + ".1")
            if os.path.exists(dest):
                os.remove(dest)
            self.rotate(self.baseFilename, dest)
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes <= 0:
            return False
        try:
            pos = self.stream.tell()
        except io.UnsupportedOperation:
            return False
        if not pos:
            return False    # a single record may be longer than the limit
        return pos + len(self.format(record)) + 1 >= self.maxBytes and not self._is_special()


# The unit of rotation: seconds, suffix of file names, its pattern.
_UNITS = {
    "S": (1, "%Y-%m-%d_%H-%M-%S", r"\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}"),
    "M": (60, "%Y-%m-%d_%H-%M", r"\d{4}-\d{2}-\d{2}_\d{2}-\d{2}"),
    "H": (3600, "%Y-%m-%d_%H", r"\d{4}-\d{2}-\d{2}_\d{2}"),
    "D": (_DAY, "%Y-%m-%d", r"\d{4}-\d{2}-\d{2}"),
    "MIDNIGHT": (_DAY, "%Y-%m-%d", r"\d{4}-\d{2}-\d{2}"),
    "W": (_DAY * 7, "%Y-%m-%d", r"\d{4}-\d{2}-\d{2}"),
}


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Begins a new file at certain times."""

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        BaseRotatingHandler.__init__(self, filename, "a", encoding=io.text_encoding(encoding), delay=delay,
                                     errors=errors)
        self.when = when.upper()
        self.backupCount = backupCount
        self.utc = utc
        self.atTime = atTime
        unit = self.when
        if unit.startswith("W"):
            if len(unit) != 2:
                raise ValueError("You must specify a day for weekly rollover from 0 to 6 (0 is Monday): %s" % unit)
            if not "0" <= unit[1] <= "6":
                raise ValueError("Invalid day specified for weekly rollover: %s" % unit)
            self.dayOfWeek = int(unit[1])
            unit = "W"
        elif unit not in _UNITS:
            raise ValueError("Invalid rollover interval specified: %s" % unit)
        seconds, self.suffix, self._pattern = _UNITS[unit]
        self.interval = seconds * interval
        exists = os.path.exists(self.baseFilename)
        self.rolloverAt = self.computeRollover(int(os.stat(self.baseFilename).st_mtime if exists else time.time()))

    @property
    def extMatch(self):
        import re
        return re.compile(rf"(?<!\d){self._pattern}(?!\d)", re.ASCII)

    def computeRollover(self, currentTime):
        """When the file has to be rotated that was current at a time."""
        if self.when != "MIDNIGHT" and not self.when.startswith("W"):
            return currentTime + self.interval
        t = time.gmtime(currentTime) if self.utc else time.localtime(currentTime)
        at = self.atTime
        wanted = _MIDNIGHT if at is None else (at.hour * 60 + at.minute) * 60 + at.second
        wait = wanted - ((t.tm_hour * 60 + t.tm_min) * 60 + t.tm_sec)
        day = t.tm_wday
        if wait <= 0:
            wait += _DAY
            day = (day + 1) % 7
        result = currentTime + wait
        if self.when.startswith("W"):
            result += (self.dayOfWeek - day) % 7 * _DAY + self.interval - _DAY * 7
        else:
            result += self.interval - _DAY
        if not self.utc:
            result += _dst_shift(t.tm_isdst, result)
        return result

    def shouldRollover(self, record):
        now = int(time.time())
        if now < self.rolloverAt:
            return False
        if self._is_special():
            self.rolloverAt = self.computeRollover(now)
            return False
        return True

    def getFilesToDelete(self):
        """The oldest rotated files that are too many."""
        folder, base = os.path.split(self.baseFilename)
        match = self.extMatch
        found = []
        for name in os.listdir(folder):
            if self.namer is None:
                if name.startswith(base + ".") and match.fullmatch(name[len(base) + 1:]):
                    found.append(os.path.join(folder, name))
                continue
            m = match.search(name)
            while m:
                if os.path.basename(self.namer(self.baseFilename + "." + m[0])) == name:
                    found.append(os.path.join(folder, name))
                    break
                m = match.search(name, m.start() + 1)
        if len(found) < self.backupCount:
            return []
        return sorted(found)[:len(found) - self.backupCount]

    def doRollover(self):
        now = int(time.time())
        begin = self.rolloverAt - self.interval
        if self.utc:
            when = time.gmtime(begin)
        else:
            when = time.localtime(begin)
            summer = time.localtime(now).tm_isdst
            if summer != when.tm_isdst:
                when = time.localtime(begin + (3600 if summer else -3600))
        dest = self.rotation_filename(self.baseFilename + "." + time.strftime(self.suffix, when))
        self.rolloverAt = self.computeRollover(now)
        if os.path.exists(dest):
            return      # rotated by someone else
        self._close_stream()
        self.rotate(self.baseFilename, dest)
        if self.backupCount > 0:
            for name in self.getFilesToDelete():
                os.remove(name)
        if not self.delay:
            self.stream = self._open()


def _dst_shift(summer, when):
    """What to add to a time because clocks change until then."""
    if summer == time.localtime(when).tm_isdst:
        return 0
    if summer:
        return 3600
    return -3600 if time.localtime(when - 3600).tm_isdst else 0


class WatchedFileHandler(logging.FileHandler):
    """Opens its file again when something else has replaced it."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        if "b" not in mode:
            encoding = io.text_encoding(encoding)
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self.dev, self.ino = -1, -1
        self._statstream()

    def _statstream(self):
        if self.stream is not None:
            st = os.fstat(self.stream.fileno())
            self.dev, self.ino = st.st_dev, st.st_ino

    def reopenIfNeeded(self):
        if self.stream is None:
            return
        try:
            st = os.stat(self.baseFilename)
            reopen = st.st_dev != self.dev or st.st_ino != self.ino
        except FileNotFoundError:
            reopen = True
        if reopen:
            self.stream.flush()
            self.stream.close()
            self.stream = None      # in case opening fails
            self.stream = self._open()
            self._statstream()

    def emit(self, record):
        try:
            self.reopenIfNeeded()
        except Exception:
            self.handleError(record)
        else:
            logging.FileHandler.emit(self, record)


# Buffers and queues

class BufferingHandler(logging.Handler):
    """Keeps records until there are enough of them."""

    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        with self.lock:
            self.buffer.clear()

    def close(self):
        try:
            self.flush()
        finally:
            logging.Handler.close(self)


class MemoryHandler(BufferingHandler):
    """Keeps records until one is important, then hands them to another handler."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        with self.lock:
            self.target = target

    def flush(self):
        with self.lock:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            with self.lock:
                self.target = None
                BufferingHandler.close(self)


class QueueHandler(logging.Handler):
    """Puts records into a queue."""

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue
        self.listener = None    # set by logging.config

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        """A copy of a record that can be sent elsewhere."""
        msg = self.format(record)
        record = copy.copy(record)
        record.message = record.msg = msg
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """Hands the records of a queue to handlers, in a thread."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *args):
        self.stop()

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        if self._thread is not None:
            raise RuntimeError("Listener already started")
        self._thread = threading.Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        from queue import Empty
        done = getattr(self.queue, "task_done", lambda: None)
        while True:
            try:
                record = self.dequeue(True)
            except Empty:
                break
            if record is not self._sentinel:
                self.handle(record)
            done()
            if record is self._sentinel:
                break

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        if self._thread:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None


# Network

class SocketHandler(logging.Handler):
    """Sends pickled records over a connection."""

    def __init__(self, host, port):
        logging.Handler.__init__(self)
        self.host = host
        self.port = port
        self.address = host if port is None else (host, port)
        self.sock = None
        self.closeOnError = False
        self.retryTime = None
        self.retryStart = 1.0
        self.retryMax = 30.0
        self.retryFactor = 2.0

    def makeSocket(self, timeout=1):
        import socket
        if self.port is not None:
            return socket.create_connection(self.address, timeout=timeout)
        result = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        result.settimeout(timeout)
        try:
            result.connect(self.address)
        except OSError:
            result.close()
            raise
        return result

    def createSocket(self):
        """Connect, unless the last attempt failed a short time ago."""
        now = time.time()
        if self.retryTime is not None and now < self.retryTime:
            return
        try:
            self.sock = self.makeSocket()
            self.retryTime = None
        except OSError:
            if self.retryTime is None:
                self.retryPeriod = self.retryStart
            else:
                self.retryPeriod = min(self.retryPeriod * self.retryFactor, self.retryMax)
            self.retryTime = now + self.retryPeriod

    def send(self, s):
        if self.sock is None:
            self.createSocket()
        if self.sock:
            try:
                self.sock.sendall(s)
            except OSError:
                self.sock.close()
                self.sock = None

    def makePickle(self, record):
        """The bytes of a record, their length in front."""
        import pickle
        if record.exc_info:
            self.format(record)     # sets exc_text
        d = {**record.__dict__, "msg": record.getMessage(), "args": None, "exc_info": None}
        d.pop("message", None)
        s = pickle.dumps(d, 1)
        return len(s).to_bytes(4, "big") + s

    def handleError(self, record):
        if self.closeOnError and self.sock:
            self.sock.close()
            self.sock = None
        else:
            logging.Handler.handleError(self, record)

    def emit(self, record):
        try:
            self.send(self.makePickle(record))
        except Exception:
            self.handleError(record)

    def close(self):
        with self.lock:
            sock, self.sock = self.sock, None
            if sock:
                sock.close()
            logging.Handler.close(self)


class DatagramHandler(SocketHandler):
    """Sends pickled records as datagrams."""

    def makeSocket(self):
        import socket
        return socket.socket(socket.AF_UNIX if self.port is None else socket.AF_INET, socket.SOCK_DGRAM)

    def send(self, s):
        if self.sock is None:
            self.createSocket()
        self.sock.sendto(s, self.address)


class SysLogHandler(logging.Handler):
    """Sends records to a syslog daemon."""

    (LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG) = range(8)
    (LOG_KERN, LOG_USER, LOG_MAIL, LOG_DAEMON, LOG_AUTH, LOG_SYSLOG, LOG_LPR, LOG_NEWS, LOG_UUCP, LOG_CRON,
     LOG_AUTHPRIV, LOG_FTP, LOG_NTP, LOG_SECURITY, LOG_CONSOLE, LOG_SOLCRON, LOG_LOCAL0, LOG_LOCAL1, LOG_LOCAL2,
     LOG_LOCAL3, LOG_LOCAL4, LOG_LOCAL5, LOG_LOCAL6, LOG_LOCAL7) = range(24)

    priority_names = {"alert": 1, "crit": 2, "critical": 2, "debug": 7, "emerg": 0, "err": 3, "error": 3, "info": 6,
                      "notice": 5, "panic": 0, "warn": 4, "warning": 4}
    facility_names = {"auth": 4, "authpriv": 10, "console": 14, "cron": 9, "daemon": 3, "ftp": 11, "kern": 0,
                      "lpr": 6, "mail": 2, "news": 7, "ntp": 12, "security": 13, "solaris-cron": 15, "syslog": 5,
                      "user": 1, "uucp": 8, "local0": 16, "local1": 17, "local2": 18, "local3": 19, "local4": 20,
                      "local5": 21, "local6": 22, "local7": 23}
    priority_map = {"DEBUG": "debug", "INFO": "info", "WARNING": "warning", "ERROR": "error",
                    "CRITICAL": "critical"}
    ident = ""
    append_nul = True

    def __init__(self, address=("localhost", SYSLOG_UDP_PORT), facility=LOG_USER, socktype=None, timeout=None):
        import socket
        logging.Handler.__init__(self)
        self.address = address
        self.facility = facility
        self.socktype = socktype
        self.timeout = timeout
        self.socket = None
        try:
            self.createSocket()
        except socket.gaierror:
            pass    # tried again with the first record

    def _connect_unixsocket(self, address):
        import socket
        kinds = [self.socktype] if self.socktype is not None else [socket.SOCK_DGRAM, socket.SOCK_STREAM]
        for kind in kinds:
            self.socket = socket.socket(socket.AF_UNIX, kind)
            try:
                self.socket.connect(address)
                self.socktype = kind
                return
            except OSError:
                self.socket.close()
                if kind == kinds[-1]:
                    raise

    def createSocket(self):
        import socket
        address = self.address
        self.unixsocket = isinstance(address, str)
        if self.unixsocket:
            try:
                self._connect_unixsocket(address)
            except OSError:
                pass
            return
        host, port = address
        error = OSError("getaddrinfo returns an empty list")
        kind = socket.SOCK_DGRAM if self.socktype is None else self.socktype
        for family, kind, proto, _, addr in socket.getaddrinfo(host, port, 0, kind):
            sock = None
            try:
                sock = socket.socket(family, kind, proto)
                if self.timeout:
                    sock.settimeout(self.timeout)
                if kind == socket.SOCK_STREAM:
                    sock.connect(addr)
                self.socket, self.socktype = sock, kind
                return
            except OSError as exc:
                error = exc
                if sock is not None:
                    sock.close()
        raise error

    def encodePriority(self, facility, priority):
        if isinstance(facility, str):
            facility = self.facility_names[facility]
        if isinstance(priority, str):
            priority = self.priority_names[priority]
        return facility << 3 | priority

    def close(self):
        with self.lock:
            sock, self.socket = self.socket, None
            if sock:
                sock.close()
            logging.Handler.close(self)

    def mapPriority(self, levelName):
        return self.priority_map.get(levelName, "warning")

    def emit(self, record):
        import socket
        try:
            msg = self.ident + self.format(record) + ("\0" if self.append_nul else "")
            prio = self.encodePriority(self.facility, self.mapPriority(record.levelname))
            data = f"<{prio}>".encode() + msg.encode("utf-8")
            if not self.socket:
                self.createSocket()
            if self.unixsocket:
                try:
                    self.socket.send(data)
                except OSError:
                    self.socket.close()
                    self._connect_unixsocket(self.address)
                    self.socket.send(data)
            elif self.socktype == socket.SOCK_DGRAM:
                self.socket.sendto(data, self.address)
            else:
                self.socket.sendall(data)
        except Exception:
            self.handleError(record)


class SMTPHandler(logging.Handler):
    """Sends records by mail."""

    def __init__(self, mailhost, fromaddr, toaddrs, subject, credentials=None, secure=None, timeout=5.0):
        logging.Handler.__init__(self)
        self.mailhost, self.mailport = mailhost if isinstance(mailhost, (list, tuple)) else (mailhost, None)
        self.username = None
        if isinstance(credentials, (list, tuple)):
            self.username, self.password = credentials
        self.fromaddr = fromaddr
        self.toaddrs = [toaddrs] if isinstance(toaddrs, str) else toaddrs
        self.subject = subject
        self.secure = secure
        self.timeout = timeout

    def getSubject(self, record):
        return self.subject

    def emit(self, record):
        try:
            import email.utils
            import smtplib
            from email.message import EmailMessage
            smtp = smtplib.SMTP(self.mailhost, self.mailport or smtplib.SMTP_PORT, timeout=self.timeout)
            msg = EmailMessage()
            msg["From"] = self.fromaddr
            msg["To"] = ",".join(self.toaddrs)
            msg["Subject"] = self.getSubject(record)
            msg["Date"] = email.utils.localtime()
            msg.set_content(self.format(record))
            if self.username:
                if self.secure is not None:
                    import ssl
                    keyfile, certfile = (*self.secure, None, None)[:2]
                    smtp.ehlo()
                    smtp.starttls(context=ssl._create_stdlib_context(certfile=certfile, keyfile=keyfile))
                    smtp.ehlo()
                smtp.login(self.username, self.password)
            smtp.send_message(msg)
            smtp.quit()
        except Exception:
            self.handleError(record)


class NTEventLogHandler(logging.Handler):
    """Writes to the event log of Windows, where the extension modules for it are installed."""

    def __init__(self, appname, dllname=None, logtype="Application"):
        logging.Handler.__init__(self)
        self.appname = appname
        self._welu = None
        print("The Python Win32 extensions for NT (service, event logging) appear not to be available.")

    def getMessageID(self, record):
        return 1

    def emit(self, record):
        pass

    def close(self):
        logging.Handler.close(self)


class HTTPHandler(logging.Handler):
    """Sends records to a web server."""

    def __init__(self, host, url, method="GET", secure=False, credentials=None, context=None):
        logging.Handler.__init__(self)
        method = method.upper()
        if method not in ("GET", "POST"):
            raise ValueError("method must be GET or POST")
        if not secure and context is not None:
            raise ValueError("context parameter only makes sense with secure=True")
        self.host = host
        self.url = url
        self.method = method
        self.secure = secure
        self.credentials = credentials
        self.context = context

    def mapLogRecord(self, record):
        return record.__dict__

    def getConnection(self, host, secure):
        import http.client
        if secure:
            return http.client.HTTPSConnection(host, context=self.context)
        return http.client.HTTPConnection(host)

    def emit(self, record):
        try:
            from urllib.parse import urlencode
            connection = self.getConnection(self.host, self.secure)
            data = urlencode(self.mapLogRecord(record))
            url, body, headers = self.url, None, {}
            if self.method == "GET":
                url += ("&" if "?" in url else "?") + data
            else:
                body = data.encode("utf-8")
                headers["Content-type"] = "application/x-www-form-urlencoded"
            if self.credentials:
                from binascii import b2a_base64
                pair = "%s:%s" % self.credentials
                headers["Authorization"] = "Basic " + b2a_base64(pair.encode("utf-8"), newline=False).decode("ascii")
            connection.request(self.method, url, body, headers)
            connection.getresponse()
        except Exception:
            self.handleError(record)
