// From the differences in the data to the history of every place at every moment of knowledge.
import type { Cell, Day, PageData } from './types';

export interface Segment {
  from: Day;
  cell: number;
}

export type History = readonly Segment[];

/** For each moment the history of each place; places that did not change share theirs with the moment before. */
export function decodeHistories(data: PageData): History[][] {
  let current: History[] = data.places.map(() => []);
  return data.changes.map((changes) => {
    const next = current.slice();
    for (const [place, keep, ...flat] of changes) {
      const segments = (current[place] ?? []).slice(0, keep);
      for (let i = 0; i + 1 < flat.length; i += 2) {
        segments.push({ from: flat[i] as number, cell: flat[i + 1] as number });
      }
      next[place] = segments;
    }
    current = next;
    return next;
  });
}

/** Index of the last moment that is not after the day; -1 where nothing was known yet. */
export function momentOn(moments: readonly Day[], known: Day): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] as number) <= known) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The cell of a history on a day; 0 ("unknown, no evidence") before its first segment. */
export function cellOn(history: History, on: Day): number {
  let cell = 0;
  for (const segment of history) {
    if (segment.from > on) break;
    cell = segment.cell;
  }
  return cell;
}

export interface View {
  on: Day;
  known: Day;
  moment: number;
  after: boolean; // the day lies after the day of knowledge: nothing is said of it
  cells: readonly number[];
}

/** What is shown: the cell of every place on a day, as known on a day. */
export function viewOf(data: PageData, histories: readonly History[][], on: Day, known: Day): View {
  const moment = momentOn(data.moments, known);
  const after = on > known;
  const at = histories[moment];
  const cells = data.places.map((_, place) => (at === undefined || after ? 0 : cellOn(at[place] ?? [], on)));
  return { on, known, moment, after, cells };
}

export const cellAt = (data: PageData, view: View, place: number): Cell =>
  data.cells[view.cells[place] ?? 0] as Cell;

export interface Changed {
  place: number;
  before: number;
  now: number;
}

/** The places whose holder or status is not the same in two views. */
export function changedBetween(data: PageData, before: View, now: View): Changed[] {
  return data.places.flatMap((_, place) => {
    const a = before.cells[place] ?? 0;
    const b = now.cells[place] ?? 0;
    const [was, is] = [data.cells[a] as Cell, data.cells[b] as Cell];
    return was[0] === is[0] && was[1] === is[1] ? [] : [{ place, before: a, now: b }];
  });
}
