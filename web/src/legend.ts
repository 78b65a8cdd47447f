import { isKnown, sinceOf } from './since';
import type { Day, PageFrame, Party } from './types';

/** What stands among the parties though it is a state: that a place is contested, told as a claim's position. */
const STATE = 'contested';

/** The parties that a legend lists: those that claims known by a day name. */
export function listed({ parties, facets }: Pick<PageFrame, 'parties' | 'facets'>, by: Day): Party[] {
  const said = { values: parties.map(({ name }) => name), at: facets.party };
  const since = sinceOf(facets, facets.actor, facets.recipient, said);
  return parties.filter(({ name }) => name !== STATE && isKnown(since, name, by));
}

/** Pixels of the map's width from which on the legend stands open and places are kept clear of it. */
export const LEGEND_FROM = 700;
