// Downloads made in the page itself, without a network: what a single file can give.
import { isoOf } from '../days';
import type { Page } from '../page';
import type { PagePlace } from '../types';
import { fileName, namedOf, pairsOf } from './asked';
import { briefOf } from './brief';
import { table } from './csv';
import type { FileOf } from './file';
import type { Offer } from './offers';
import { wantedData } from './part';
import { toPng } from './png';
import { CLAIM_COLUMNS, STATE_COLUMNS, claimRows, placesOf, stateRows } from './rows';
import type { Row } from './rows';
import { drawingOf } from './svg/draw';
import { toldOf } from './told';

const blob = (text: string, type: string): Blob => new Blob([text], { type: `${type};charset=utf-8` });

/** `fileOf` makes this file anew, with other data. */
export function madeOf(page: Page, fileOf: FileOf): Offer[] {
  const named = namedOf(page);
  const map = fileName('map', named);
  const states = fileName('states', named);
  return [
    { form: 'png', name: `${map}.png`, make: () => toPng(drawingOf(page)) },
    { form: 'svg', name: `${map}.svg`, make: () => blob(drawingOf(page), 'image/svg+xml') },
    { form: 'html', name: `${fileName('page', named)}.html`, make: async () => blob(await fileOf(wantedData(page.data, named, partIn(page))), 'text/html') },
    { form: 'brief', name: `${fileName('plain-brief', named)}.md`, make: () => blob(briefOf(page, partsOf(page)), 'text/markdown') },
    { form: 'states', name: `${states}.csv`, make: () => blob(table(STATE_COLUMNS, stateRows(page), cells(page)), 'text/csv') },
    {
      form: 'claims',
      name: `${fileName('claims', named)}.csv`,
      make: () => blob(table(CLAIM_COLUMNS, claimRows(page, partsOf(page)), cells(page)), 'text/csv'),
    },
    { form: 'geojson', name: `${states}.geojson`, make: () => blob(geojsonOf(page), 'application/geo+json') },
  ];
}

/** The part of a place; a single file has them all. */
const partIn = (page: Page) => (place: number): PagePlace => page.host.part(place) as PagePlace;

/** The parts of the wanted places. */
const partsOf = (page: Page): PagePlace[] => placesOf(page).map(partIn(page));

/** What names the answer, in each row of a table. */
function cells(page: Page): Row {
  const { on, known, recorded, method, filters } = namedOf(page);
  const told = toldOf(page.data, namedOf(page));
  const asked = pairsOf(filters).map(([name, value]) => `${name}=${value}`);
  return { on: isoOf(on), as_of: isoOf(known), recorded, method, filters: asked, note: told.banner, licence: told.licence };
}

export function geojsonOf(page: Page): string {
  const { filters } = namedOf(page);
  const features = stateRows(page).map(({ lat, lon, ...properties }) => ({
    type: 'Feature',
    id: properties['place_id'],
    geometry: lat === null || lon === null ? null : { type: 'Point', coordinates: [lon, lat] },
    properties,
  }));
  const head = { type: 'FeatureCollection', title: page.data.meta.title, ...cells(page), filters };
  return `${JSON.stringify({ ...head, features }, null, 1)}\n`;
}
