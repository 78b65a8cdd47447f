// Finding a place by part of its name, whatever its accents.
import type { PlaceRow } from './types';

export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en').trim();

/** Indices of the places a text names: names that start with it first, then larger places first. */
export function findPlaces(places: readonly PlaceRow[], text: string, limit = 8): number[] {
  const wanted = folded(text);
  if (wanted === '') return [];
  const found = places.flatMap((place, index) => {
    const name = folded(place.name);
    const province = folded(place.province ?? '');
    const rank = name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : province.includes(wanted) ? 2 : 3;
    return rank === 3 ? [] : [{ index, rank, population: place.population }];
  });
  found.sort((a, b) => a.rank - b.rank || b.population - a.population);
  return found.slice(0, limit).map(({ index }) => index);
}
