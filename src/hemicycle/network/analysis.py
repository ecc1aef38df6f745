"""What follows from the register's facts, for packages above: periods, regions, bands."""

from hemicycle.network.periods import current_of, held_on, latest, region_path, seats_band

__all__ = ["current_of", "held_on", "latest", "region_path", "seats_band"]
