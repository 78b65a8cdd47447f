// Counts of people that several claims of one event give, as far as they were known.
import { setAside } from './aside';
import type { ClaimRow, CountRow, Day, FigureRow, PagePlace, TollRow } from './types';

export interface Count {
  row: CountRow;
  claim: ClaimRow;
  stands: boolean; // no later count that was known takes its place
}

export interface Toll {
  toll: TollRow;
  counts: Count[]; // first known first
  range: FigureRow; // over those that stand
}

/** The range over counts: open where one is open; `best` only where all that give one agree. */
export function widest(rows: readonly CountRow[]): Pick<FigureRow, 'low' | 'best' | 'high'> {
  const lows = rows.map(({ low }) => low);
  const highs = rows.map(({ high }) => high);
  const bests = new Set(rows.flatMap(({ best }) => (best === null ? [] : [best])));
  return {
    low: lows.includes(null) ? null : Math.min(...(lows as number[])),
    best: bests.size === 1 ? ([...bests][0] ?? null) : null,
    high: highs.includes(null) ? null : Math.max(...(highs as number[])),
  };
}

/** The counts of a place that more than one claim gave by a day of knowledge. What was set aside counts no more. */
export function tollsOf(part: PagePlace, known: Day): Toll[] {
  const claims = new Map(part.claims.filter((one) => one.known <= known && !setAside(one, known)).map((one) => [one.id, one]));
  return part.tolls.flatMap((toll) => {
    const counts = toll.told.flatMap((row): Count[] => {
      const claim = claims.get(row.claim);
      return claim === undefined ? [] : [{ row, claim, stands: row.corrected === undefined || !claims.has(row.corrected) }];
    });
    if (counts.length < 2) return [];
    counts.sort((a, b) => a.claim.known - b.claim.known);
    const standing = counts.filter(({ stands }) => stands);
    const rows = (standing.length === 0 ? counts : standing).map(({ row }) => row);
    return [{ toll, counts, range: { kind: toll.kind, who: toll.who, text: '', ...widest(rows) } }];
  });
}
