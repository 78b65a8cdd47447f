import { direction, t } from '../messages';
import { useEffect, useRef, useState } from 'preact/hooks';
import { toggle } from '../keys';
import type { Hint } from '../map/live';
import type { Page } from '../page';
import { stateLine } from '../words';
import type { Cell } from '../types';
import { Legend } from './Legend';

/** True where the browser can draw the map at all. */
const canDraw = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

interface Given {
  page: Page;
  legendFrom?: number; // the legend stands open from a width of the window on
  tools?: boolean; // those of the page can be opened from the map
}

export function MapPane({ page, legendFrom = 1000, tools = false }: Given) {
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
      {tools && <FiltersButton page={page} />}
      <Legend page={page} from={legendFrom} />
    </div>
  );
}

/** On a narrow screen the filters are one tap away from the map. */
function FiltersButton({ page }: { page: Page }) {
  const { tool, toolTitle } = t().analysis.filters;
  return (
    <button type="button" class="map-filters" dir={direction()} title={toolTitle} aria-expanded={page.side.value === 'filters'} onClick={() => toggle(page, 'filters')}>
      {tool}
    </button>
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
