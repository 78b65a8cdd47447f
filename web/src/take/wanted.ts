// Which claims the filters want, by the columns of the frame, and the places that these are about.
import { dayOf } from '../days';
import { valuesOf } from '../filters';
import { toldPlaces } from '../table';
import type { Column, Day, PageFrame } from '../types';
import type { Query } from './asked';

type Test = (claim: number) => boolean;

const valueOf = ({ values, at }: Column, claim: number): string | undefined => values[at[claim] ?? -1];
const folded = (words: string | undefined): string => (words ?? '').toLowerCase();

/** True for a claim (its number in the columns) that all filters want. */
export function wantedBy(data: PageFrame, filters: Query): Test {
  const tests = Object.entries(filters).map(([name, wanted]) => valuesOf(wanted).map((value) => testOf(data, name, value)));
  return (claim) => tests.every((some) => some.some((test) => test(claim)));
}

/** The places that wanted claims are about, by what was known; without a filter, all that are not first told of later. */
export function placesWanted(data: PageFrame, filters: Query, known: Day): Set<number> {
  if (Object.keys(filters).length === 0) {
    const told = toldPlaces(data, known);
    return new Set(data.places.flatMap((_, place) => (told[place] === 1 ? [place] : [])));
  }
  const keeps = wantedBy(data, filters);
  const { place, known: from } = data.facets;
  return new Set(place.filter((at, claim) => at >= 0 && (from[claim] as Day) <= known && keeps(claim)));
}

function testOf(data: PageFrame, name: string, value: string): Test {
  const { facets } = data;
  const wanted = folded(value);
  const same = (column: Column): Test => (claim) => folded(valueOf(column, claim)) === wanted;
  switch (name) {
    case 'place':
    case 'country':
      return (claim) => isIn(data, facets.place[claim] ?? -1, name, value);
    case 'party':
      return (claim) => [facets.actor, facets.recipient].some((column) => same(column)(claim));
    case 'claimer':
      return (claim) => folded(valueOf(facets.claimer, claim)).includes(wanted);
    case 'since':
      return (claim) => (facets.day[claim] as Day) >= (dayOf(value) ?? 0);
    case 'until':
      return (claim) => (facets.day[claim] as Day) <= (dayOf(value) ?? Number.POSITIVE_INFINITY);
    case 'published_since':
      return (claim) => publishedOn(data, claim) >= (dayOf(value) ?? 0);
    case 'published_until':
      return (claim) => publishedOn(data, claim) <= (dayOf(value) ?? Number.POSITIVE_INFINITY);
    case 'side':
    case 'outlet':
    case 'type':
    case 'factuality':
    case 'precision':
      return same(facets[name]);
    default:
      return () => true;
  }
}

/** The day of publication; of a claim without one, that from which it is known. */
function publishedOn({ facets }: PageFrame, claim: number): Day {
  const day = facets.published[claim] ?? -1;
  return day < 0 ? (facets.known[claim] as Day) : day;
}

/** True for a place that is the one asked for (its id or name), or lies in the province or country of that name. */
function isIn(data: PageFrame, place: number, by: 'place' | 'country', value: string): boolean {
  const row = data.places[place];
  if (row === undefined) return false;
  const around = data.places.find(({ id }) => id === value)?.name ?? value;
  const names = by === 'place' ? [row.name, row.province, row.country] : [row.country];
  return (by === 'place' && row.id === value) || names.some((name) => folded(name ?? '') === folded(around));
}
