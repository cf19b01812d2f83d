#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes resources/sounds/session-end.wav: three soft bells, each higher and a little louder than the one before.

    tools/make_sound.py            writes it
    tools/make_sound.py --check    fails where it is not what this would write
"""
import array
import io
import math
import pathlib
import sys
import wave

TARGET = pathlib.Path(__file__).resolve().parent.parent / "resources" / "sounds" / "session-end.wav"

RATE = 22050
SECONDS = 2.8
ATTACK = 0.02  # no click, and nobody starts
FADE = 0.25  # at the very end
PEAK = 0.8  # of the largest that fits
# seconds from the beginning, Hz (C5, E5, G5: where ageing ears still hear well), loudness
BELLS = [(0.0, 523.25, 0.6), (0.5, 659.26, 0.8), (1.0, 783.99, 1.0)]
# of each bell: times its pitch, loudness, seconds until it rang down to 1/e
PARTIALS = [(1.0, 1.0, 0.55), (2.0, 0.35, 0.30), (3.01, 0.12, 0.15)]


def bell(pitch, since):
    """What one bell adds, `since` seconds after it was struck."""
    struck = 0.5 - 0.5 * math.cos(math.pi * min(since / ATTACK, 1.0))
    return struck * sum(loud * math.exp(-since / decay) * math.sin(2 * math.pi * pitch * times * since)
                        for times, loud, decay in PARTIALS)


def samples():
    count = round(RATE * SECONDS)
    heights = []
    for i in range(count):
        at = i / RATE
        height = sum(loud * bell(pitch, at - start) for start, pitch, loud in BELLS if at >= start)
        heights.append(height * min((count - 1 - i) / RATE / FADE, 1.0))
    highest = max(map(abs, heights))
    return [round(height / highest * PEAK * 32767) for height in heights]


def sound():
    """The bytes of the file."""
    frames = array.array("h", samples())
    if sys.byteorder == "big":
        frames.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as target:
        target.setnchannels(1)
        target.setsampwidth(2)
        target.setframerate(RATE)
        target.writeframes(frames.tobytes())
    return file.getvalue()


if sys.argv[1:] == ["--check"]:
    if not TARGET.exists() or TARGET.read_bytes() != sound():
        sys.exit(f"{TARGET} is not what tools/make_sound.py makes: run it")
else:
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(sound())
