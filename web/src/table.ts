// The rows of the table beside the map, and their order.
import { cellAt } from './histories';
import type { View } from './histories';
import { collator, fill, t } from './messages';
import type { Day, PageFrame, PlaceRow, Status, UnknownReason } from './types';

export interface Row {
  place: number;
  name: string;
  province: string;
  status: Status | ''; // '': not worked out, the day lies after the day of knowledge
  reason: UnknownReason | null; // of "unknown"
  holder: string; // '' where it is contested: the parties stand as challengers then
  probability: number; // -1: none
  challenger: string;
  claims: number; // that speak of no later day than the one shown
  latest: number; // the last day that they speak of; -1: none
}

export type ColumnKey = 'name' | 'province' | 'status' | 'holder' | 'probability' | 'challenger' | 'claims' | 'latest';

export const COLUMNS: { key: ColumnKey; numeric: boolean }[] = [
  { key: 'name', numeric: false },
  { key: 'province', numeric: false },
  { key: 'status', numeric: false },
  { key: 'holder', numeric: false },
  { key: 'probability', numeric: true },
  { key: 'challenger', numeric: false },
  { key: 'claims', numeric: true },
  { key: 'latest', numeric: true },
];

/** What was told of each place: how many of the claims that are kept were known and speak of no later day than the one
 * shown, the last day that they speak of (-1: none), and whether any was known, of whichever day. */
interface Told {
  count: Int32Array;
  latest: Int32Array;
  known: Uint8Array;
}

function claimsTold(data: PageFrame, { on, known }: View, kept: Uint8Array | null): Told {
  const { places, facets } = data;
  const { place, day, known: from } = facets;
  const told: Told = { count: new Int32Array(places.length), latest: new Int32Array(places.length).fill(-1), known: new Uint8Array(places.length) };
  const { count, latest } = told;
  for (let claim = 0; claim < place.length; claim += 1) {
    const at = place[claim] as number;
    if (at < 0 || (from[claim] as Day) > known || (kept !== null && kept[claim] !== 1)) continue;
    told.known[at] = 1;
    const of = day[claim] as Day;
    if (of > on) continue;
    count[at] = (count[at] as number) + 1;
    if (of > (latest[at] as number)) latest[at] = of;
  }
  return told;
}

function rowOf(data: PageFrame, view: View, claims: Told, place: number): Row {
  const { name, province } = data.places[place] as PlaceRow;
  const [status, holder, challenger, probability, reason] = cellAt(data, view, place);
  const party = (index: number | null): string => (index === null ? '' : (data.parties[index]?.name ?? ''));
  const known = status !== 'unknown';
  const contested = status === 'contested';
  return {
    ...{ place, name, province: province ?? '' },
    status: view.after ? '' : status,
    reason: view.after ? null : reason,
    holder: known && !contested ? party(holder) : '',
    probability: known ? probability : -1,
    challenger: contested ? [party(holder), party(challenger)].filter((one) => one !== '').join(t().list) : party(challenger),
    claims: claims.count[place] ?? 0,
    latest: claims.latest[place] ?? -1,
  };
}

/** `kept`: one for each claim that a filter keeps; null: all. A place without one has no row then. */
export function rowsOf(data: PageFrame, view: View, kept: Uint8Array | null = null): Row[] {
  const claims = claimsTold(data, view, kept);
  const shown = data.places.flatMap((_, place) => (kept === null || claims.known[place] === 1 ? [place] : []));
  return shown.map((place) => rowOf(data, view, claims, place));
}

/** The first rows of a table, and how many it has in all. */
export interface Table {
  rows: Row[];
  all: number;
}

/** The table in the order of a column. What no day changes, names and provinces, is put in order once: then the rows
 * that are shown are the only ones that are made. */
export function tableOf(data: PageFrame, view: View, kept: Uint8Array | null, by: { key: ColumnKey; down: boolean; most: number }): Table {
  const { key, down, most } = by;
  if (key !== 'name' && key !== 'province') {
    const rows = sorted(rowsOf(data, view, kept), key, down);
    return { rows: rows.slice(0, most), all: rows.length };
  }
  const claims = claimsTold(data, view, kept);
  const order = orderOf(data, key, down);
  const shown = kept === null ? order : order.filter((place) => claims.known[place] === 1);
  return { rows: shown.slice(0, most).map((place) => rowOf(data, view, claims, place)), all: shown.length };
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

const BARE: Omit<Row, 'place' | 'name' | 'province'> = { status: '', reason: null, holder: '', probability: -1, challenger: '', claims: 0, latest: -1 };

/** "held", "unknown (stale)". */
export function statusWords({ status, reason }: Pick<Row, 'status' | 'reason'>): string {
  if (status === '') return '';
  const { label } = t().marks[status];
  return reason === null ? label : fill(t().table.why, { state: label, why: t().table.reasons[reason] });
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

