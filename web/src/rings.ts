// Outlines are stored as thousandths of degrees, each point as its difference from the one before.
export function decodeRing(flat: readonly number[]): [number, number][] {
  let x = 0;
  let y = 0;
  const ring: [number, number][] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    x += flat[i] as number;
    y += flat[i + 1] as number;
    ring.push([x / 1000, y / 1000]);
  }
  return ring;
}

/** Twice the signed area: positive for rings that run counter-clockwise. */
const turn = (ring: readonly (readonly [number, number])[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as readonly [number, number];
    return sum + x * nextY - nextX * y;
  }, 0);

/** Rings as polygons: an outer ring runs counter-clockwise, the holes in it follow, clockwise. */
export function polygonsOf(rings: readonly [number, number][][]): [number, number][][][] {
  const polygons: [number, number][][][] = [];
  for (const ring of rings) {
    const last = polygons.at(-1);
    if (last === undefined || turn(ring) > 0) polygons.push([ring]);
    else last.push(ring);
  }
  return polygons;
}

/** Middle of the largest ring's bounding box, where a province's name is written. */
export function middleOf(rings: readonly (readonly [number, number][])[]): [number, number] | null {
  let best: [number, number] | null = null;
  let size = -1;
  for (const ring of rings) {
    const xs = ring.map(([x]) => x);
    const ys = ring.map(([, y]) => y);
    const [west, east] = [Math.min(...xs), Math.max(...xs)];
    const [south, north] = [Math.min(...ys), Math.max(...ys)];
    const area = (east - west) * (north - south);
    if (area > size) [size, best] = [area, [(west + east) / 2, (south + north) / 2]];
  }
  return best;
}
