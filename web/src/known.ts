// Which days of knowledge a page can show.
import type { Knowledge } from './permalink';
import type { Day, Meta } from './types';

/** The last day of knowledge that a page can show: of one that leaves out later reports, that of the cut. */
export const lastKnown = ({ last, known }: Meta): Day => Math.min(last, known ?? last);

/** True for a day of knowledge before the first one that stands on a page whose earlier ones are still being made. */
export const isUnmade = (known: Day, { knows_from }: Meta): boolean => known < (knows_from ?? known);

/** True for a day so long after the day of knowledge that nothing is worked out of it. */
export const isAhead = (on: Day, known: Day, { ahead, settled }: Meta): boolean =>
  ahead !== undefined && settled !== undefined && known < settled && on > known + ahead;

/** The day of knowledge that is asked for of a day, as far as the page goes. */
export const knownOf = (known: Knowledge, on: Day, meta: Meta): Day =>
  Math.min(known === 'then' ? on : known === 'all' ? meta.last : known, lastKnown(meta));
