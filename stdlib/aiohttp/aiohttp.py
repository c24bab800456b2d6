# aiohttp: the public names of the client.

from aiohttp.client_exceptions import (ClientConnectionError, ClientConnectionResetError, ClientConnectorCertificateError,
                                       ClientConnectorDNSError, ClientConnectorError, ClientConnectorSSLError, ClientError,
                                       ClientHttpProxyError, ClientOSError, ClientPayloadError, ClientProxyConnectionError,
                                       ClientResponseError, ClientSSLError, ConnectionTimeoutError, ContentTypeError,
                                       InvalidURL, InvalidUrlClientError, InvalidUrlRedirectClientError, NonHttpUrlClientError,
                                       RedirectClientError, ServerConnectionError, ServerDisconnectedError,
                                       ServerFingerprintMismatch, ServerTimeoutError, SocketTimeoutError, TooManyRedirects)
from aiohttp.client import (BasicAuth, ClientResponse, ClientSession, ClientTimeout, FormData, StreamReader,
                            TCPConnector, request)

__version__ = "3.12.0+gopy"
