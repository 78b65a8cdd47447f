// The last day on which a report said who holds a place: the page opens on it, as database/map_page.py has it.
import type { Day, PageFrame } from './types';

const SOON = 14; // days after a day on which a report of it still tells how things stand

const kept = new WeakMap<PageFrame, Day | null>();

/** The last day on which a claim became known that says who holds its place just before; null where none does. */
export function lastEvidence(data: PageFrame): Day | null {
  const had = kept.get(data);
  if (had !== undefined) return had;
  const { act, back, day, judged, known } = data.facets;
  const rejected = judged.values.indexOf('reject');
  let last: Day | null = null;
  known.forEach((at, claim) => {
    const counts = (act.at[claim] ?? -1) >= 0 && (back[claim] ?? -1) < 0 && (rejected < 0 || judged.at[claim] !== rejected);
    if (counts && at - (day[claim] as Day) <= SOON && (last === null || at > last)) last = at;
  });
  kept.set(data, last);
  return last;
}

/** The day on which the last report became known; null without reports. */
export const lastReport = ({ reports }: PageFrame): Day | null => reports.at(-1)?.[0] ?? null;
