"""What follows from the register's facts and from offices, for packages above: periods, regions, bands, who acted."""

from hemicycle.network.acting import who_acted
from hemicycle.network.periods import current_of, held_on, latest, region_path, seats_band

__all__ = ["current_of", "held_on", "latest", "region_path", "seats_band", "who_acted"]
