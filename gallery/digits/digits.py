"""Draws handwritten-looking digits of 14 x 14 pixels: strokes of a font made for this purpose, bent, jittered, thickened and speckled at random."""

import numpy as np

SIDE = 14


def arc(cx, cy, rx, ry, start, end, points=10):
    """Points of an ellipse, angles in degrees, from the right over the bottom (y points down)."""
    angles = np.radians(np.linspace(start, end, points))
    return [(cx + rx * np.cos(a), cy + ry * np.sin(a)) for a in angles]


# For each digit the ways to write it: a list of strokes, each a list of points in the unit square, y pointing down.
FONT = [
    [[arc(0.5, 0.5, 0.32, 0.46, -90, 270, 20)], [arc(0.5, 0.5, 0.24, 0.48, -60, 300, 20)]],
    [[[(0.5, 0.02), (0.5, 0.98)]], [[(0.28, 0.26), (0.54, 0.02), (0.54, 0.98)]], [[(0.3, 0.25), (0.5, 0.02), (0.5, 0.98)], [(0.28, 0.98), (0.72, 0.98)]]],
    [
        [arc(0.5, 0.28, 0.3, 0.26, -170, 40) + [(0.18, 0.97), (0.84, 0.97)]],
        [arc(0.5, 0.28, 0.28, 0.26, -180, 60) + arc(0.32, 0.86, 0.12, 0.1, -60, -300, 8) + [(0.5, 0.86), (0.86, 0.94)]],
    ],
    [
        [arc(0.46, 0.26, 0.3, 0.24, -150, 90) + arc(0.46, 0.73, 0.33, 0.24, -90, 150)],
        [[(0.18, 0.03), (0.78, 0.03), (0.46, 0.4)] + arc(0.46, 0.69, 0.32, 0.28, -90, 150)],
    ],
    [
        [[(0.66, 0.98), (0.66, 0.02), (0.12, 0.68), (0.9, 0.68)]],
        [[(0.24, 0.04), (0.18, 0.52), (0.82, 0.52)], [(0.72, 0.06), (0.68, 0.98)]],
    ],
    [
        [[(0.8, 0.03), (0.26, 0.03), (0.22, 0.44)] + arc(0.46, 0.68, 0.32, 0.28, -120, 140)],
        [[(0.28, 0.06), (0.25, 0.42)] + arc(0.44, 0.68, 0.34, 0.28, -110, 150), [(0.28, 0.05), (0.82, 0.05)]],
    ],
    [
        [[(0.72, 0.03)] + arc(0.62, 0.6, 0.42, 0.5, -110, -180, 8) + arc(0.5, 0.7, 0.3, 0.27, 180, -180, 16)],
        [arc(0.66, 0.5, 0.44, 0.47, -75, -180, 10) + arc(0.5, 0.72, 0.28, 0.25, 180, -150, 14)],
    ],
    [
        [[(0.14, 0.04), (0.84, 0.04), (0.4, 0.98)]],
        [[(0.16, 0.05), (0.82, 0.05), (0.38, 0.98)], [(0.32, 0.5), (0.74, 0.5)]],
        [[(0.18, 0.2), (0.18, 0.05), (0.8, 0.05), (0.56, 0.5), (0.5, 0.98)]],
    ],
    [
        [arc(0.5, 0.26, 0.25, 0.23, 90, 450, 16), arc(0.5, 0.73, 0.31, 0.25, -90, 270, 16)],
        [arc(0.5, 0.26, 0.26, 0.23, -30, -270, 12) + arc(0.5, 0.74, 0.28, 0.24, -90, 180, 12) + [(0.72, 0.14)]],
    ],
    [
        [arc(0.5, 0.3, 0.3, 0.27, 0, -360, 16) + [(0.78, 0.34), (0.66, 0.98)]],
        [arc(0.48, 0.28, 0.28, 0.25, 0, -360, 16) + arc(0.36, 0.5, 0.4, 0.47, -15, 110, 10)],
    ],
]

_ROWS, _COLUMNS = np.mgrid[0:SIDE, 0:SIDE]
_PIXELS = np.stack([_COLUMNS.ravel(), _ROWS.ravel()], axis=1) + 0.5


def _distance_to_strokes(strokes):
    """The distance of each pixel's middle to the nearest segment."""
    starts = np.concatenate([s[:-1] for s in strokes])
    steps = np.concatenate([s[1:] - s[:-1] for s in strokes])
    along = ((_PIXELS[:, None] - starts) * steps).sum(2) / np.maximum((steps**2).sum(1), 1e-9)
    nearest = starts + np.clip(along, 0, 1)[:, :, None] * steps
    return np.sqrt(((_PIXELS[:, None] - nearest) ** 2).sum(2).min(1))


def draw(digit, random):
    """One digit: an array of 196 bytes, row by row, 0 for paper and 255 for full ink."""
    ways = FONT[digit]
    strokes = ways[random.integers(len(ways))]
    turn, slant = random.normal(0, 0.12), random.normal(0.05, 0.17)
    width, height = random.uniform(6.0, 11.0), random.uniform(8.5, 12.0)
    cos, sin = np.cos(turn), np.sin(turn)
    shape = np.array([[cos, -sin], [sin, cos]]) @ np.array([[1, -slant], [0, 1]]) @ np.diag([width, height])
    middle = SIDE / 2 + random.normal(0, 0.6, 2)
    bend = random.normal(0, 0.5, 4)
    bent = []
    for stroke in strokes:
        points = np.array(stroke) - 0.5
        waves = np.sin(2.5 * points[:, ::-1] + bend[:2] * 6) * bend[2:]
        bent.append(points @ shape.T + waves + middle + random.normal(0, 0.12, points.shape))
    thickness = random.uniform(0.35, 1.05)
    ink = np.clip(thickness + 0.5 - _distance_to_strokes(bent), 0, 1) * random.uniform(0.7, 1)
    ink += random.normal(0, random.uniform(0, 0.12), SIDE * SIDE)
    ink = np.where(random.random(SIDE * SIDE) < 0.01, random.random(SIDE * SIDE), ink)
    return (np.clip(ink, 0, 1) * 255 + 0.5).astype(np.uint8)


def draw_many(count, seed):
    """Images of shape (count, 196) and their digits, each digit equally often."""
    random = np.random.default_rng(seed)
    labels = np.arange(count) % 10
    random.shuffle(labels)
    return np.array([draw(digit, random) for digit in labels]), labels
