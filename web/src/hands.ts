// From whom to whom a place passed, by its history.
import { segmentsOf } from './histories';
import type { History } from './histories';
import type { Cell, Day, PageFrame } from './types';

export interface Hands {
  day: Day; // the first one of the new holder
  from: number;
  to: number;
  fromLikely: boolean; // it was never said to hold it, only likely to
  toLikely: boolean;
}

/** The changes of holder in a history up to a day; days without a holder between two holders are passed over. */
export function handsOf(data: PageFrame, history: History, until: Day): Hands[] {
  const holders: { day: Day; party: number; held: boolean }[] = [];
  for (const { from, cell } of segmentsOf(history)) {
    if (from > until) break;
    const [status, party] = data.cells[cell] as Cell;
    if (status === 'unknown' || party === null) continue;
    const last = holders.at(-1);
    if (last === undefined || last.party !== party) holders.push({ day: from, party, held: status === 'held' });
    else last.held ||= status === 'held';
  }
  return holders.slice(1).map(({ day, party, held }, index) => {
    const before = holders[index] as (typeof holders)[number];
    return { day, from: before.party, to: party, fromLikely: !before.held, toLikely: !held };
  });
}
