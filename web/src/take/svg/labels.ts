// Labels beside dots: the first ones where there is room, none over another, a dot or the edge.
import { widthOf } from '../text';

export interface Dot {
  x: number;
  y: number;
  reach: number; // how far its mark reaches, in pixels
  words: string;
}

export interface Label {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  words: string;
}

type Rect = readonly [left: number, top: number, right: number, bottom: number];

const GAP = 2;
const CELL = 48; // pixels of the squares in which what is near is looked for
const BEFORE = { start: 0, middle: 0.5, end: 1 }; // share of the words left of their anchor

class Room {
  private readonly cells = new Map<string, Rect[]>();
  constructor(private readonly frame: Rect) {}

  take(rect: Rect): void {
    for (const key of keysOf(rect)) this.cells.set(key, [...(this.cells.get(key) ?? []), rect]);
  }

  isFree(rect: Rect): boolean {
    const [left, top, right, bottom] = this.frame;
    if (rect[0] < left || rect[1] < top || rect[2] > right || rect[3] > bottom) return false;
    return !keysOf(rect).some((key) => this.cells.get(key)?.some((other) => meet(rect, other)));
  }
}

/** The labels that have room, for dots in order of importance. */
export function placeLabels(dots: readonly Dot[], frame: Rect, size: number): Label[] {
  const room = new Room(frame);
  for (const { x, y, reach } of dots) room.take([x - reach, y - reach, x + reach, y + reach]);
  return dots.flatMap((dot) => {
    const wide = widthOf(dot.words, size);
    for (const label of beside(dot, size)) {
      const left = label.x - wide * BEFORE[label.anchor];
      const rect: Rect = [left - GAP, label.y - 0.85 * size, left + wide + GAP, label.y + 0.3 * size];
      if (!room.isFree(rect)) continue;
      room.take(rect);
      return [label];
    }
    return [];
  });
}

/** Right, left, above, below; then above and below, flush with the dot's left or right edge. */
function beside({ x, y, reach, words }: Dot, size: number): Label[] {
  const [away, middle] = [reach + GAP + 1, y + 0.32 * size];
  const [above, below] = [y - reach - 0.35 * size, y + reach + 0.95 * size];
  return [
    { x: x + away, y: middle, anchor: 'start', words },
    { x: x - away, y: middle, anchor: 'end', words },
    { x, y: above, anchor: 'middle', words },
    { x, y: below, anchor: 'middle', words },
    { x: x - reach, y: above, anchor: 'start', words },
    { x: x - reach, y: below, anchor: 'start', words },
    { x: x + reach, y: above, anchor: 'end', words },
    { x: x + reach, y: below, anchor: 'end', words },
  ];
}

function keysOf([left, top, right, bottom]: Rect): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(left / CELL); column <= right / CELL; column += 1) {
    for (let row = Math.floor(top / CELL); row <= bottom / CELL; row += 1) keys.push(`${column},${row}`);
  }
  return keys;
}

const meet = (one: Rect, other: Rect): boolean =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
