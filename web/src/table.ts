// The rows of the table beside the map, and their order.
import { cellAt } from './histories';
import type { View } from './histories';
import { collator, fill, t } from './messages';
import type { Day, PageFrame, Status, UnknownReason } from './types';

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

interface Told {
  known: boolean; // some claim was, of whichever day
  count: number;
  latest: Day; // -1: none
}

/** How many of the claims that are kept were known of each place and speak of no later day than the one shown, and
 * the last day that they speak of. */
function claimsTold(data: PageFrame, { on, known }: View, kept: Uint8Array | null): Told[] {
  const { places, facets } = data;
  const told = places.map((): Told => ({ known: false, count: 0, latest: -1 }));
  facets.place.forEach((place, claim) => {
    const at = told[place];
    const day = facets.day[claim] as Day;
    if (at === undefined || (facets.known[claim] as Day) > known || (kept !== null && kept[claim] !== 1)) return;
    at.known = true;
    if (day > on) return;
    at.count += 1;
    at.latest = Math.max(at.latest, day);
  });
  return told;
}

/** `kept`: one for each claim that a filter keeps; null: all. A place without one has no row then. */
export function rowsOf(data: PageFrame, view: View, kept: Uint8Array | null = null): Row[] {
  const claims = claimsTold(data, view, kept);
  const party = (index: number | null): string => (index === null ? '' : (data.parties[index]?.name ?? ''));
  const rows = data.places.map((place, index): Row => {
    const [status, holder, challenger, probability, reason] = cellAt(data, view, index);
    const known = status !== 'unknown';
    const contested = status === 'contested';
    const { count, latest } = claims[index] ?? { count: 0, latest: -1 };
    return {
      place: index,
      name: place.name,
      province: place.province ?? '',
      status: view.after ? '' : status,
      reason: view.after ? null : reason,
      holder: known && !contested ? party(holder) : '',
      probability: known ? probability : -1,
      challenger: contested ? [party(holder), party(challenger)].filter((name) => name !== '').join(t().list) : party(challenger),
      claims: count,
      latest,
    };
  });
  return kept === null ? rows : rows.filter(({ place }) => claims[place]?.known === true);
}

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

