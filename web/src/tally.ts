// How many places are in each state, and who holds how many.
import type { View } from './histories';
import type { Cell, PageFrame, Status } from './types';

export interface Tally {
  statuses: Record<Status, number>;
  holders: number[]; // by party: places held or leaning to it
}

/** `selected`: one for each place that counts; null: all do. */
export function tallyOf(data: PageFrame, view: View, selected: Uint8Array | null = null): Tally {
  const statuses: Record<Status, number> = { held: 0, leaning: 0, contested: 0, unknown: 0 };
  const holders = data.parties.map(() => 0);
  view.cells.forEach((cell, place) => {
    if (selected !== null && selected[place] !== 1) return;
    const [status, holder] = data.cells[cell] as Cell;
    statuses[status] += 1;
    if ((status === 'held' || status === 'leaning') && holder !== null) holders[holder] = (holders[holder] ?? 0) + 1;
  });
  return { statuses, holders };
}
