// What of a link does not fit the page: it was left out when the link was read, and that is to be said.
import { clamp, dayOf } from './days';
import { lastKnown } from './known';
import { readHash, writeHash } from './permalink';
import type { Day, PageFrame } from './types';

const LONGEST = 60; // characters told of one part

/** The parts of an address ("place=gn:1") that were not taken as they stand. */
export function refusedOf(hash: string, data: PageFrame): string[] {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const read = readHash(hash, data);
  const taken = new URLSearchParams(writeHash(read).slice(1));
  const fits = (name: string, value: string): boolean => {
    if (name === 'place') return read.place !== null;
    if (name === 'look') return read.look !== null;
    if (name === 'view') return value === read.pane;
    return taken.getAll(name).includes(value);
  };
  const parts = [...given].filter(([name, value]) => !fits(name, value));
  return parts.map(([name, value]) => `${name}=${value}`.slice(0, LONGEST));
}

/** A day of a link that the page does not have, and the nearest one, which it shows. */
export interface Moved {
  part: string; // "on=2099-01-01"
  last: Day; // of those that the page has
  shown: Day;
}

/** What became of a part that was not taken as it stands, where it is a day; else null. */
export function movedOf(part: string, { meta }: Pick<PageFrame, 'meta'>): Moved | null {
  const [name, value = ''] = part.split('=');
  const day = dayOf(value);
  if (day === null || (name !== 'on' && name !== 'known')) return null;
  const last = name === 'on' ? meta.last : lastKnown(meta);
  return { part, last, shown: clamp(day, meta.first, last) };
}
