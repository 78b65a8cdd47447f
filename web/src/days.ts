// Whole days since 1970-01-01, UTC: no time zone can shift them.
import { fill, numbered, t } from './messages';
import type { Day } from './types';

const MS = 86_400_000;
const made = new Map<string, Intl.DateTimeFormat>();

/** A writer of days in the language of the page. */
function writer(name: string, how: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${t().locale} ${name}`;
  const found = made.get(key) ?? new Intl.DateTimeFormat(t().locale, { ...how, timeZone: 'UTC' });
  made.set(key, found);
  return found;
}

const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const SHORT = { day: 'numeric', month: 'short' } as const;

export const isoOf = (day: Day): string => new Date(day * MS).toISOString().slice(0, 10);
/** The ISO date in the digits of the language. */
export const datedOf = (day: Day): string => isoOf(day).replaceAll(/\d/g, (digit) => numbered(Number(digit)));
export const longOf = (day: Day): string => writer('long', LONG).format(day * MS);
export const shortOf = (day: Day): string => writer('short', SHORT).format(day * MS);
export const weekdayOf = (day: Day): string => writer('week', { weekday: 'short' }).format(day * MS);

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
  if (start === undefined) return fill(t().time.until, { day: longOf(end as Day) });
  if (end === undefined) return fill(t().time.since, { day: longOf(start) });
  return start === end ? longOf(start) : `${shortOf(start)} – ${longOf(end)}`;
}

/** The time of a moment in UTC: "2021-08-08 12:00"; null of a whole day and of what is no moment. */
export function momentOf(iso: string | undefined): string | null {
  if (iso === undefined || !/^\d{4}-\d{2}-\d{2}[T ]\d/.test(iso)) return null;
  const ms = Date.parse(/(?:[Zz]|[+-]\d{2}:?\d{2})$/.test(iso) ? iso.replace(' ', 'T') : `${iso.replace(' ', 'T')}Z`);
  if (Number.isNaN(ms)) return null;
  const [day, time] = new Date(ms).toISOString().split('T') as [string, string];
  return `${day} ${time.slice(0, time.slice(6, 8) === '00' ? 5 : 8)}`;
}
