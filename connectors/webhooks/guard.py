"""Keeps webhooks out of the house: whoever can name an address must not reach what is inside.

The address is looked at in the moment of connecting to it, so neither a name that changes its
meaning after a check, nor an address written as a number, gets around it.
"""

import errno
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address
#: What the resolver says of one address: family, type, protocol, name, and where.
AddressInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[Any, ...]]

#: IPv4 addresses in the clothes of IPv6, for networks without IPv4 (RFC 6052, RFC 8215).
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


class ForbiddenAddress(OSError):
    """A webhook's name led to an address that it may not reach."""


def networks_of(text: str) -> tuple[Network, ...]:
    """Reads `10.1.0.0/16 192.168.7.5`; raises `ValueError`."""
    return tuple(ip_network(part) for part in text.replace(",", " ").split())


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets through to the public internet and to the `allowed` networks.

    With `inside_only` to those networks alone.
    """

    allowed: Sequence[Network] = ()
    inside_only: bool = False

    def lets_through(self, address: str) -> bool:
        """Whether an address may be connected to."""
        meant = _meant(ip_address(address.partition("%")[0]))
        if any(meant in network for network in self.allowed):
            return True
        return not self.inside_only and _is_public(meant)

    def socket(self, info: AddressInfo) -> socket.socket:
        """A socket for that address, about to be connected; raises `ForbiddenAddress`."""
        family, kind, protocol, _, where = info
        if not self.lets_through(str(where[0])):
            msg = f"{where[0]} is no address that WEBHOOK_ALLOWED_NETWORKS lets webhooks reach"
            raise ForbiddenAddress(errno.EACCES, msg)
        made = socket.socket(family, kind, protocol)
        made.setblocking(False)  # noqa: FBT003 - it has no name for it
        return made


def _meant(address: Address) -> Address:
    """The IPv4 address within one of IPv6, where there is one."""
    if not isinstance(address, IPv6Address):
        return address
    if any(address in network for network in _TRANSLATED):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def _is_public(address: Address) -> bool:
    return address.is_global and not address.is_multicast and not address.is_reserved
