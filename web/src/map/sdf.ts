// Pictures of the marks as signed distance fields, so that one picture takes any colour by feature state.
// Drawn in a box of 96 px at two pixels for one; the dot's radius is 24 px, so icon-size is radius / 12.
export const BOX = 96;
export const DOT = 24;
const SPREAD = 8; // pixels over which MapLibre's field falls from edge to nothing

type Distance = (x: number, y: number) => number; // pixels from the shape's edge, inside negative

const disc = (radius: number): Distance => (x, y) => Math.hypot(x, y) - radius;
const ring = (radius: number, width: number): Distance => (x, y) => Math.abs(Math.hypot(x, y) - radius) - width / 2;
const both = (a: Distance, b: Distance): Distance => (x, y) => Math.max(a(x, y), b(x, y));

/** Sectors of a circle: `count` dashes that fill a share of the way round. */
const sectors = (count: number, share: number): Distance => (x, y) => {
  const turn = (Math.PI * 2) / count;
  const angle = Math.atan2(y, x) / turn;
  const off = Math.abs(angle - Math.round(angle)) - share / 2;
  return off * turn * Math.hypot(x, y);
};

const stripes = (period: number): Distance => (x, y) => {
  const along = (x + y) * Math.SQRT1_2;
  return Math.abs(along - Math.round(along / period) * period) - period / 4;
};

const spots = (centres: readonly [number, number][], radius: number): Distance => (x, y) =>
  Math.min(...centres.map(([cx, cy]) => Math.hypot(x - cx, y - cy))) - radius;

export const SHAPES: Record<string, Distance> = {
  stripes: both(disc(DOT), stripes(17)),
  dashes: both(ring(DOT - 4, 9), sectors(7, 0.62)),
  dots: spots([[0, 0], [-11, -7], [11, -7], [-11, 8], [11, 8], [0, 15], [0, -15]], 3.6),
  stale: both(ring(DOT + 1, 6), sectors(9, 0.42)), // what is cut out of the edge
  claimed: ring(DOT + 10, 6.5),
  besieged: both(ring(DOT + 12, 10), sectors(12, 0.4)),
};

/** The field of a shape as an image that MapLibre takes with `sdf: true`. */
export function fieldOf(distance: Distance): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(BOX * BOX * 4);
  for (let row = 0; row < BOX; row += 1) {
    for (let column = 0; column < BOX; column += 1) {
      const away = distance(column + 0.5 - BOX / 2, row + 0.5 - BOX / 2);
      const level = Math.round(255 * (0.75 - away / SPREAD));
      data[(row * BOX + column) * 4 + 3] = Math.min(255, Math.max(0, level));
    }
  }
  return { width: BOX, height: BOX, data };
}

/** Nothing, as large as the dot. */
export const emptyDot = (): { width: number; height: number; data: Uint8Array } => ({
  width: 2 * DOT,
  height: 2 * DOT,
  data: new Uint8Array(DOT * DOT * 16),
});

const TILE = 16;

export const isStripe = (x: number, y: number): boolean => (x + y) % TILE < TILE / 2;
export const isDot = (x: number, y: number): boolean => Math.hypot(x - TILE / 2 + 0.5, y - TILE / 2 + 0.5) < 2.2;

/** A tile of a colour where `shown`, nothing elsewhere, to fill an area with; it meets itself on all sides. */
export function tile(colour: string, shown: (x: number, y: number) => boolean): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(TILE * TILE * 4);
  const rgb = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  for (let row = 0; row < TILE; row += 1) {
    for (let column = 0; column < TILE; column += 1) {
      data.set([...rgb, shown(column, row) ? 255 : 0], (row * TILE + column) * 4);
    }
  }
  return { width: TILE, height: TILE, data };
}
