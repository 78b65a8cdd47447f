// What a drawing shows of each place.
import { decodeRing } from '../../rings';
import { cellAt, viewOf } from '../../histories';
import type { Page } from '../../page';
import { markOf } from '../../symbology';
import type { Mark } from '../../symbology';
import type { Cell, PlaceRow } from '../../types';
import { stateLine } from '../../words';
import { namedOf } from '../asked';
import { placesOf } from '../rows';
import type { Point } from './frame';

export interface Spot {
  row: PlaceRow;
  cell: Cell;
  mark: Mark;
  words: string;
  stale: boolean;
  area: Point[][] | null; // the outline that it fills
}

export const isDot = ({ row, area }: Spot): boolean =>
  area === null && row.lat !== null && row.lon !== null && row.kind !== 'country';

/** The wanted places, most populous first. */
export function spotsOf(page: Page): Spot[] {
  const { data, histories } = page;
  const { on, known } = namedOf(page);
  const view = viewOf(data, histories, on, known);
  return placesOf(page).map((place): Spot => {
    const row = data.places[place] as PlaceRow;
    const cell = cellAt(data, view, place);
    const outline = data.outlines.find((one) => one.place === place);
    return {
      ...{ row, cell },
      mark: markOf(cell, data.parties),
      words: stateLine(cell, data.parties, view.after),
      stale: cell[0] === 'unknown' && cell[4] === 'stale',
      area: outline === undefined ? null : outline.rings.map(decodeRing),
    };
  });
}
