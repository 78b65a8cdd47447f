// The parts of places: asked for when a dossier opens, kept as long as the frame is shown.
import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { PageFrame, PagePlace } from './types';

export type Part =
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'other' } // the server gave it out of another record than the frame: its numbers mean something else
  | { state: 'ready'; part: PagePlace };

export interface Parts {
  /** What is had of a place; asking for it begins with the first call. */
  of(place: number): Signal<Part>;
  /** Asks again for a part that failed. */
  retry(place: number): void;
}

/** `other` is called when a part is of another record than the frame. */
export function makeParts(frame: PageFrame, ask: (place: number) => PagePlace | Promise<PagePlace>, other: () => void): Parts {
  const kept = new Map<number, Signal<Part>>();
  const { recorded, method } = frame.meta;
  const take = (place: number, into: Signal<Part>, part: PagePlace): void => {
    const fits = part.schema === frame.schema && part.recorded === recorded && part.method === method;
    if (fits && part.place === place) into.value = { state: 'ready', part };
    else {
      into.value = { state: 'other' };
      other();
    }
  };
  const load = (place: number, into: Signal<Part>): void => {
    const failed = (): void => {
      into.value = { state: 'failed' };
    };
    try {
      const given = ask(place);
      if (given instanceof Promise) given.then((part) => take(place, into, part)).catch(failed);
      else take(place, into, given);
    } catch {
      failed();
    }
  };
  return {
    of(place) {
      const known = kept.get(place);
      if (known !== undefined) return known;
      const made = signal<Part>({ state: 'loading' });
      kept.set(place, made);
      load(place, made);
      return made;
    },
    retry(place) {
      const known = kept.get(place);
      if (known?.peek().state !== 'failed') return;
      known.value = { state: 'loading' };
      load(place, known);
    },
  };
}
