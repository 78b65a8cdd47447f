import { direction, t } from '../messages';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Hint } from '../map/live';
import type { Page } from '../page';
import { stateLine } from '../words';
import type { Cell } from '../types';
import { Legend } from './Legend';

/** True where the browser can draw the map at all. */
const canDraw = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

/** The legend stands open from a width of the window on. */
export function MapPane({ page, legendFrom = 1000 }: { page: Page; legendFrom?: number }) {
  const holder = useRef<HTMLDivElement>(null);
  const [hint, setHint] = useState<Hint | null>(null);
  useEffect(() => {
    if (!canDraw()) {
      page.mapFails.value = 'noWebgl';
      return undefined;
    }
    let stop: (() => void) | null = null;
    let gone = false;
    import('../map/live').then(
      ({ showMap }) => {
        if (!gone && holder.current !== null) stop = showMap(page, holder.current, setHint);
      },
      () => {
        page.mapFails.value = 'notLoaded';
      },
    );
    return () => {
      gone = true;
      stop?.();
    };
  }, [page]);
  return (
    <div class="map" dir="ltr">
      <div class="map-canvas" ref={holder} role="application" aria-label={t().map.label} />
      {hint !== null && <HintBox page={page} hint={hint} />}
      <Legend page={page} from={legendFrom} />
    </div>
  );
}

function HintBox({ page, hint }: { page: Page; hint: Hint }) {
  const view = page.view.value;
  const cell = page.data.cells[view.cells[hint.place] ?? 0] as Cell;
  return (
    <div class="hint" dir={direction()} style={{ left: `${hint.x}px`, top: `${hint.y}px` }}>
      <bdi>{page.data.places[hint.place]?.name}</bdi>
      <span>{stateLine(cell, page.data.parties, view.after)}</span>
    </div>
  );
}
