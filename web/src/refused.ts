// What of a link does not fit the page: it was left out when the link was read, and that is to be said.
import { readHash, writeHash } from './permalink';
import type { PageFrame } from './types';

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
