// Where things stand on a drawn map: the extent in degrees, and from degrees to pixels; as exports/map_frame.py has it.
export type Point = readonly [lon: number, lat: number];

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

const AROUND = 0.09; // of the extent, kept free on each side
const LEAST = 0.5; // degrees that a map shows at least, high and wide
const WORLD: Box = { west: -180, south: -60, east: 180, north: 75 };

/** How many times as wide as high an extent is drawn. */
export function shapeOf({ west, south, east, north }: Box): number {
  const shrink = Math.max(0.05, Math.cos((((south + north) / 2) * Math.PI) / 180));
  return ((east - west) * shrink) / (north - south);
}

/** The same extent made wider or higher, so that it fills a frame of another shape. */
export function toShape(box: Box, shape: number): Box {
  const own = shapeOf(box);
  if (own < shape) {
    const more = ((shape / own - 1) * (box.east - box.west)) / 2;
    return { ...box, west: box.west - more, east: box.east + more };
  }
  const more = ((own / shape - 1) * (box.north - box.south)) / 2;
  return { ...box, south: box.south - more, north: box.north + more };
}

/** The extent around points with a margin; without points, all the world. */
export function boxOf(points: readonly Point[]): Box {
  if (points.length === 0) return WORLD;
  let { west, south, east, north } = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon, lat] of points) {
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  const wide = Math.max(AROUND * (east - west), (LEAST - (east - west)) / 2);
  const high = Math.max(AROUND * (north - south), (LEAST - (north - south)) / 2);
  return { west: west - wide, south: south - high, east: east + wide, north: north + high };
}

const rounded = (pixels: number): number => Math.round(pixels * 10) / 10;

/** The part of a drawing that the map fills, in pixels, and the extent drawn in it. */
export class Frame {
  constructor(
    readonly x: number,
    readonly y: number,
    readonly width: number,
    readonly height: number,
    readonly box: Box,
  ) {}

  at([lon, lat]: Point): [number, number] {
    const { west, south, east, north } = this.box;
    return [
      rounded(this.x + ((lon - west) / (east - west)) * this.width),
      rounded(this.y + ((north - lat) / (north - south)) * this.height),
    ];
  }

  /** Rings as the data of a path, without those that lie outside and points nearer than a pixel. */
  path(rings: readonly (readonly Point[])[]): string {
    return rings.filter((ring) => this.shows(ring)).map((ring) => this.line(ring)).join('');
  }

  private shows(ring: readonly Point[]): boolean {
    const { west, south, east, north } = boxOfRing(ring);
    return west <= this.box.east && east >= this.box.west && south <= this.box.north && north >= this.box.south;
  }

  private line(ring: readonly Point[]): string {
    const kept: [number, number][] = [];
    for (const point of ring.slice(0, -1)) {
      const [x, y] = this.at(point);
      const last = kept.at(-1);
      if (last === undefined || Math.abs(x - last[0]) + Math.abs(y - last[1]) >= 1) kept.push([x, y]);
    }
    return kept.length < 3 ? '' : `M${kept.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
  }
}

function boxOfRing(ring: readonly Point[]): Box {
  let { west, south, east, north } = { west: 540, south: 90, east: -540, north: -90 };
  for (const [lon, lat] of ring) {
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  return { west, south, east, north };
}
