import type { Party } from './types';

/** What stands among the parties though it is a state: that a place is contested, told as a claim's position. */
const STATE = 'contested';

/** The parties that a legend lists. */
export function listed(parties: readonly Party[]): Party[] {
  return parties.filter(({ name }) => name !== STATE);
}

/** Pixels of the map's width from which on the legend stands open and places are kept clear of it. */
export const LEGEND_FROM = 700;
