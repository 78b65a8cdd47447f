// What is taken away: the day, the knowledge, the record and the filters that name it.
import { dayOf, isoOf } from '../days';
import { valuesOf } from '../filters';
import type { Wanted } from '../filters';
import type { Page } from '../page';
import type { Day } from '../types';

/** Filters by the names of the server's parameters; a parameter with several values is repeated. */
export type Query = Readonly<Record<string, Wanted>>;

/** The values of a query, each with its name. */
export const pairsOf = (query: Query): [string, string][] =>
  Object.entries(query).flatMap(([name, wanted]) => valuesOf(wanted).map((value): [string, string] => [name, value]));

/** The filters of the page; none where it has none. */
export function queryOf(page: Page): Query {
  const { filter } = page as { filter?: { value?: unknown } };
  const given = filter?.value;
  if (typeof given !== 'object' || given === null) return {};
  const asked = Object.entries(given).filter((pair): pair is [string, Wanted] => isWanted(pair[1]));
  return Object.fromEntries(asked);
}

const isWanted = (value: unknown): value is Wanted =>
  value !== '' && (typeof value === 'string' || (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')));

export interface Named {
  on: Day;
  known: Day;
  all?: true; // in all reports, up to no day
  recorded: number;
  method: string;
  filters: Query;
}

export function namedOf(page: Page): Named {
  const { recorded, method } = page.data.meta;
  const { on, known } = page.view.value;
  const all = page.known.value === 'all' && page.data.meta.known === undefined && page.host.pins?.['as_of'] === undefined;
  return { on, known, ...(all ? { all } : {}), recorded, method, filters: queryOf(page) };
}

/** The three clocks for the server, without `as_of` in all reports. A moment of knowledge in the page's own address
 * stands where it is the earlier one. */
export function clocksOf(page: Page): Readonly<Record<'on' | 'recorded', string> & { as_of?: string }> {
  const { on, known, all, recorded } = namedOf(page);
  if (all === true) return { on: isoOf(on), recorded: `${recorded}` };
  const pinned = page.host.pins?.['as_of'];
  const day = pinned === undefined ? null : dayOf(pinned.slice(0, 10));
  const as_of = pinned !== undefined && day !== null && day <= known ? pinned : isoOf(known);
  return { on: isoOf(on), as_of, recorded: `${recorded}` };
}

/** The name of a file, without its suffix: as the server names it. */
export const fileName = (what: string, { on, known, all, recorded }: Named): string =>
  `${what}_on-${isoOf(on)}_as-known-${all === true ? 'all' : isoOf(known)}_ledger-${recorded}`;
