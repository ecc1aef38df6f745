"""Pages and data of the register, of seats and of the members' directory."""

from hemicycle.network.views.register import (
    REGIONAL,
    chamber,
    chambers_data,
    compare,
    parliament,
    parliaments,
    parliaments_data,
    preview,
    record,
    regional_bodies,
    regional_body,
    regional_seats,
    seats,
    world,
)

__all__ = [
    "REGIONAL",
    "chamber",
    "chambers_data",
    "compare",
    "parliament",
    "parliaments",
    "parliaments_data",
    "preview",
    "record",
    "regional_bodies",
    "regional_body",
    "regional_seats",
    "seats",
    "world",
]
