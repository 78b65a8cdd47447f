// The data as features of the map, and the state of each feature.
import { decodeRing, middleOf, polygonsOf } from '../rings';
import { markOf, radiusOf } from '../symbology';
import type { Cell, PageFrame, Party } from '../types';

export interface Features {
  places: GeoJSON.Feature[];
  outlines: GeoJSON.Feature[];
  names: GeoJSON.Feature[];
}

/** A feature's id is the place's index + 1; an outline without a place counts on after the places. */
export const idOf = (place: number): number => place + 1;
export const placeOf = (id: number | string | undefined, data: PageFrame): number | null => {
  const place = Number(id) - 1;
  return Number.isInteger(place) && place >= 0 && place < data.places.length ? place : null;
};

const MOST = 60; // characters of a name on the map: shaping the letters of an endless one would take minutes

const labelOf = (name: string): string => (name.length > MOST ? `${name.slice(0, MOST)}…` : name);

export function featuresOf(data: PageFrame): Features {
  const drawn = new Set(data.outlines.flatMap(({ place }) => (place === null ? [] : [place])));
  const places = data.places.flatMap((place, index): GeoJSON.Feature[] => {
    if (place.lat === null || place.lon === null || drawn.has(index)) return [];
    return [
      {
        type: 'Feature',
        id: idOf(index),
        geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
        properties: { name: labelOf(place.name), radius: radiusOf(place.population), order: -place.population },
      },
    ];
  });
  const outlines: GeoJSON.Feature[] = [];
  const names: GeoJSON.Feature[] = [];
  data.outlines.forEach((outline, index) => {
    const rings = outline.rings.map(decodeRing);
    outlines.push({
      type: 'Feature',
      id: outline.place === null ? data.places.length + index + 1 : idOf(outline.place),
      geometry: { type: 'MultiPolygon', coordinates: polygonsOf(rings) },
      properties: { name: outline.name },
    });
    const middle = middleOf(rings);
    if (middle !== null) {
      names.push({ type: 'Feature', geometry: { type: 'Point', coordinates: middle }, properties: { name: outline.name } });
    }
  });
  return { places, outlines, names };
}

/** An empty ring: the filter keeps no claim there, which says nothing of its state. */
const NOT_SELECTED = { filled: 0, stripes: 0, striped: -1, dashes: 0, dots: 0, claimed: 0, besieged: 0, stale: 0, out: 1, gone: 0 };

/** A place that is first told of later: it is not drawn. */
export const GONE = { ...NOT_SELECTED, out: 0, gone: 1 };

/** What the layers read of a place; numbers because an expression compares them. */
export function stateOf(cell: Cell, parties: readonly Party[], selected = true): Record<string, string | number> {
  const mark = markOf(cell, parties);
  if (!selected) return { ...NOT_SELECTED, fill: mark.fill, challenger: mark.fill, claimer: mark.fill };
  return {
    fill: mark.fill,
    filled: mark.status === 'held' || mark.status === 'contested' ? 1 : 0,
    stripes: mark.stripes === null ? 0 : 1,
    striped: mark.stripes === null ? -1 : (cell[2] ?? -1),
    challenger: mark.stripes ?? mark.fill,
    dashes: mark.status === 'leaning' ? 1 : 0,
    dots: mark.status === 'unknown' ? 1 : 0,
    claimed: mark.claimed === null ? 0 : 1,
    claimer: mark.claimed ?? mark.fill,
    besieged: mark.besieged ? 1 : 0,
    stale: mark.stale ? 1 : 0,
    out: 0,
    gone: 0,
  };
}

const looks = new WeakMap<PageFrame, readonly number[]>();

/** A number for each cell, the same for those that are drawn alike. */
export function looksOf(data: PageFrame): readonly number[] {
  const found = looks.get(data);
  if (found !== undefined) return found;
  const numbers = new Map<string, number>();
  const made = data.cells.map((cell) => {
    const key = JSON.stringify(stateOf(cell, data.parties));
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  looks.set(data, made);
  return made;
}

/** West, south, east, north of the places that have coordinates, else of the outlines; null where none is. */
export function boundsOf(data: PageFrame): [number, number, number, number] | null {
  const spots = data.places.flatMap(({ lat, lon }): [number, number][] =>
    lat === null || lon === null ? [] : [[lon, lat]],
  );
  if (spots.length === 0) spots.push(...data.outlines.flatMap(({ rings }) => rings.flatMap(decodeRing)));
  if (spots.length === 0) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon, lat] of spots) {
    [west, south] = [Math.min(west, lon), Math.min(south, lat)];
    [east, north] = [Math.max(east, lon), Math.max(north, lat)];
  }
  return [west, south, east, north];
}
