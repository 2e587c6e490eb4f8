"""Where a webhook may connect to."""

import socket

import pytest

from connectors.webhooks.guard import ForbiddenAddress, Guard, networks_of


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111", "::ffff:93.184.215.14"])
def test_the_public_internet_is_open(address: str) -> None:
    """Also in IPv6."""
    assert Guard().lets_through(address)
    assert not Guard(inside_only=True).lets_through(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",  # noqa: S104 - nobody listens
        "10.1.2.3",
        "172.16.0.1",
        "192.168.7.5",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2002:a00:1::1",
    ],
)
def test_the_inside_is_closed_however_it_is_written(address: str) -> None:
    """Loopback, private, link-local and the rest, also as IPv4 in the clothes of IPv6."""
    assert not Guard().lets_through(address)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with pytest.raises(ForbiddenAddress):
        Guard().socket((family, socket.SOCK_STREAM, 0, "", (address, 443)))


def test_what_the_settings_name_is_open() -> None:
    """Exactly that."""
    guard = Guard(networks_of("10.1.0.0/16 192.168.7.5, fd00:7::/32"))
    assert guard.lets_through("10.1.2.3")
    assert guard.lets_through("::ffff:10.1.2.3")
    assert guard.lets_through("192.168.7.5")
    assert guard.lets_through("fd00:7::9")
    assert not guard.lets_through("10.2.0.1")
    assert not guard.lets_through("192.168.7.6")
    assert Guard(guard.allowed, inside_only=True).lets_through("10.1.2.3")


@pytest.mark.parametrize("text", ["10.1.0.1/16", "everything", "10.1.0.0/33"])
def test_a_network_that_is_none_is_refused(text: str) -> None:
    """A slip must not open more than was meant."""
    with pytest.raises(ValueError, match=r".+"):
        networks_of(text)
