// Reports of days before those that the page draws.
import type { Day, PageFrame } from './types';

const DRAWN = 1_000; // days, of somewhat more that a page may have
const AFTER = 30; // days after the last of the reports

export interface Earlier {
  reports: number;
  since: Day; // the last days before the first one that have such reports
  until: Day;
}

/** How many reports there are from before the first day, and the days of a page that has the last of them; null: none. */
export function earlierOf({ reports, meta }: Pick<PageFrame, 'reports' | 'meta'>): Earlier | null {
  const early = reports.filter(([day]) => day < meta.first);
  const days = early.map(([day]) => day);
  if (days.length === 0) return null;
  const until = Math.min(meta.first - 1, days.reduce((a, b) => Math.max(a, b)) + AFTER);
  const since = Math.max(days.reduce((a, b) => Math.min(a, b)), until - DRAWN);
  return { reports: early.reduce((sum, [, count]) => sum + count, 0), since, until };
}
