// From the differences in the data to the history of every place at every moment of knowledge.
// A history is a chain of segments, the last one first; histories of successive moments share on the tape what stayed.
import { isAhead, isUnmade } from './known';
import type { Cell, Day, PageFrame } from './types';

export interface Segment {
  readonly from: Day;
  readonly cell: number;
  readonly count: number; // how many segments up to here
  readonly before: Segment | null;
}

/** The cell of every place; in a typed array, which costs the browser no clearing up between two days. */
export type Cells = Int32Array;

/** The last segment of a history; null where nothing is known. */
export type History = Segment | null;

/** Segments as numbers into columns: hundreds of thousands of objects would each be looked at whenever the browser
 * clears up, in the middle of a step. */
class Tape {
  private size = 0;
  from = new Int32Array(1 << 12);
  cell = new Int32Array(1 << 12);
  count = new Int32Array(1 << 12);
  before = new Int32Array(1 << 12); // NONE: it is the first one

  add(from: Day, cell: number, before: number): number {
    if (this.size === this.from.length) this.grow();
    const at = this.size;
    this.size += 1;
    this.from[at] = from;
    this.cell[at] = cell;
    this.before[at] = before;
    this.count[at] = this.counted(before) + 1;
    return at;
  }

  /** How many segments a history has. */
  counted(last: number): number {
    return last === NONE ? 0 : (this.count[last] as number);
  }

  /** The segment of a history on a day; NONE before its first one. */
  on(last: number, day: Day): number {
    let at = last;
    while (at !== NONE && (this.from[at] as number) > day) at = this.before[at] as number;
    return at;
  }

  /** A history as objects. */
  read(last: number): History {
    const numbers: number[] = [];
    for (let at = last; at !== NONE; at = this.before[at] as number) numbers.push(at);
    return numbers.reduceRight<History>(
      (before, at) => ({ from: this.from[at] as number, cell: this.cell[at] as number, count: this.count[at] as number, before }),
      null,
    );
  }

  private grow(): void {
    const larger = (column: Int32Array): Int32Array<ArrayBuffer> => {
      const made = new Int32Array(2 * column.length);
      made.set(column);
      return made;
    };
    [this.from, this.cell, this.count, this.before] = [larger(this.from), larger(this.cell), larger(this.count), larger(this.before)];
  }
}

const NONE = -1;

interface Timeline {
  moments: number[];
  lasts: number[]; // the last segment of each history
}

/** The histories of all places, decoded as far as a moment that was asked for. */
export class Histories {
  private readonly tape = new Tape();
  private readonly places: (Timeline | undefined)[] = [];
  private decoded = 0;
  private readonly asked = new Map<number, Int32Array>(); // of the moments asked for last, the latest at the end
  private last: Int32Array | null = null; // of which days were asked for, and how often one after another
  private again = 0;
  private flat: Flat | null = null;
  private readonly views = new Map<string, Cells>(); // the cells of the views asked for last

  constructor(private readonly data: PageFrame) {}

  /** The history of a place at a moment (its index); null before the first one. */
  at(place: number, moment: number): History {
    this.decodeTo(moment);
    return this.tape.read(this.lastAt(place, moment));
  }

  /** The cell of every place on a day at a moment. */
  cells(on: Day, moment: number): Cells {
    return kept(this.views, `${on} ${moment}`, () => {
      const lasts = this.all(moment);
      this.again = this.last === lasts ? this.again + 1 : 0;
      this.last = lasts;
      if (this.again >= OFTEN) return (this.flat?.of === lasts ? this.flat : (this.flat = new Flat(lasts, this.tape))).on(on);
      const cells = new Int32Array(lasts.length);
      for (let place = 0; place < cells.length; place += 1) {
        const at = this.tape.on(lasts[place] as number, on);
        cells[place] = at === NONE ? 0 : (this.tape.cell[at] as number);
      }
      return cells;
    });
  }

  /** The last segments of all places at a moment. Those of moments asked for before are kept, and taken for one near
   * by: between the two only places with changes have another history. */
  private all(moment: number): Int32Array {
    return kept(this.asked, moment, () => {
      this.decodeTo(moment);
      const near = [...this.asked.keys()].find((one) => Math.abs(one - moment) <= NEAR);
      if (near === undefined) return Int32Array.from(this.data.places, (_, place) => this.lastAt(place, moment));
      const lasts = (this.asked.get(near) as Int32Array).slice();
      for (let one = Math.min(near, moment) + 1; one <= Math.max(near, moment); one += 1) {
        for (const [place] of this.data.changes[one] ?? []) lasts[place] = this.lastAt(place, moment);
      }
      return lasts;
    });
  }

  private lastAt(place: number, moment: number): number {
    const line = this.places[place];
    return line === undefined ? NONE : (line.lasts[lastUpTo(line.moments, moment)] ?? NONE);
  }

  private decodeTo(moment: number): void {
    for (; this.decoded <= moment && this.decoded < this.data.changes.length; this.decoded += 1) {
      for (const change of this.data.changes[this.decoded] ?? []) this.take(change);
    }
  }

  private take(change: readonly [number, number, ...number[]]): void {
    const [place, keep] = change;
    const line = (this.places[place] ??= { moments: [], lasts: [] });
    let last = line.lasts.at(-1) ?? NONE;
    while (this.tape.counted(last) > keep) last = this.tape.before[last] as number;
    for (let at = 2; at + 1 < change.length; at += 2) last = this.tape.add(change[at] as number, change[at + 1] as number, last);
    line.moments.push(this.decoded);
    line.lasts.push(last);
  }
}

const NEAR = 31; // moments
const MOST = 24; // answers kept: those of a week before, and of stepping back and forth

const OFTEN = 1; // days of one moment one after another, after which its histories are laid out to be read fast

/** Histories laid out one after another, with where each was read last: a day near the last one costs a step or two. */
class Flat {
  private readonly starts: Int32Array; // of each place in the two below; one more at the end
  private readonly from: Int32Array;
  private readonly cell: Int32Array;
  private readonly at: Int32Array; // the segment read last; before the first one where none had begun

  constructor(readonly of: Int32Array, tape: Tape) {
    this.starts = new Int32Array(of.length + 1);
    of.forEach((last, place) => {
      this.starts[place + 1] = (this.starts[place] as number) + tape.counted(last);
    });
    this.from = new Int32Array(this.starts[of.length] as number);
    this.cell = new Int32Array(this.from.length);
    of.forEach((last, place) => {
      for (let one = last; one !== NONE; one = tape.before[one] as number) {
        const at = (this.starts[place] as number) + (tape.count[one] as number) - 1;
        this.from[at] = tape.from[one] as number;
        this.cell[at] = tape.cell[one] as number;
      }
    });
    this.at = this.starts.slice(1).map((end) => end - 1);
  }

  /** The cell of every place on a day; 0 where none had begun. */
  on(day: Day): Cells {
    const { starts, from, cell, at } = this;
    const cells = new Int32Array(at.length);
    for (let place = 0; place < at.length; place += 1) {
      const [first, end] = [starts[place] as number, starts[place + 1] as number];
      let one = at[place] as number;
      while (one + 1 < end && (from[one + 1] as number) <= day) one += 1;
      while (one >= first && (from[one] as number) > day) one -= 1;
      at[place] = one;
      cells[place] = one < first ? 0 : (cell[one] as number);
    }
    return cells;
  }
}

/** What was found before, else found now and kept in place of the oldest. */
function kept<K, V>(answers: Map<K, V>, key: K, find: () => V): V {
  const found = answers.get(key) ?? find();
  answers.delete(key);
  answers.set(key, found);
  const [oldest] = answers.keys();
  if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
  return found;
}

/** Index of the last of ascending numbers that is not above one; -1 where all are. */
export function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The segments of a history, the first one first. */
export function segmentsOf(history: History): Segment[] {
  const found: Segment[] = [];
  for (let one = history; one !== null; one = one.before) found.push(one);
  return found.reverse();
}

/** The segment of a history on a day; null before its first one. */
export function segmentOn(history: History, on: Day): Segment | null {
  let one = history;
  while (one !== null && one.from > on) one = one.before;
  return one;
}

export interface View {
  on: Day;
  known: Day;
  moment: number;
  after: boolean; // it is no state as known on its day: a projection, what was known then, grown old, or none at all
  ahead: boolean; // so long after it, or so long before what is made, that nothing is worked out
  unmade: boolean; // what was known on the day of knowledge is still being made
  cells: Cells;
}

const NOT_WORKED_OUT = 1; // the cell

/** What is shown: the cell of every place on a day, as known on a day; 0 ("unknown, no evidence") where none is.
 * On a day too long after the day of knowledge, or as known on a day of which nothing is made yet, all are 1 ("not
 * worked out"): never is what was known later shown for it. */
export function viewOf(data: PageFrame, histories: Histories, on: Day, known: Day): View {
  const moment = lastUpTo(data.moments, known);
  const unmade = isUnmade(known, data.meta);
  const after = on > known || unmade;
  const ahead = unmade || (moment >= 0 && isAhead(on, known, data.meta));
  const none = (): Cells => new Int32Array(data.places.length).fill(ahead ? NOT_WORKED_OUT : 0);
  const cells = ahead || moment < 0 ? none() : histories.cells(on, moment);
  return { on, known, moment, after, ahead, unmade, cells };
}

/** The history of a place that gives its state in a view; none where that is not worked out. */
export const shownHistory = (histories: Histories, view: View, place: number): History =>
  view.ahead ? null : histories.at(place, view.moment);

export const cellAt = (data: PageFrame, view: View, place: number): Cell =>
  data.cells[view.cells[place] ?? 0] as Cell;

export interface Changed {
  place: number;
  before: number;
  now: number;
}

/** The places whose holder or status is not the same in two views. */
export function changedBetween(data: PageFrame, before: View, now: View): Changed[] {
  const found: Changed[] = [];
  for (let place = 0; place < data.places.length; place += 1) {
    const a = before.cells[place] ?? 0;
    const b = now.cells[place] ?? 0;
    if (a === b) continue;
    const [was, is] = [data.cells[a] as Cell, data.cells[b] as Cell];
    if (was[0] !== is[0] || was[1] !== is[1]) found.push({ place, before: a, now: b });
  }
  return found;
}
