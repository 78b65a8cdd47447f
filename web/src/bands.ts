// A history as bands of one status and holder, for the strip in the panel.
import { segmentsOf } from './histories';
import type { History } from './histories';
import { markOf } from './symbology';
import { fill, named, t } from './messages';
import type { Mark } from './symbology';
import type { Cell, Day, PageFrame } from './types';
import { stateWords } from './words';

export interface Band {
  from: Day;
  to: Day;
  mark: Mark;
  words: string;
}

/** Segments that differ in probability alone are joined; nothing is said of days after the day of knowledge. */
export function bandsOf(data: PageFrame, history: History, known: Day): Band[] {
  const bands: Band[] = [];
  const end = Math.min(data.meta.last, known);
  const segments = segmentsOf(history);
  segments.forEach((segment, index) => {
    const from = Math.max(segment.from, data.meta.first);
    const to = Math.min((segments[index + 1]?.from ?? end + 1) - 1, end);
    if (to < from) return;
    const cell = data.cells[segment.cell] as Cell;
    const { head, party, rest } = stateWords(cell, data.parties);
    const words = party === null ? fill(t().state.plain, { head, rest }) : `${head} ${named(party)}`;
    const last = bands.at(-1);
    if (last !== undefined && last.words === words) last.to = to;
    else bands.push({ from, to, mark: markOf(cell, data.parties), words });
  });
  return bands;
}
