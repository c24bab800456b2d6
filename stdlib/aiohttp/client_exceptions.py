# aiohttp.client_exceptions

import asyncio


class ClientError(Exception):
    """Base class for client errors."""


class ClientResponseError(ClientError):
    """A response that is an error."""

    def __init__(self, request_info, history, *, status=None, message="", headers=None):
        self.request_info = request_info
        self.history = history
        self.status = status if status is not None else 0
        self.message = message
        self.headers = headers
        self.args = (request_info, history)

    def __str__(self):
        return "%s, message=%r, url=%r" % (self.status, self.message, str(self.request_info.real_url))

    @property
    def code(self):
        return self.status


class ContentTypeError(ClientResponseError):
    """The content type is not what was expected."""


class ClientHttpProxyError(ClientResponseError):
    """A proxy refused."""


class TooManyRedirects(ClientResponseError):
    """Too many redirects."""


class ClientConnectionError(ClientError):
    """Base class for connection errors."""


class ClientConnectionResetError(ClientConnectionError, ConnectionResetError):
    """The connection was reset."""


class ClientOSError(ClientConnectionError, OSError):
    """A system call failed."""


class ClientConnectorError(ClientOSError):
    """A connection could not be made."""

    def __init__(self, connection_key, os_error):
        self._conn_key = connection_key
        self._os_error = os_error
        super().__init__(os_error.errno, os_error.strerror)
        self.args = (connection_key, os_error)

    @property
    def os_error(self):
        return self._os_error

    @property
    def host(self):
        return self._conn_key[0]

    @property
    def port(self):
        return self._conn_key[1]

    @property
    def ssl(self):
        return self._conn_key[2]

    def __str__(self):
        ssl = "default" if self.ssl is True else self.ssl
        return "Cannot connect to host %s:%s ssl:%s [%s]" % (self.host, self.port, ssl, self.strerror)


class ClientConnectorDNSError(ClientConnectorError):
    """The host's name could not be resolved."""


class ClientProxyConnectionError(ClientConnectorError):
    """The proxy could not be reached."""


class ServerConnectionError(ClientConnectionError):
    """Base class for errors of the server's side."""


class ServerDisconnectedError(ServerConnectionError):
    """The server closed the connection."""

    def __init__(self, message=None):
        if message is None:
            message = "Server disconnected"
        self.args = (message,)
        self.message = message


class ServerTimeoutError(ServerConnectionError, asyncio.TimeoutError):
    """The server took too long."""


class ConnectionTimeoutError(ServerTimeoutError):
    """Connecting took too long."""


class SocketTimeoutError(ServerTimeoutError):
    """Reading took too long."""


class ServerFingerprintMismatch(ServerConnectionError):
    """The certificate is another one than expected."""


class ClientPayloadError(ClientError):
    """The body of a response is damaged."""


class InvalidURL(ClientError, ValueError):
    """A URL cannot be used."""

    def __init__(self, url, description=None):
        self._url = url
        self._description = description
        super().__init__(url) if description is None else super().__init__(url, description)

    @property
    def url(self):
        return self._url

    @property
    def description(self):
        return self._description

    def __str__(self):
        if self._description:
            return f"{self._url} - {self._description}"
        return str(self._url)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"


class InvalidUrlClientError(InvalidURL):
    """A URL given by the program cannot be used."""


class RedirectClientError(ClientError):
    """A redirect failed."""


class NonHttpUrlClientError(ClientError):
    """A URL is no http URL."""


class InvalidUrlRedirectClientError(InvalidUrlClientError, RedirectClientError):
    """A redirect leads to a URL that cannot be used."""


class ClientSSLError(ClientConnectorError):
    """Base class for errors of the secure layer."""


class ClientConnectorSSLError(ClientSSLError):
    """The secure layer could not be set up."""


class ClientConnectorCertificateError(ClientSSLError):
    """The server's certificate was refused."""

    def __init__(self, connection_key, certificate_error):
        super().__init__(connection_key, certificate_error)
        self._certificate_error = certificate_error

    @property
    def certificate_error(self):
        return self._certificate_error

    def __str__(self):
        return "Cannot connect to host %s:%s ssl:%s [%s: %s]" % (
            self.host, self.port, self.ssl, self._certificate_error.__class__.__name__, self._certificate_error.args)
