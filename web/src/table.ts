// The rows of the table beside the map, and their order.
import { cellAt, lastUpTo } from './histories';
import type { View } from './histories';
import { collator, t } from './messages';
import type { Day, PageFrame, Status } from './types';

export interface Row {
  place: number;
  name: string;
  province: string;
  status: Status | ''; // '': not worked out, the day lies after the day of knowledge
  holder: string;
  probability: number; // -1: none
  challenger: string;
  claims: number;
  latest: number; // -1: none
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
  count: number;
  latest: Day; // -1: none
}

interface Known {
  days: Day[]; // on which claims of a place became known, ascending
  latest: Day[]; // for each the last publication up to it
}

const kept = new WeakMap<PageFrame, readonly Known[]>();

/** When the claims of each place became known: read once, so that a day asks for no pass over all claims. */
function knownOf(data: PageFrame): readonly Known[] {
  const had = kept.get(data);
  if (had !== undefined) return had;
  const { place, known, published } = data.facets;
  const found = data.places.map((): Known => ({ days: [], latest: [] }));
  const order = known.map((_, claim) => claim).sort((a, b) => (known[a] as Day) - (known[b] as Day));
  for (const claim of order) {
    const at = found[place[claim] as number];
    if (at === undefined) continue;
    const day = known[claim] as Day;
    const told = published[claim] as Day;
    at.days.push(day);
    at.latest.push(Math.max(at.latest.at(-1) ?? -1, told === -1 ? day : told));
  }
  kept.set(data, found);
  return found;
}

/** How many of the claims that are kept were known of each place, and when the last one was published. */
function claimsKnown(data: PageFrame, known: Day, kept: Uint8Array | null): Told[] {
  const { places, facets } = data;
  if (kept === null) return knownOf(data).map(({ days, latest }) => {
    const count = lastUpTo(days, known) + 1;
    return { count, latest: latest[count - 1] ?? -1 };
  });
  const told = places.map((): Told => ({ count: 0, latest: -1 }));
  facets.place.forEach((place, claim) => {
    const at = told[place];
    const day = facets.known[claim] as Day;
    if (at === undefined || day > known || kept[claim] !== 1) return;
    const published = facets.published[claim] as Day;
    at.count += 1;
    at.latest = Math.max(at.latest, published === -1 ? day : published);
  });
  return told;
}

/** `kept`: one for each claim that a filter keeps; null: all. A place without one has no row then. */
export function rowsOf(data: PageFrame, view: View, kept: Uint8Array | null = null): Row[] {
  const claims = claimsKnown(data, view.known, kept);
  const party = (index: number | null): string => (index === null ? '' : (data.parties[index]?.name ?? ''));
  const rows = data.places.map((place, index): Row => {
    const [status, holder, challenger, probability] = cellAt(data, view, index);
    const known = status !== 'unknown';
    const { count, latest } = claims[index] ?? { count: 0, latest: -1 };
    return {
      place: index,
      name: place.name,
      province: place.province ?? '',
      status: view.after ? '' : status,
      holder: known ? party(holder) : '',
      probability: known ? probability : -1,
      challenger: party(challenger),
      claims: count,
      latest,
    };
  });
  return kept === null ? rows : rows.filter((row) => row.claims > 0);
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

