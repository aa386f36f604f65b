"""Movements of the lip, computed: the one address from which other parts of the course import.

``timing`` says when the muscle is driven, ``muscle`` turns that into a trace and a pull,
``trace`` puts a recording together, ``spectrum`` reads its speed, ``judging`` compares settings
with what defines a movement, ``words`` says what is seen.
"""

from liptwitch.science.judging import Finding, fits, judge
from liptwitch.science.muscle import EMG_HZ, FRAME_HZ, envelope
from liptwitch.science.spectrum import Spectrum, spectrum
from liptwitch.science.timing import TASKS
from liptwitch.science.trace import REGIONS, Trace, trace
from liptwitch.science.words import Features, describe, features

__all__ = [
    "EMG_HZ",
    "FRAME_HZ",
    "REGIONS",
    "TASKS",
    "Features",
    "Finding",
    "Spectrum",
    "Trace",
    "describe",
    "envelope",
    "features",
    "fits",
    "judge",
    "spectrum",
    "trace",
]
