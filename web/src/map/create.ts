// One map of MapLibre: created once, then told only what changed.
import { effect } from '@preact/signals';
import { Map as LibreMap, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { LEGEND_FROM } from '../legend';
import { t } from '../messages';
import type { PaddingOptions } from 'maplibre-gl';
import type { Page } from '../page';
import type { Look } from '../permalink';
import { symbology } from '../symbology';
import { toldPlaces } from '../table';
import type { Cell } from '../types';
import { GONE, boundsOf, featuresOf, idOf, looksOf, placeOf, stateOf } from './features';
import { SHAPES, emptyDot, fieldOf, isDot, isStripe, tile } from './sdf';
import { THEMES, styleOf } from './style';

const LEGEND = 240; // the width of the open legend with what parts it from the edge

/** Space around the places, with room for names beside the outermost ones; at the left beside the legend, where it
 * stands open. */
const room = (container: HTMLElement): PaddingOptions => {
  const legend = container.parentElement?.querySelector<HTMLElement>('.legend');
  const wide = container.clientWidth >= LEGEND_FROM && innerWidth >= Number(legend?.dataset['from'] ?? 0);
  const names = container.clientWidth < 500 ? 96 : 110;
  return { top: 48, right: names, bottom: 48, left: wide ? LEGEND + names : names };
};

const NEAR = 6; // the zoom at which a place that is sought is shown, at least

let hasWorker = false;

export function createMap(page: Page, container: HTMLElement, dark: boolean): LibreMap {
  if (!hasWorker) setWorkerUrl(page.host.workerUrl());
  hasWorker = true;
  const bounds = boundsOf(page.data);
  const map = new LibreMap({
    container,
    style: styleOf(featuresOf(page.data), THEMES[dark ? 'dark' : 'light'], page.data.parties),
    ...(page.look.peek() !== null ? {} : bounds === null ? { center: [0, 20], zoom: 1 } : { bounds, fitBoundsOptions: { padding: room(container), maxZoom: 8 } }),
    locale: localeOf(),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 14,
    fadeDuration: 1, // with 0 MapLibre would place all names anew for every change of a colour
  });
  map.on('resize', () => {
    if (page.look.peek() === null && bounds !== null) map.fitBounds(bounds, { padding: room(container), maxZoom: 8, animate: false });
  });
  const look = page.look.peek();
  if (look !== null) map.jumpTo(cameraOf(look));
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-right');
  addPictures(map, page);
  return map;
}

/** The words that the map says itself. */
function localeOf(): Record<string, string> {
  const { title, zoomIn, zoomOut, metres, kilometres } = t().map;
  return {
    ...{ 'Map.Title': title, 'NavigationControl.ZoomIn': zoomIn, 'NavigationControl.ZoomOut': zoomOut },
    ...{ 'ScaleControl.Meters': metres, 'ScaleControl.Kilometers': kilometres },
  };
}

const cameraOf = ([lat, lon, zoom]: Look): { center: [number, number]; zoom: number } => ({ center: [lon, lat], zoom });

const lookAt = (map: LibreMap): Look => {
  const { lat, lng } = map.getCenter().wrap();
  return [Number(lat.toFixed(3)), Number(lng.toFixed(3)), Number(map.getZoom().toFixed(2))];
};

/** Goes to a place that is sought and to where the address looks, and keeps where the user has moved to. */
export function followLook(map: LibreMap, page: Page): () => void {
  let led = false; // a movement that is to be kept, as one by hand is
  map.on('moveend', (event) => {
    if (led || event.originalEvent !== undefined) page.look.value = lookAt(map);
    led = false;
  });
  const go = effect(() => {
    const place = page.data.places[page.sought.value ?? -1];
    page.sought.value = null;
    if (place === undefined || place.lat === null || place.lon === null) return;
    led = true;
    map.easeTo({ center: [place.lon, place.lat], zoom: Math.max(map.getZoom(), NEAR), duration: 500 });
  });
  const back = effect(() => {
    const look = page.look.value;
    if (look !== null && String(look) !== String(lookAt(map))) map.jumpTo(cameraOf(look));
  });
  return () => {
    go();
    back();
  };
}

function addPictures(map: LibreMap, page: Page): void {
  map.on('style.load', () => {
    if (!map.hasImage('room')) map.addImage('room', emptyDot(), { pixelRatio: 2 });
    for (const [name, distance] of Object.entries(SHAPES)) {
      if (!map.hasImage(name)) map.addImage(name, fieldOf(distance), { sdf: true, pixelRatio: 2 });
    }
    if (!map.hasImage('dotted')) map.addImage('dotted', tile(symbology.unknown, isDot), { pixelRatio: 2 });
    page.data.parties.forEach(({ colour }, index) => {
      const name = `stripes-${index}`;
      if (!map.hasImage(name)) map.addImage(name, tile(colour, isStripe), { pixelRatio: 2 });
    });
  });
}

export function restyle(map: LibreMap, page: Page, dark: boolean): void {
  map.setStyle(styleOf(featuresOf(page.data), THEMES[dark ? 'dark' : 'light'], page.data.parties), { diff: false });
}

/** Where a place is drawn: as the outline that it has, else as a dot. */
export const sourceOf = ({ outlined }: Page, place: number): 'outlines' | 'places' =>
  outlined.has(place) ? 'outlines' : 'places';

/** Sets the feature state of the places that look another way than they are drawn: cells that differ in the
 * probability alone look the same. */
export function recolour(map: LibreMap, page: Page, drawn: Map<number, number>): void {
  const { data } = page;
  const selected = page.selected.peek();
  const looks = looksOf(data);
  const { cells, known } = page.view.peek();
  const told = toldPlaces(data, known);
  for (let place = 0; place < cells.length; place += 1) {
    const cell = cells[place] as number;
    const shown = selected === null || selected[place] === 1;
    const look = looks[cell] as number;
    const mark = told[place] === 0 ? Number.NEGATIVE_INFINITY : shown ? look : -1 - look;
    if (drawn.get(place) === mark) continue;
    drawn.set(place, mark);
    const state = told[place] === 0 ? GONE : stateOf(data.cells[cell] as Cell, data.parties, shown);
    map.setFeatureState({ source: sourceOf(page, place), id: idOf(place) }, state);
  }
}

/** The place nearest to a point of the screen, within a finger's reach; areas where no dot is near. One that is not
 * drawn is not there. */
export function placeNear(map: LibreMap, page: Page, point: { x: number; y: number }): number | null {
  const reach = 12;
  const hits = map.queryRenderedFeatures(
    [
      [point.x - reach, point.y - reach],
      [point.x + reach, point.y + reach],
    ],
    { layers: ['place-discs'] },
  );
  const told = toldPlaces(page.data, page.view.peek().known);
  let best: number | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const hit of hits) {
    const place = placeOf(hit.id, page.data);
    if (place === null || told[place] === 0 || hit.geometry.type !== 'Point') continue;
    const at = map.project(hit.geometry.coordinates as [number, number]);
    const away = Math.hypot(at.x - point.x, at.y - point.y);
    if (away < nearest) [nearest, best] = [away, place];
  }
  if (best !== null) return best;
  const areas = map.queryRenderedFeatures([point.x, point.y], { layers: ['land'] });
  return areas.map(({ id }) => placeOf(id, page.data)).find((place) => place !== null && told[place] !== 0) ?? null;
}
