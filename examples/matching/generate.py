#!/usr/bin/env python3
"""Writes input.bin, the sample of the stable matching: 200 residents and 40 hospitals. The format is described in matching.c. Every run writes the same bytes."""

import hashlib
import pathlib
import struct

RESIDENTS = 200
HOSPITALS = 40
CHOICES = 10


class Generator:
    """A linear congruential generator (Knuth's MMIX constants), so that the sample does not depend on a library's version."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % bound


def sample():
    random = Generator(20)
    fame = [random.below(1000) for _ in range(HOSPITALS)]
    merit = [random.below(1000) for _ in range(RESIDENTS)]

    # Everybody knows the famous hospitals; taste decides the rest.
    choices = []
    for _ in range(RESIDENTS):
        liking = [fame[h] + random.below(1500) for h in range(HOSPITALS)]
        count = CHOICES - random.below(4)
        choices.append(sorted(range(HOSPITALS), key=lambda h: -liking[h])[:count])

    # A hospital ranks most of those who applied to it.
    rankings = []
    for h in range(HOSPITALS):
        applicants = [r for r in range(RESIDENTS) if h in choices[r] and random.below(10) > 0]
        score = {r: merit[r] + random.below(700) for r in applicants}
        rankings.append(sorted(applicants, key=lambda r: -score[r]))
    capacities = [3 + random.below(5) for _ in range(HOSPITALS)]

    out = hashlib.sha256(b"stable matching: the salt of the sample").digest()
    out += struct.pack("<HB", RESIDENTS, HOSPITALS)
    for names in choices:
        out += struct.pack("<B%dB" % len(names), len(names), *names)
    for capacity, names in zip(capacities, rankings):
        out += struct.pack("<HH%dH" % len(names), capacity, len(names), *names)
    return out


if __name__ == "__main__":
    pathlib.Path(__file__).with_name("input.bin").write_bytes(sample())
