// The rows of the table beside the map, and their order.
import { cellAt } from './histories';
import type { View } from './histories';
import { collator, fill, t } from './messages';
import { foundIn } from './search';
import type { Cell, Day, PageFrame, PlaceRow, Status, UnknownReason } from './types';
import { nameOf, wordIn } from './words';

export interface Row {
  place: number;
  name: string;
  kind: string; // in the language of the page
  province: string;
  status: Status | '';
  projected: boolean; // the day lies after the day of knowledge
  reason: UnknownReason | null; // of "unknown"
  holder: string; // '' where it is contested: both parties stand among those who dispute it then
  probability: number; // -1: none
  challenger: string; // who disputes it or presses it
  claims: number; // that speak of no later day than the one shown
  latest: number; // the last day that they speak of; -1: none
}

export type ColumnKey = 'name' | 'kind' | 'province' | 'status' | 'holder' | 'probability' | 'challenger' | 'claims' | 'latest';

export const COLUMNS: { key: ColumnKey; numeric: boolean }[] = [
  { key: 'name', numeric: false },
  { key: 'kind', numeric: false },
  { key: 'province', numeric: false },
  { key: 'status', numeric: false },
  { key: 'holder', numeric: false },
  { key: 'probability', numeric: true },
  { key: 'challenger', numeric: false },
  { key: 'claims', numeric: true },
  { key: 'latest', numeric: true },
];

/** The claims of each place, in typed arrays that are made once: of a day only those of the places shown are counted. */
interface Index {
  starts: Int32Array; // of each place in `ordered`; one more at the end
  ordered: Int32Array; // claims
  day: Int32Array;
  known: Int32Array;
}

const indices = new WeakMap<PageFrame, Index>();

function indexOf(data: PageFrame): Index {
  const found = indices.get(data);
  if (found !== undefined) return found;
  const { place, day, known } = data.facets;
  const starts = new Int32Array(data.places.length + 1);
  for (const at of place) if (at >= 0) starts[at + 1]! += 1;
  for (let at = 0; at < data.places.length; at += 1) starts[at + 1]! += starts[at] as number;
  const ordered = new Int32Array(place.length);
  const next = starts.slice();
  place.forEach((at, claim) => {
    if (at >= 0) ordered[next[at]!++] = claim;
  });
  const made = { starts, ordered, day: Int32Array.from(day), known: Int32Array.from(known) };
  indices.set(data, made);
  return made;
}

/** What was told of a place: how many of the claims that are kept were known and speak of no later day than the one
 * shown, the last day that they speak of (-1: none), and whether any was known, of whichever day. */
function toldOf(data: PageFrame, { on, known }: View, kept: Uint8Array | null, place: number): { count: number; latest: number; any: boolean } {
  const { starts, ordered, day, known: from } = indexOf(data);
  let [count, latest, any] = [0, -1, false];
  for (let at = starts[place] as number; at < (starts[place + 1] as number); at += 1) {
    const claim = ordered[at] as number;
    if ((from[claim] as Day) > known || (kept !== null && kept[claim] !== 1)) continue;
    any = true;
    const of = day[claim] as Day;
    if (of > on) continue;
    count += 1;
    if (of > latest) latest = of;
  }
  return { count, latest, any };
}

/** Those who dispute a place: of a contested one both parties, else the challenger; then all who press it. */
function disputing(data: PageFrame, [status, holder, challenger, , , , , pressed]: Cell): string {
  const parties = [...(status === 'contested' ? [holder, challenger] : [challenger]), ...pressed];
  const named = parties.flatMap((index) => (index === null ? [] : (nameOf(data.parties, index) ?? [])));
  return [...new Set(named)].join(t().list);
}

function rowOf(data: PageFrame, view: View, kept: Uint8Array | null, place: number): Row {
  const { name, province, kind } = data.places[place] as PlaceRow;
  const cell = cellAt(data, view, place);
  const [status, holder, , probability, reason] = cell;
  const known = status !== 'unknown';
  const { count, latest } = toldOf(data, view, kept, place);
  return {
    ...{ place, name, kind: wordIn(t().dossier.kinds, kind), province: province ?? '' },
    status,
    projected: view.after,
    reason,
    holder: known && status !== 'contested' ? (nameOf(data.parties, holder) ?? '') : '',
    probability: known ? probability : -1,
    challenger: disputing(data, cell),
    claims: count,
    latest,
  };
}

/** `kept`: one for each claim that a filter keeps; null: all. A place without one that was known has no row. */
export function rowsOf(data: PageFrame, view: View, kept: Uint8Array | null = null): Row[] {
  const shown = data.places.flatMap((_, place) => (hasClaim(data, view, kept, place) ? [place] : []));
  return shown.map((place) => rowOf(data, view, kept, place));
}

const hasClaim = (data: PageFrame, view: View, kept: Uint8Array | null, place: number): boolean =>
  kept === null ? toldPlaces(data, view.known)[place] === 1 : toldOf(data, view, kept, place).any;

let told = { of: null as PageFrame | null, known: 0, places: new Uint8Array() };

/** One for each place but those that are first told of later than that: hindsight lists none among those of before. */
export function toldPlaces(data: PageFrame, known: Day): Uint8Array {
  if (told.of === data && told.known === known) return told.places;
  const { place, known: from } = data.facets;
  const places = new Uint8Array(data.places.length).fill(1);
  for (const at of place) if (at >= 0) places[at] = 0;
  place.forEach((at, claim) => {
    if (at >= 0 && (from[claim] as Day) <= known) places[at] = 1;
  });
  told = { of: data, known, places };
  return places;
}

/** The first rows of a table, how many it has in all, and how many the filter leaves out. */
export interface Table {
  rows: Row[];
  all: number;
  absent: number;
}

/** How a table is asked for: in the order of a column, some rows of it, of places with such words in their names. */
export interface Wanted {
  key: ColumnKey;
  down: boolean;
  most: number;
  find?: string;
}

/** The table in the order of a column. What no day changes, names and provinces, is put in order once: then the rows
 * that are shown are the only ones that are made. */
export function tableOf(data: PageFrame, view: View, kept: Uint8Array | null, { key, down, most, find = '' }: Wanted): Table {
  const found = foundIn(data.places, find);
  const wanted = (place: number): boolean => (found === null || found.has(place)) && hasClaim(data, view, kept, place);
  const order = orderOf(data, key === 'province' ? key : 'name', down);
  const shown = order.filter(wanted);
  const known = (place: number): boolean => (found === null || found.has(place)) && toldPlaces(data, view.known)[place] === 1;
  const absent = kept === null ? 0 : order.filter(known).length - shown.length;
  if (key === 'name' || key === 'province') {
    return { rows: shown.slice(0, most).map((place) => rowOf(data, view, kept, place)), all: shown.length, absent };
  }
  const rows = sorted(shown.map((place) => rowOf(data, view, kept, place)), key, down);
  return { rows: rows.slice(0, most), all: rows.length, absent };
}

const orders = new WeakMap<PageFrame, Map<string, readonly number[]>>();

/** The places in order of what they are called or lie in, kept for the page, the language and the direction. */
function orderOf(data: PageFrame, key: 'name' | 'province', down: boolean): readonly number[] {
  const kept = orders.get(data) ?? new Map<string, readonly number[]>();
  orders.set(data, kept);
  const named = `${t().locale} ${key} ${down}`;
  const rows = (): Row[] => data.places.map(({ name, province }, place) => ({ ...BARE, place, name, province: province ?? '' }));
  const found = kept.get(named) ?? sorted(rows(), key, down).map(({ place }) => place);
  kept.set(named, found);
  return found;
}

const BARE: Omit<Row, 'place' | 'name' | 'province'> = { kind: '', status: '', projected: false, reason: null, holder: '', probability: -1, challenger: '', claims: 0, latest: -1 };

/** "held", "unknown (stale)", "held, projection". */
export function statusWords({ status, reason, projected = false }: Pick<Row, 'status' | 'reason'> & Partial<Row>): string {
  if (status === '') return '';
  const { label } = t().marks[status];
  const state = reason === null ? label : fill(t().table.why, { state: label, why: t().table.reasons[reason] });
  return projected && reason !== 'none' && reason !== 'ahead' ? fill(t().table.projected, { state }) : state;
}

/** Sorted by a column, then by name; what is not known comes last either way. */
export function sorted(rows: readonly Row[], key: ColumnKey, down: boolean): Row[] {
  const names = ranksOfNames(rows.map(({ name }) => name));
  const words = key === 'name' ? names : ranksOf(rows.map((row) => row[key]).filter((one) => typeof one === 'string'));
  const rank = (row: Row): number => {
    const value = row[key];
    return typeof value === 'number' ? value : (words.get(value) ?? 0);
  };
  const keyed = rows.map((row) => ({ row, empty: row[key] === '' || row[key] === -1, at: rank(row), name: names.get(row.name) ?? 0 }));
  keyed.sort((a, b) => Number(a.empty) - Number(b.empty) || (down ? b.at - a.at : a.at - b.at) || a.name - b.name);
  return keyed.map(({ row }) => row);
}

type Ranks = ReadonlyMap<string, number>;
let ranked = { locale: '', names: [] as readonly string[], ranks: new Map() as Ranks };

/** Those of the names of a table, kept from one day to the next. */
function ranksOfNames(names: readonly string[]): Ranks {
  const { locale } = t();
  const same = ranked.locale === locale && ranked.names.length === names.length && names.every((name, at) => name === ranked.names[at]);
  if (!same) ranked = { locale, names, ranks: ranksOf(names) };
  return ranked.ranks;
}

/** The place of each word in the order of the language: numbers are compared far faster than words. */
function ranksOf(words: readonly string[]): Ranks {
  const { compare } = collator();
  const ranks = new Map<string, number>();
  let last = '';
  for (const word of [...new Set(words)].sort(compare)) {
    ranks.set(word, ranks.size > 0 && compare(word, last) === 0 ? (ranks.get(last) as number) : ranks.size);
    last = word;
  }
  return ranks;
}

