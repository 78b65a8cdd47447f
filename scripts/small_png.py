"""Make a picture of a screen small: a PNG of 256 colours, by the browser that took it."""

from __future__ import annotations

import base64
import struct
import zlib

import numpy as np
import numpy.typing as npt
from playwright.sync_api import Page

COLOURS = 256
PIXELS = """async (png) => {
  const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const bytes = context.getImageData(0, 0, image.width, image.height).data;
  let words = '';
  for (let at = 0; at < bytes.length; at += 32768)
    words += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return [image.width, image.height, btoa(words)];
}"""
Pixels = npt.NDArray[np.uint8]


def small_png(png: bytes, page: Page) -> bytes:
    """The same picture with its 256 commonest colours; every other pixel takes the nearest of them.

    `page` is any page of a browser without a content policy; it decodes the picture.
    """
    width, height, words = page.evaluate(PIXELS, base64.b64encode(png).decode())
    pixels = np.frombuffer(base64.b64decode(words), np.uint8).reshape(height, width, 4)[:, :, :3]
    palette, rows = _palette(pixels)
    scanlines = np.hstack([np.zeros((height, 1), np.uint8), rows])
    return b"".join((
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        _chunk(b"PLTE", palette.tobytes()),
        _chunk(b"IDAT", zlib.compress(scanlines.tobytes(), 9)),
        _chunk(b"IEND", b""),
    ))  # fmt: skip


def _palette(pixels: Pixels) -> tuple[Pixels, Pixels]:
    """The commonest colours (n × 3), and for every pixel the number of the nearest (height × width)."""
    colours, which, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    palette = colours[np.argsort(-counts, kind="stable")[:COLOURS]]
    distance = ((colours[:, None, :].astype(np.int32) - palette[None].astype(np.int32)) ** 2).sum(axis=2)
    nearest = distance.argmin(axis=1).astype(np.uint8)
    return palette, nearest[which.reshape(-1)].reshape(pixels.shape[:2])


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
