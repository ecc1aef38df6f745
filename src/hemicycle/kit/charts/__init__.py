"""The house charts as plain data; hemicycle.ui.charts draws them."""

from .arcs import Arcs, arc_positions
from .bands import Band, band_of, depth
from .bars import Bar, Bars
from .basis import Base, Cell, Chart, CountedThing, Measure, Table
from .dotplot import DotPlot, DotRow, Point
from .heat import HeatRow, HeatTable
from .hemicycle import Group, Hemicycle, Tone, Wedge
from .scale import ticks
from .shares import apportion
from .slope import Slope, SlopeLine, change, spread
from .tiles import Tile, TileGrid

__all__ = [
    "Arcs",
    "Band",
    "Bar",
    "Bars",
    "Base",
    "Cell",
    "Chart",
    "CountedThing",
    "DotPlot",
    "DotRow",
    "Group",
    "HeatRow",
    "HeatTable",
    "Hemicycle",
    "Measure",
    "Point",
    "Slope",
    "SlopeLine",
    "Table",
    "Tile",
    "TileGrid",
    "Tone",
    "Wedge",
    "apportion",
    "arc_positions",
    "band_of",
    "change",
    "depth",
    "spread",
    "ticks",
]
