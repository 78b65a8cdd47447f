// Finding a place by part of its name, whatever its accents.
import type { PlaceRow } from './types';

export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en').trim();

interface Folded {
  name: string;
  province: string;
  population: number;
}

const kept = new WeakMap<readonly PlaceRow[], Folded[]>();

function foldedOf(places: readonly PlaceRow[]): Folded[] {
  let found = kept.get(places);
  if (found === undefined) {
    found = places.map(({ name, province, population }) => ({ name: folded(name), province: folded(province ?? ''), population }));
    kept.set(places, found);
  }
  return found;
}

/** Indices of the places a text names: names that start with it first, then larger places first. */
export function findPlaces(places: readonly PlaceRow[], text: string, limit = 8): number[] {
  const wanted = folded(text);
  if (wanted === '') return [];
  const found = foldedOf(places).flatMap(({ name, province, population }, index) => {
    const rank = name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : province.includes(wanted) ? 2 : 3;
    return rank === 3 ? [] : [{ index, rank, population }];
  });
  found.sort((a, b) => a.rank - b.rank || b.population - a.population);
  return found.slice(0, limit).map(({ index }) => index);
}
