// Finding a place by part of its name, whatever its accents and marks.
import type { PlaceRow } from './types';

/** Letters that stand for others and do not come apart into a letter and its mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ł: 'l', ø: 'o', ŧ: 't', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe' },
  ...{ ى: 'ي', ی: 'ي', ک: 'ك', ہ: 'ه', ۀ: 'ه', ة: 'ه', ё: 'е', ґ: 'г' },
};
const OTHER = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
const APART = /[\s\p{Pd}]+/gu; // spaces and hyphens
const SIGNS = /['’‘ʻʼʾʿ`´"“”\p{M}\p{Cf}]/gu; // marks, apostrophes and what is not seen

export const folded = (text: string): string =>
  text.normalize('NFKD').replace(SIGNS, '').toLocaleLowerCase('en').replace(OTHER, (letter) => PLAIN[letter] ?? letter).replace(APART, ' ').trim();

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

/** The place that is called so: the only one, else the only settlement; null where none or several are. */
export function placeCalled(places: readonly PlaceRow[], text: string): number | null {
  const wanted = folded(text);
  const called = foldedOf(places).flatMap(({ name }, place) => (name === wanted ? [place] : []));
  const settled = called.filter((place) => places[place]?.kind === 'settlement');
  const [one, ...more] = called.length > 1 ? settled : called;
  return one === undefined || more.length > 0 ? null : one;
}

/** The places with a text in their names or in that of their province; null where the text is empty. */
export function foundIn(places: readonly PlaceRow[], text: string): ReadonlySet<number> | null {
  const wanted = folded(text);
  if (wanted === '') return null;
  const found = foldedOf(places).flatMap(({ name, province }, place) => (name.includes(wanted) || province.includes(wanted) ? [place] : []));
  return new Set(found);
}

/** True where one text becomes the other by at most one letter more, less, other, or two that change places. */
export function isNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const [left, right] = [short.slice(at), long.slice(at)];
  if (left.length < right.length) return left === right.slice(1);
  const turned = left.length > 1 && left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return turned || left.slice(1) === right.slice(1);
}

const LEAST = 4; // letters: of shorter ones too many names are near

/** Indices of the places whose name, a word of it or its beginning is spelt nearly so; larger places first. */
export function nearPlaces(places: readonly PlaceRow[], text: string, limit = 8): number[] {
  const wanted = folded(text);
  if (wanted.length < LEAST) return [];
  const found = foldedOf(places).flatMap(({ name, population }, index) => {
    const whole = [name, ...name.split(/[\s-]+/)].some((word) => isNear(wanted, word));
    return whole || isNear(wanted, name.slice(0, wanted.length)) ? [{ index, whole, population }] : [];
  });
  found.sort((a, b) => Number(b.whole) - Number(a.whole) || b.population - a.population);
  return found.slice(0, limit).map(({ index }) => index);
}
