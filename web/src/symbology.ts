// Colours, patterns and the words of the legend: one file, read here and by Python.
import file from '../../src/whoholds/data/symbology.json';
import type { Cell, Party, Status } from './types';

export const symbology = file;
export type MarkName = keyof typeof file.marks;

export interface Mark {
  status: Status;
  fill: string; // the holder's colour, or the grey of "unknown"
  stripes: string | null; // the challenger's colour
  claimed: string | null; // colour of the party it is claimed for
  besieged: boolean;
  stale: boolean; // unknown, for the last evidence is too old
}

const colourOf = (parties: readonly Party[], party: number | null): string | null =>
  party === null ? null : (parties[party]?.colour ?? file.beyond_palette);

/** How a state is drawn. Certainty is in the pattern, never in the opacity. */
export function markOf(cell: Cell, parties: readonly Party[]): Mark {
  const [status, holder, challenger, , reason, besieged, claimed] = cell;
  const fill = status === 'unknown' ? null : colourOf(parties, holder);
  return {
    status,
    fill: fill ?? file.unknown,
    stripes: status === 'contested' ? (colourOf(parties, challenger) ?? file.unknown) : null,
    claimed: colourOf(parties, claimed),
    besieged: besieged === 1,
    stale: status === 'unknown' && reason === 'stale',
  };
}

/** Radius of a place's dot in CSS pixels, by population; unknown population is the smallest but one. */
export function radiusOf(population: number): number {
  if (population <= 0) return 6.5;
  return 6 + 1.7 * Math.min(4, Math.max(0, Math.log10(population) - 3));
}
