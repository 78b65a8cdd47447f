// The state of the page in the address, after "#". What is read is checked; what does not fit is left out.
import { clamp, dayOf, isoOf } from './days';
import { codeOf } from './messages/languages';
import type { Code } from './messages/languages';
import { lastKnown } from './known';
import { readCompare, writeCompare } from './compare';
import type { Compare } from './compare';
import { ASKED, isAsked, readFilter, writeFilter } from './filters';
import type { Filter } from './filters';
import { placeCalled } from './search';
import type { Day, PageFrame } from './types';

export type Knowledge = 'then' | 'all' | Day; // as known that day, from all reports, or on a fixed day
export type Pane = 'map' | 'table';

/** Where the map looks: latitude and longitude of the middle (degrees), zoom. */
export type Look = readonly [lat: number, lon: number, zoom: number];

export interface Shown {
  on: Day;
  known: Knowledge;
  place: string | null;
  pane: Pane;
  look: Look | null; // null: all places
  lang: Code | null; // of the interface; null: the browser's preference
  filter?: Filter; // absent: all claims
  compare?: Compare; // absent: nothing is compared
}

/** What is shown when the address says nothing: the last day with reports, as known then. */
export const initial = (data: PageFrame): Shown => ({
  ...{ on: data.meta.opens, known: 'then', place: null, pane: 'map', look: null, lang: null },
});

const LOOK = /^(-?\d{1,2}(?:\.\d{1,4})?),(-?\d{1,3}(?:\.\d{1,4})?),(\d{1,2}(?:\.\d{1,2})?)$/;

/** "34.6,66.6,5.3" as numbers in their ranges, else null. */
function lookOf(text: string | null): Look | null {
  const found = LOOK.exec(text ?? '');
  if (found === null) return null;
  const [lat, lon, zoom] = found.slice(1).map(Number) as [number, number, number];
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && zoom <= 14 ? [lat, lon, zoom] : null;
}

/** The id of a place that is named by it or by its name; null where none or several are. */
function placeOf(text: string | null, { places }: PageFrame): string | null {
  if (text === null || places.some(({ id }) => id === text)) return text;
  return places[placeCalled(places, text) ?? -1]?.id ?? null;
}

const OTHERWISE = 'lang'; // the language before "#" is one to fall back on (`speech.ts`)

/** What an address says after "#", and what only its query ("?on=…") says, as if it stood there; not what the server
 * that gave the page took from the query. */
export function saidIn({ search, hash }: Pick<Location, 'search' | 'hash'>, pins: Readonly<Record<string, string>> = {}): string {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const first = new Set([...said.keys(), ...Object.keys(pins), OTHERWISE]);
  const more = [...new URLSearchParams(search)].filter(([name]) => !first.has(name));
  if (more.length === 0) return hash;
  for (const [name, value] of more) said.append(name, value);
  return `#${said.toString()}`;
}

/** What may be said of a view, but its language. */
const NAMES = new Set<string>(['on', 'known', 'place', 'view', 'look', 'compare', 'a', 'b', 'group', ...ASKED]);

/** A query without what the page says after "#" from then on, so that nothing in it brings back what was left. */
export function queryLeft(search: string, pins: Readonly<Record<string, string>> = {}): string {
  const given = [...new URLSearchParams(search)];
  const left = given.filter(([name]) => !NAMES.has(name) || Object.hasOwn(pins, name));
  if (left.length === given.length) return search;
  const words = new URLSearchParams(left).toString();
  return words === '' ? '' : `?${words}`;
}

export function readHash(hash: string, data: PageFrame): Shown {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const { first, last } = data.meta;
  const start = initial(data);
  const dayIn = (text: string | null, most = last): Day | null => {
    const day = text === null ? null : dayOf(text);
    return day === null ? null : clamp(day, first, most);
  };
  const known = given.get('known');
  const compare = readCompare(given, data);
  const filter = readFilter(given, data.facets);
  return {
    on: dayIn(given.get('on')) ?? start.on,
    known: known === 'all' || known === 'then' ? known : (dayIn(known, lastKnown(data.meta)) ?? start.known),
    place: placeOf(given.get('place'), data),
    pane: given.get('view') === 'table' ? 'table' : 'map',
    look: lookOf(given.get('look')),
    lang: codeOf(given.get('lang')),
    ...(isAsked(filter) ? { filter } : {}),
    ...(compare === null ? {} : { compare }),
  };
}

export function writeHash(shown: Shown): string {
  const given = new URLSearchParams({ on: isoOf(shown.on) });
  given.set('known', typeof shown.known === 'number' ? isoOf(shown.known) : shown.known);
  if (shown.place !== null) given.set('place', shown.place);
  if (shown.pane === 'table') given.set('view', 'table');
  if (shown.look !== null) given.set('look', shown.look.join(','));
  if (shown.lang !== null) given.set('lang', shown.lang);
  if (shown.compare !== undefined) writeCompare(shown.compare, given);
  if (shown.filter !== undefined) writeFilter(shown.filter, given);
  return `#${given.toString()}`;
}
