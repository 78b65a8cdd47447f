// From which day on each name stands in what is known: a list that has it before that day tells of what came later.
import type { Column, Day, Facets, PageFrame } from './types';

export type Since = ReadonlyMap<string, Day>;

const kept = new WeakMap<Column, Since>(); // by the first of the columns

/** The day from which a claim with each value of the columns is known; values that no claim has are missing. */
export function sinceOf({ known }: Facets, first: Column, ...others: Column[]): Since {
  const had = kept.get(first);
  if (had !== undefined) return had;
  const since = new Map<string, Day>();
  for (const { values, at } of [first, ...others]) {
    at.forEach((value, claim) => {
      const [name, day] = [values[value], known[claim] as Day];
      if (name !== undefined && day < (since.get(name) ?? Number.POSITIVE_INFINITY)) since.set(name, day);
    });
  }
  kept.set(first, since);
  return since;
}

/** True for what is known by a day; also for what no claim tells from when. */
export const isKnown = (since: Since, name: string, by: Day): boolean => (since.get(name) ?? by) <= by;

/** The day of the last report by a day; null where there is none. */
export function lastReport({ reports }: Pick<PageFrame, 'reports'>, by: Day): Day | null {
  const last = reports.reduce((latest, [day]) => (day <= by ? Math.max(latest, day) : latest), -1);
  return last < 0 ? null : last;
}
