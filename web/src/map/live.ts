// The map with all that it needs: a part of the code of its own, which nothing else waits for.
import { effect } from '@preact/signals';
import type { Map as LibreMap } from 'maplibre-gl';
import type { Page } from '../page';
import { createMap, followLook, placeNear, recolour, restyle, sourceOf } from './create';
import { idOf } from './features';
import { keepFree } from './keep';
import { followPrint } from './print';

export interface Hint {
  x: number;
  y: number;
  place: number;
}

declare global {
  interface Window {
    whoholdsMap?: LibreMap;
  }
}

/** Draws the map in an element and lets it follow the page, until the function that it gives is called. */
export function showMap(page: Page, holder: HTMLElement, hint: (hint: Hint | null) => void): () => void {
  const map = createMap(page, holder, matchMedia('(prefers-color-scheme: dark)').matches);
  window.whoholdsMap = map;
  map.on('click', (event) => page.select(placeNear(map, page, event.point)));
  map.on('mousemove', (event) => {
    const place = placeNear(map, page, event.point);
    map.getCanvas().style.cursor = place === null ? '' : 'pointer';
    hint(place === null ? null : { ...event.point, place });
  });
  map.on('mouseout', () => hint(null));
  return follow(map, page);
}

/** A map that is removed while its worker has not answered fails when it does: it ends when it has come to rest. */
function end(map: LibreMap): void {
  if (map.loaded()) map.remove();
  else map.once('idle', () => map.remove());
}

function follow(map: LibreMap, page: Page): () => void {
  const drawn = new Map<number, number>();
  let chosen: number | null = null;
  let rings: ReadonlySet<number> = new Set();
  let ready = false;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const mark = (place: number, yes: 0 | 1, name = 'chosen'): void => {
    map.setFeatureState({ source: sourceOf(page, place), id: idOf(place) }, { [name]: yes });
  };
  const paint = (): void => {
    recolour(map, page, drawn);
    const now = page.index.peek();
    if (chosen !== null && chosen !== now) mark(chosen, 0);
    if (now !== null && now !== chosen) mark(now, 1);
    chosen = now;
    const wanted = new Set(page.ringed.peek());
    for (const place of rings) if (!wanted.has(place)) mark(place, 0, 'ringed');
    for (const place of wanted) if (!rings.has(place)) mark(place, 1, 'ringed');
    rings = wanted;
  };
  const repaint = (): void => {
    drawn.clear();
    chosen = null;
    rings = new Set();
    ready = true;
    paint();
  };
  const retheme = (): void => restyle(map, page, dark.matches);
  map.on('style.load', repaint);
  dark.addEventListener('change', retheme);
  const stop = effect(() => {
    void page.view.value;
    void page.index.value;
    void page.selected.value;
    void page.ringed.value;
    if (ready) paint();
  });
  const still = followLook(map, page);
  const free = keepFree(map, map.getContainer());
  const printed = followPrint(map, window);
  return () => {
    stop();
    still();
    free();
    printed();
    dark.removeEventListener('change', retheme);
    end(map);
  };
}
