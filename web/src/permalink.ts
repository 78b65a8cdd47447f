// The state of the page in the address, after "#". What is read is checked; what does not fit is left out.
import { clamp, dayOf, isoOf } from './days';
import type { Day, PageData } from './types';

export type Knowledge = 'then' | 'all' | Day; // as known that day, from all reports, or on a fixed day
export type Pane = 'map' | 'table';

export interface Shown {
  on: Day;
  known: Knowledge;
  place: string | null;
  pane: Pane;
}

/** What is shown when the address says nothing: the last day, as known then. */
export const initial = (data: PageData): Shown => ({ on: data.meta.last, known: 'then', place: null, pane: 'map' });

export function readHash(hash: string, data: PageData): Shown {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const { first, last } = data.meta;
  const start = initial(data);
  const dayIn = (text: string | null): Day | null => {
    const day = text === null ? null : dayOf(text);
    return day === null ? null : clamp(day, first, last);
  };
  const known = given.get('known');
  const place = given.get('place');
  return {
    on: dayIn(given.get('on')) ?? start.on,
    known: known === 'all' || known === 'then' ? known : (dayIn(known) ?? start.known),
    place: data.places.some(({ id }) => id === place) ? place : null,
    pane: given.get('view') === 'table' ? 'table' : 'map',
  };
}

export function writeHash(shown: Shown): string {
  const given = new URLSearchParams({ on: isoOf(shown.on) });
  given.set('known', typeof shown.known === 'number' ? isoOf(shown.known) : shown.known);
  if (shown.place !== null) given.set('place', shown.place);
  if (shown.pane === 'table') given.set('view', 'table');
  return `#${given.toString()}`;
}
