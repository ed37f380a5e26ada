#!/usr/bin/env python3
"""Trains the network on digits drawn by digits.py, quantises it to 8-bit integers and writes model.bin and samples.bin.

Needs numpy (made with 2.4: python3 -m venv venv && venv/bin/pip install numpy). Nothing is downloaded: every image is drawn from a fixed seed.

  train.py              trains, writes both files, says how often the quantised network is right on 10,000 images that it has not seen
  train.py --evaluate   says the latter for the model.bin that is there

The network: 14 x 14 pixels; 8 convolutions 3 x 3, relu, maximum of 2 x 2; 16 convolutions 3 x 3 x 8, relu; 10 weighted sums of all 256 values, the logits.
Floating-point sums differ between machines in their last bits, so that another machine trains a slightly different network: model.bin is committed.

model.bin, little-endian: for each of the three layers its weights (i8; by output, input, row, column), its biases (i32), and, but for the last layer, the
multiplier (u32) that scales a sum to the next layer's range: next = clamp((sum * multiplier + 2^23) >> 24, 0, 255).
samples.bin: 100 images that training has not seen, each the digit (u8) and 196 pixels (u8).
"""

import argparse
import pathlib
import struct

import numpy as np

import digits

HERE = pathlib.Path(__file__).parent
TRAINING_SEED, HELD_OUT_SEED, NETWORK_SEED = 1, 2, 3
TRAINING_IMAGES, HELD_OUT_IMAGES, SAMPLES = 40000, 10000, 100
EPOCHS, BATCH = 12, 100
CHANNELS_1, CHANNELS_2, HIDDEN = 8, 16, 256
SHIFT = 24


def patches(images):
    """The 3 x 3 patches of images (count, channels, side, side), as (count, side - 2, side - 2, channels * 9)."""
    view = np.lib.stride_tricks.sliding_window_view(images, (3, 3), axis=(2, 3))
    return np.ascontiguousarray(view.transpose(0, 2, 3, 1, 4, 5)).reshape(*view.shape[:1], *view.shape[2:4], -1)


def pooled(sums):
    """The maximum of each 2 x 2 block of (count, side, side, channels)."""
    count, side, _, channels = sums.shape
    return sums.reshape(count, side // 2, 2, side // 2, 2, channels).max((2, 4))


def forward(parameters, images):
    """Every layer's values; images as (count, 14, 14) of 0 .. 1."""
    w1, b1, w2, b2, w3, b3 = parameters
    x1 = patches(images[:, None])
    s1 = x1 @ w1 + b1
    p1 = pooled(s1)
    a1 = np.maximum(p1, 0)
    x2 = patches(a1.transpose(0, 3, 1, 2))
    a2 = np.maximum(x2 @ w2 + b2, 0)
    flat = a2.transpose(0, 3, 1, 2).reshape(len(images), HIDDEN)
    return x1, s1, p1, x2, a2, flat, flat @ w3 + b3


def gradients(parameters, images, labels):
    """The gradient of the mean cross-entropy, by back-propagation."""
    w1, _, w2, _, w3, _ = parameters
    count = len(images)
    x1, s1, p1, x2, a2, flat, logits = forward(parameters, images)
    chances = np.exp(logits - logits.max(1, keepdims=True))
    chances /= chances.sum(1, keepdims=True)
    chances[np.arange(count), labels] -= 1
    d_logits = chances / count
    d_a2 = (d_logits @ w3.T).reshape(count, CHANNELS_2, 4, 4).transpose(0, 2, 3, 1) * (a2 > 0)
    d_x2 = (d_a2 @ w2.T).reshape(count, 4, 4, CHANNELS_1, 3, 3)
    d_p1 = np.zeros_like(p1)
    for row in range(3):
        for column in range(3):
            d_p1[:, row : row + 4, column : column + 4] += d_x2[..., row, column]
    d_p1 *= p1 > 0
    chosen = s1 == p1.repeat(2, 1).repeat(2, 2)
    d_s1 = d_p1.repeat(2, 1).repeat(2, 2) * chosen
    flat_1, flat_2 = d_s1.reshape(-1, CHANNELS_1), d_a2.reshape(-1, CHANNELS_2)
    return [
        x1.reshape(-1, 9).T @ flat_1,
        flat_1.sum(0),
        x2.reshape(-1, 9 * CHANNELS_1).T @ flat_2,
        flat_2.sum(0),
        flat.T @ d_logits,
        d_logits.sum(0),
    ]


def train(images, labels):
    """Adam with a falling rate."""
    random = np.random.default_rng(NETWORK_SEED)
    shapes = [(9, CHANNELS_1), (9 * CHANNELS_1, CHANNELS_2), (HIDDEN, 10)]
    parameters = []
    for inputs, outputs in shapes:
        parameters += [random.normal(0, np.sqrt(2 / inputs), (inputs, outputs)).astype(np.float32), np.zeros(outputs, np.float32)]
    means = [np.zeros_like(p) for p in parameters]
    squares = [np.zeros_like(p) for p in parameters]
    steps, step = EPOCHS * len(images) // BATCH, 0
    for epoch in range(EPOCHS):
        order = random.permutation(len(images))
        for start in range(0, len(images), BATCH):
            batch, step = order[start : start + BATCH], step + 1
            rate = 0.003 * (1 - step / (steps + 1))
            for i, g in enumerate(gradients(parameters, images[batch], labels[batch])):
                means[i] = 0.9 * means[i] + 0.1 * g
                squares[i] = 0.999 * squares[i] + 0.001 * g * g
                update = means[i] / (1 - 0.9**step) / (np.sqrt(squares[i] / (1 - 0.999**step)) + 1e-8)
                parameters[i] -= (rate * update).astype(np.float32)
        print(f"epoch {epoch + 1}: right on {accuracy(forward(parameters, images[:5000])[-1], labels[:5000]):.2%} of 5,000 training images", flush=True)
    return parameters


def accuracy(logits, labels):
    return (logits.argmax(1) == labels).mean()


def quantise(parameters, images):
    """Three layers of (weights, biases, multiplier), all integers. images (0 .. 1) show how large values get."""
    x1, s1, p1, x2, a2, flat, _ = forward(parameters, images)
    largest = [np.percentile(p1[p1 > 0], 99.9), np.percentile(a2[a2 > 0], 99.9), None]
    scale, layers = 1 / 255, []
    for weights, biases, top in zip(parameters[::2], parameters[1::2], largest):
        weight_scale = np.abs(weights).max() / 127
        whole = np.rint(weights / weight_scale).astype(np.int64)
        offsets = np.rint(biases / (scale * weight_scale)).astype(np.int64)
        if top is None:
            layers.append((whole, offsets, None))
        else:
            next_scale = top / 255
            layers.append((whole, offsets, int(np.rint(scale * weight_scale / next_scale * 2**SHIFT))))
            scale = next_scale
    return layers


def rescaled(sums, multiplier):
    return np.clip((sums * multiplier + (1 << (SHIFT - 1))) >> SHIFT, 0, 255)


def quantised_logits(layers, images):
    """The logits of images (count, 196) of bytes, all in integers."""
    (w1, b1, m1), (w2, b2, m2), (w3, b3, _) = layers
    x = images.astype(np.int64).reshape(-1, 1, digits.SIDE, digits.SIDE)
    a1 = rescaled(pooled(patches(x) @ w1 + b1), m1)
    a2 = rescaled(patches(a1.transpose(0, 3, 1, 2)) @ w2 + b2, m2)
    return a2.transpose(0, 3, 1, 2).reshape(len(images), HIDDEN) @ w3 + b3


def encode(layers):
    out = b""
    for weights, biases, multiplier in layers:
        out += weights.T.astype(np.int8).tobytes() + biases.astype("<i4").tobytes()
        out += b"" if multiplier is None else struct.pack("<I", multiplier)
    return out


def decode(data):
    layers, at = [], 0
    for inputs, outputs, scaled in [(9, CHANNELS_1, True), (9 * CHANNELS_1, CHANNELS_2, True), (HIDDEN, 10, False)]:
        weights = np.frombuffer(data, np.int8, inputs * outputs, at).reshape(outputs, inputs).T.astype(np.int64)
        at += inputs * outputs
        biases = np.frombuffer(data, "<i4", outputs, at).astype(np.int64)
        at += 4 * outputs
        layers.append((weights, biases, struct.unpack_from("<I", data, at)[0] if scaled else None))
        at += 4 if scaled else 0
    if at != len(data):
        raise ValueError(f"model.bin has {len(data)} bytes, not {at}")
    return layers


def evaluate(layers):
    images, labels = digits.draw_many(HELD_OUT_IMAGES, HELD_OUT_SEED)
    right = accuracy(np.concatenate([quantised_logits(layers, images[i : i + 1000]) for i in range(0, len(images), 1000)]), labels)
    print(f"the quantised network is right on {right:.2%} of {HELD_OUT_IMAGES:,} images that training has not seen")
    return images, labels


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--evaluate", action="store_true", help="evaluate the model.bin that is there")
    if parser.parse_args().evaluate:
        evaluate(decode((HERE / "model.bin").read_bytes()))
        return
    images, labels = digits.draw_many(TRAINING_IMAGES, TRAINING_SEED)
    scaled = (images / np.float32(255)).reshape(-1, digits.SIDE, digits.SIDE)
    parameters = train(scaled, labels)
    model = encode(quantise(parameters, scaled[:2000]))
    (HERE / "model.bin").write_bytes(model)
    held_out, digits_drawn = evaluate(decode(model))
    samples = b"".join(bytes([digit]) + image.tobytes() for image, digit in zip(held_out[:SAMPLES], digits_drawn))
    (HERE / "samples.bin").write_bytes(samples)


if __name__ == "__main__":
    main()
