// Names are kept from where the legend covers the map: they would be cut there.
import type { GeoJSONSource, Map as LibreMap } from 'maplibre-gl';

export const SQUARE = 48; // CSS pixels: what is covered is laid out with squares

/** The middles of squares that cover a box, in pixels from its map. */
export function squaresIn(box: { left: number; top: number; width: number; height: number }): [number, number][] {
  const along = (start: number, length: number): number[] => {
    const count = Math.max(1, Math.ceil(length / SQUARE));
    const apart = count === 1 ? 0 : (length - SQUARE) / (count - 1);
    return Array.from({ length: count }, (_, number) => start + Math.min(SQUARE, length) / 2 + number * apart);
  };
  const across = along(box.left, box.width);
  return along(box.top, box.height).flatMap((y) => across.map((x): [number, number] => [x, y]));
}

function boxOf(legend: HTMLElement, map: HTMLElement): { left: number; top: number; width: number; height: number } {
  const [at, from] = [legend.getBoundingClientRect(), map.getBoundingClientRect()];
  return { left: at.left - from.left, top: at.top - from.top, width: at.width, height: at.height };
}

/** Keeps the names free of the legend, wherever the map goes. Gives back what ends it. */
export function keepFree(map: LibreMap, container: HTMLElement): () => void {
  const legend = container.parentElement?.querySelector<HTMLElement>('.legend') ?? null;
  const lay = (): void => {
    const covered = map.getSource<GeoJSONSource>('covered');
    if (legend === null || covered === undefined) return;
    const features = squaresIn(boxOf(legend, container)).map((point): GeoJSON.Feature => {
      return { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: map.unproject(point).toArray() } };
    });
    void covered.setData({ type: 'FeatureCollection', features });
  };
  const watch = new ResizeObserver(lay);
  if (legend !== null) watch.observe(legend);
  map.on('moveend', lay);
  map.on('style.load', lay);
  return () => watch.disconnect();
}
