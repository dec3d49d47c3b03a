"""What went wrong, in words: aiohttp's errors, answers without a document, untrusted certificates.

A sentence goes on after the name of the feed: "it", "its host". What a server said itself is only
ever a part of it, and cleaned. Texts of exceptions are never shown: they quote addresses.
"""

import os
import socket
import ssl

import aiohttp
from aiohttp.http_exceptions import ContentEncodingError, LineTooLong

from feedtui.clean import SafeText, clean_line
from feedtui.net.guard import PrivateHostError

LONGEST_REASON = 300
"""Characters of a sentence."""

Untrusted = (aiohttp.ClientConnectorCertificateError, aiohttp.ServerFingerprintMismatch)
"""A host showed a certificate that isn't accepted, before it was sent anything."""

_STATUS = {
    202: "its host has not made the document yet",
    204: "its host sent an answer without a document",
    205: "its host sent an answer without a document",
    206: "its host sent a part only, which nobody asked for",
    226: "its host sent a difference only, which nobody asked for",
    300: "its host offers several documents and names none",
    304: "its host said “not modified” to a request for the whole",
    401: "it wants a user name and a password",
    402: "its host wants to be paid",
    403: "its host forbids it",
    404: "it is not there any more",
    407: "the proxy wants a user name and a password",
    408: "its host had no patience",
    410: "its host says that it is gone for good",
    429: "its host asks for a pause",
    451: "it may not be shown for legal reasons",
    502: "what stands before its host gets no answer from it",
    503: "its host is overloaded",
    504: "what stands before its host gets no answer from it",
    511: "the network wants you to log in first",
}

# X509_V_ERR_… of OpenSSL's x509_vfy.h, which `ssl` hands on as numbers.
_CERTIFICATE = {
    9: "its certificate is not valid yet, or this machine's clock is wrong",
    10: "its certificate has expired",
    18: "its certificate is vouched for by nobody but itself (self-signed)",
    19: "its certificate is vouched for by an authority that nobody knows",
    20: "its certificate is vouched for by an authority that nobody knows",
    21: "its certificate is vouched for by an authority that nobody knows",
    23: "its certificate has been revoked",
    62: "its certificate is for another host name",
    64: "its certificate is for another host",
}

_TOO_LONG = "its host's answer has headers that are too long"
_PACKED = "it is packed in a way that can't be undone"
_UNKNOWN = "its host name is unknown, or there is no network"
_BROKE_OFF = "it broke off in the middle"
_NO_HTTP = "its host's answer is not HTTP that can be understood"


def status_in_words(status: int, reason: str) -> SafeText:
    """An answer without a document; `reason` is what the server says itself (RFC 9110 15)."""
    words = _STATUS.get(status)
    if words is None and 300 <= status < 400:
        words = "it redirects without saying where to"
    said = clean_line(reason, most=100)
    return clean_line(f"{words or said or 'no reason given'} (HTTP {status})")


def error_in_words(error: Exception) -> str:
    """Why there was no answer, or none that can be used."""
    match error:
        case aiohttp.ClientConnectorError():
            return _no_connection(error)
        case aiohttp.ConnectionTimeoutError():
            return "no connection: its host doesn't answer"
        case aiohttp.ServerTimeoutError():
            return "it went silent"
        case aiohttp.ClientPayloadError():
            return _PACKED if _stems_from(error, ContentEncodingError) else _BROKE_OFF
        case aiohttp.ClientHttpProxyError():
            return f"the proxy refuses it: {status_in_words(error.status, error.message)}"
        case aiohttp.ClientResponseError():
            return _not_understood(error)
        case aiohttp.InvalidURL():
            return "its address is not a web address"
        case aiohttp.ClientConnectionError():
            return "its host hung up"
        case OSError():
            return f"it can't be kept or read here: {_system_error(error)}"
        case _:
            return _NO_HTTP


def untrusted_in_words(error: Exception, shown: str) -> str:
    """Why a certificate isn't accepted, and how to allow it for this one feed.

    `shown` is its SHA-256 fingerprint; empty where there is nothing to allow.
    """
    allow = f'in its table in feeds.toml: certificate = "{shown}"'
    if isinstance(error, aiohttp.ServerFingerprintMismatch):
        words = "its certificate is not the one that you have allowed"
        return f"{words}; if you trust the new one, write {allow}" if shown else words
    words = _certificate_error(error)
    return f"{words}; if you trust it all the same, write {allow}" if shown else words


def _not_understood(error: Exception) -> str:
    if _stems_from(error, LineTooLong):
        return _TOO_LONG
    return _PACKED if _stems_from(error, ContentEncodingError) else _NO_HTTP


def _stems_from(error: BaseException, kind: type[Exception]) -> bool:
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, kind):
        cause = cause.__cause__
    return cause is not None


def _no_connection(error: aiohttp.ClientConnectorError) -> str:
    match error:
        case aiohttp.ClientProxyConnectionError():
            return f"no connection to the proxy: {_system_error(error.os_error)}"
        case aiohttp.ClientConnectorDNSError():
            return _UNKNOWN
        case aiohttp.ClientSSLError():
            return f"no safe connection: {_tls_error(error)}"
        case _ if isinstance(error.os_error, socket.gaierror):
            return _UNKNOWN
        case _:
            return f"no connection: {_system_error(error.os_error)}"


def _certificate_error(error: Exception) -> str:
    cause = error.__cause__
    if not isinstance(cause, ssl.SSLCertVerificationError):
        return "its certificate can't be trusted"
    known = _CERTIFICATE.get(cause.verify_code)
    return known or f"its certificate can't be trusted: {clean_line(cause.verify_message, most=80)}"


def _tls_error(error: Exception) -> str:
    cause = error.__cause__
    reason = cause.reason if isinstance(cause, ssl.SSLError) else ""
    return clean_line((reason or "TLS failed").replace("_", " ").lower(), most=80)


def _system_error(error: OSError) -> str:
    if isinstance(error, PrivateHostError):
        return str(error)
    return os.strerror(error.errno) if error.errno else "its host can't be reached"
