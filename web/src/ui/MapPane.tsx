import { effect } from '@preact/signals';
import type { Map as LibreMap } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'preact/hooks';
import { canDraw, createMap, followLook, placeNear, recolour, restyle, sourceOf } from '../map/create';
import { idOf } from '../map/features';
import type { Page } from '../page';
import { stateLine } from '../words';
import type { Cell } from '../types';
import { Legend } from './Legend';

interface Hint {
  x: number;
  y: number;
  place: number;
}

declare global {
  interface Window {
    whoholdsMap?: LibreMap;
  }
}

/** Lets the map follow the page until it is taken away. */
function follow(map: LibreMap, page: Page): () => void {
  const drawn = new Map<number, number>();
  let chosen: number | null = null;
  let ready = false;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const mark = (place: number, yes: 0 | 1): void => {
    map.setFeatureState({ source: sourceOf(page, place), id: idOf(place) }, { chosen: yes });
  };
  const paint = (): void => {
    recolour(map, page, drawn);
    const now = page.index.peek();
    if (chosen !== null && chosen !== now) mark(chosen, 0);
    if (now !== null) mark(now, 1);
    chosen = now;
  };
  const repaint = (): void => {
    drawn.clear();
    chosen = null;
    ready = true;
    paint();
  };
  const retheme = (): void => restyle(map, page, dark.matches);
  map.on('style.load', repaint);
  dark.addEventListener('change', retheme);
  const stop = effect(() => {
    void page.view.value;
    void page.index.value;
    if (ready) paint();
  });
  const still = followLook(map, page);
  return () => {
    stop();
    still();
    dark.removeEventListener('change', retheme);
    map.remove();
  };
}

export function MapPane({ page }: { page: Page }) {
  const holder = useRef<HTMLDivElement>(null);
  const [hint, setHint] = useState<Hint | null>(null);
  useEffect(() => {
    if (holder.current === null) return undefined;
    if (!canDraw()) {
      page.mapFails.value = 'This browser cannot draw the map (it offers no WebGL 2), so the same content stands in the table.';
      return undefined;
    }
    const map = createMap(page, holder.current, matchMedia('(prefers-color-scheme: dark)').matches);
    window.whoholdsMap = map;
    map.on('click', (event) => page.select(placeNear(map, page, event.point)));
    map.on('mousemove', (event) => {
      const place = placeNear(map, page, event.point);
      map.getCanvas().style.cursor = place === null ? '' : 'pointer';
      setHint(place === null ? null : { ...event.point, place });
    });
    map.on('mouseout', () => setHint(null));
    return follow(map, page);
  }, [page]);
  return (
    <div class="map">
      <div class="map-canvas" ref={holder} role="application" aria-label="Map of places; the table holds the same content" />
      {hint !== null && <HintBox page={page} hint={hint} />}
      <Legend page={page} />
    </div>
  );
}

function HintBox({ page, hint }: { page: Page; hint: Hint }) {
  const view = page.view.value;
  const cell = page.data.cells[view.cells[hint.place] ?? 0] as Cell;
  return (
    <div class="hint" style={{ left: `${hint.x}px`, top: `${hint.y}px` }}>
      <bdi>{page.data.places[hint.place]?.name}</bdi>
      <span>{stateLine(cell, page.data.parties, view.after)}</span>
    </div>
  );
}
