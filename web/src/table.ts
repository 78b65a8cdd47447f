// The rows of the table beside the map, and their order.
import { isoOf } from './days';
import { cellAt } from './histories';
import type { View } from './histories';
import { t } from './messages';
import type { Day, PageFrame, Status } from './types';
import { percent } from './words';

export interface Row {
  place: number;
  name: string;
  province: string;
  status: Status;
  holder: string;
  probability: number;
  chance: string;
  challenger: string;
  claims: number;
  latest: number;
  latestWords: string;
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

/** How many of the claims that are kept were known of each place, and when the last one was published. */
function claimsKnown({ places, facets }: PageFrame, known: Day, kept: Uint8Array | null): Told[] {
  const told = places.map((): Told => ({ count: 0, latest: -1 }));
  facets.place.forEach((place, claim) => {
    const at = told[place];
    const day = facets.known[claim] as Day;
    if (at === undefined || day > known || (kept !== null && kept[claim] !== 1)) return;
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
  const rows = data.places.map((place, index) => {
    const [status, holder, challenger, probability] = cellAt(data, view, index);
    const known = status !== 'unknown';
    const { count, latest } = claims[index] ?? { count: 0, latest: -1 };
    return {
      place: index,
      name: place.name,
      province: place.province ?? '',
      status,
      holder: known ? party(holder) : '',
      probability: known ? probability : -1,
      chance: known ? percent(probability) : '',
      challenger: party(challenger),
      claims: count,
      latest,
      latestWords: latest < 0 ? '' : isoOf(latest),
    };
  });
  return kept === null ? rows : rows.filter((row) => row.claims > 0);
}

/** Sorted by a column, then by name; what is not known comes last either way. */
export function sorted(rows: readonly Row[], key: ColumnKey, down: boolean): Row[] {
  const collator = new Intl.Collator(t().locale);
  const empty = (row: Row): boolean => row[key] === '' || row[key] === -1;
  const by = (a: Row, b: Row): number => {
    if (empty(a) !== empty(b)) return empty(a) ? 1 : -1;
    const [x, y] = [a[key], b[key]];
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return (down ? -order : order) || collator.compare(a.name, b.name);
  };
  return rows.toSorted(by);
}
