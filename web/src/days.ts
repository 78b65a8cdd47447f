// Whole days since 1970-01-01, UTC: no time zone can shift them.
import type { Day } from './types';

const MS = 86_400_000;
const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const week = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

export const isoOf = (day: Day): string => new Date(day * MS).toISOString().slice(0, 10);
export const longOf = (day: Day): string => long.format(day * MS);
export const shortOf = (day: Day): string => short.format(day * MS);
export const weekdayOf = (day: Day): string => week.format(day * MS);

/** The day of an ISO date, or null where it is none ("2021-02-30"). */
export function dayOf(iso: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const ms = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(ms)) return null;
  const day = ms / MS;
  return isoOf(day) === iso ? day : null;
}

export const clamp = (day: Day, first: Day, last: Day): Day => Math.min(last, Math.max(first, day));

/** A stretch of days in words: "3 Aug", "3 Aug – 5 Aug", "by 5 Aug", "from 3 Aug". */
export function stretchOf(start: Day | undefined, end: Day | undefined): string | null {
  if (start === undefined && end === undefined) return null;
  if (start === undefined) return `by ${longOf(end as Day)}`;
  if (end === undefined) return `from ${longOf(start)}`;
  return start === end ? longOf(start) : `${shortOf(start)} – ${longOf(end)}`;
}
