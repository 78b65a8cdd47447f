// How many places are in each state, and who holds how many.
import type { View } from './histories';
import type { Cell, PageFrame, Status } from './types';

export interface Tally {
  statuses: Record<Status, number>;
  holders: number[]; // by party: places held or leaning to it
}

export function tallyOf(data: PageFrame, view: View): Tally {
  const statuses: Record<Status, number> = { held: 0, leaning: 0, contested: 0, unknown: 0 };
  const holders = data.parties.map(() => 0);
  for (const cell of view.cells) {
    const [status, holder] = data.cells[cell] as Cell;
    statuses[status] += 1;
    if ((status === 'held' || status === 'leaning') && holder !== null) holders[holder] = (holders[holder] ?? 0) + 1;
  }
  return { statuses, holders };
}
