// Layers of the map. Colours of places come by feature state, so that a step of time changes colours only.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { symbology } from '../symbology';
import type { Party } from '../types';
import type { Features } from './features';
import { SQUARE } from './keep';
import { DOT } from './sdf';

export interface Theme {
  land: string;
  sea: string;
  line: string;
  edge: string;
  text: string;
  faint: string;
  halo: string;
  ring: string; // of what a comparison finds
}

export const THEMES: Record<'light' | 'dark', Theme> = {
  light: { land: '#f6f5f1', sea: '#e9ebec', line: '#c9c6bd', edge: '#3b4249', text: '#23282e', faint: '#70706a', halo: '#fbfaf7', ring: '#c2410c' },
  dark: { land: '#23272c', sea: '#191c20', line: '#444b53', edge: '#f2f2ee', text: '#eceeef', faint: '#8d959d', halo: '#1b1e22', ring: '#ffa94d' },
};

const state = (name: string): ExpressionSpecification => ['feature-state', name];
const when = (name: string, yes: number, no = 0): ExpressionSpecification => ['case', ['==', state(name), 1], yes, no];
const tinted = (name: string): ExpressionSpecification => ['coalesce', state(name), symbology.unknown];

const scaled = (divisor: number): ExpressionSpecification => {
  const size = (zoom: number): ExpressionSpecification => ['*', ['get', 'radius'], zoom / divisor];
  return ['interpolate', ['linear'], ['zoom'], 3, size(0.6), 5.5, size(0.95), 8, size(1.25), 12, size(1.7)];
};

type Halo = { 'icon-halo-color'?: string; 'icon-halo-width'?: number };

// No sort key: with one MapLibre draws each mark by itself. Places come with the most populous first, so that small
// ones lie on top.
const icon = (name: string, colour: ExpressionSpecification | string, halo: Halo = {}): LayerSpecification => ({
  id: `place-${name}`,
  type: 'symbol',
  source: 'places',
  layout: {
    'icon-image': name,
    'icon-size': scaled(12),
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
  },
  paint: { 'icon-color': colour, 'icon-opacity': when(name, 1), ...halo },
});

function areas(theme: Theme, parties: readonly Party[]): LayerSpecification[] {
  const opacity = symbology.area_opacity;
  return [
    { id: 'land', type: 'fill', source: 'outlines', paint: { 'fill-color': theme.land, 'fill-antialias': false } },
    {
      id: 'area-fill',
      type: 'fill',
      source: 'outlines',
      paint: { 'fill-color': tinted('fill'), 'fill-opacity': when('filled', opacity) },
    },
    ...parties.map(
      (_, index): LayerSpecification => ({
        id: `area-stripes-${index}`,
        type: 'fill',
        source: 'outlines',
        paint: {
          'fill-pattern': `stripes-${index}`,
          'fill-opacity': ['case', ['==', state('striped'), index], opacity, 0],
        },
      }),
    ),
    {
      id: 'area-dots',
      type: 'fill',
      source: 'outlines',
      paint: { 'fill-pattern': 'dotted', 'fill-opacity': when('dots', 0.8) },
    },
    {
      id: 'outline',
      type: 'line',
      source: 'outlines',
      paint: {
        'line-color': ['case', ['==', state('filled'), 1], theme.edge, theme.line],
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 9, 1.2],
      },
    },
    {
      id: 'area-dashes',
      type: 'line',
      source: 'outlines',
      paint: { 'line-color': tinted('fill'), 'line-width': 2.5, 'line-dasharray': [2, 1.4], 'line-opacity': when('dashes', 1) },
    },
    {
      id: 'area-claimed',
      type: 'line',
      source: 'outlines',
      paint: { 'line-color': tinted('claimer'), 'line-width': 3, 'line-offset': 2, 'line-opacity': when('claimed', 1) },
    },
    {
      id: 'area-ringed',
      type: 'line',
      source: 'outlines',
      paint: { 'line-color': theme.ring, 'line-width': 3.5, 'line-opacity': when('ringed', 1) },
    },
    {
      id: 'area-chosen',
      type: 'line',
      source: 'outlines',
      paint: { 'line-color': theme.text, 'line-width': 2.5, 'line-opacity': when('chosen', 1) },
    },
  ];
}

function labels(theme: Theme): LayerSpecification[] {
  return [
    {
      id: 'outline-names',
      type: 'symbol',
      source: 'outline-names',
      minzoom: 5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['sans-serif'],
        'text-size': 10.5,
        'text-letter-spacing': 0.12,
        'text-transform': 'uppercase',
        'text-padding': 6,
      },
      paint: { 'text-color': theme.faint, 'text-halo-color': theme.land, 'text-halo-width': 1 },
    },
    {
      id: 'place-names',
      type: 'symbol',
      source: 'places',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['system-ui', 'sans-serif'],
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, 11, 9, 14],
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': ['+', 0.9, ['/', ['get', 'radius'], 13]], // off the ring of the place that is chosen,
        'text-justify': 'auto',
        'text-padding': 1,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: { 'text-color': theme.text, 'text-halo-color': theme.halo, 'text-halo-width': 1.6, 'text-opacity': when('gone', 0, 1) },
    },
    {
      // Drawn as nothing: it keeps names off the dots, because the topmost layer is placed first.
      id: 'place-room',
      type: 'symbol',
      source: 'places',
      layout: { 'icon-image': 'room', 'icon-size': scaled(12), 'icon-allow-overlap': true, 'icon-padding': 0 },
    },
  ];
}

/** Drawn as nothing where the legend lies: as the topmost layer it is placed first, so that no name comes there. */
const covered = (): LayerSpecification => ({
  id: 'covered',
  type: 'symbol',
  source: 'covered',
  layout: { 'icon-image': 'room', 'icon-size': SQUARE / DOT, 'icon-allow-overlap': true, 'icon-padding': 0 },
});

function dots(theme: Theme): LayerSpecification[] {
  const halo: Halo = { 'icon-halo-color': theme.edge, 'icon-halo-width': 1.1 };
  return [
    icon('besieged', theme.text),
    icon('claimed', tinted('claimer'), halo),
    {
      id: 'place-ringed',
      type: 'circle',
      source: 'places',
      paint: {
        'circle-radius': ['+', 8, ['get', 'radius']],
        'circle-color': 'transparent',
        'circle-stroke-color': theme.ring,
        'circle-stroke-width': when('ringed', 3),
      },
    },
    {
      id: 'place-chosen',
      type: 'circle',
      source: 'places',
      paint: {
        'circle-radius': ['+', 7, ['get', 'radius']],
        'circle-color': 'transparent',
        'circle-stroke-color': theme.text,
        'circle-stroke-width': when('chosen', 2),
      },
    },
    {
      id: 'place-discs',
      type: 'circle',
      source: 'places',
      paint: {
        'circle-radius': scaled(1),
        'circle-color': ['case', ['==', state('filled'), 1], tinted('fill'), theme.halo],
        'circle-stroke-color': ['case', ['==', state('out'), 1], theme.faint, ['==', state('dots'), 1], symbology.unknown, theme.edge],
        'circle-stroke-width': 1.25,
        'circle-opacity': when('gone', 0, 1),
        'circle-stroke-opacity': when('gone', 0, 1),
      },
    },
    icon('stripes', tinted('challenger')),
    icon('dashes', tinted('fill'), halo),
    icon('dots', symbology.unknown),
    icon('stale', theme.halo),
  ];
}

export function styleOf(features: Features, theme: Theme, parties: readonly Party[]): StyleSpecification {
  const collection = (list: GeoJSON.Feature[]): { type: 'geojson'; data: GeoJSON.FeatureCollection } => ({
    type: 'geojson',
    data: { type: 'FeatureCollection', features: list },
  });
  return {
    version: 8,
    sources: {
      places: collection(features.places),
      outlines: collection(features.outlines),
      'outline-names': collection(features.names),
      covered: collection([]),
    },
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': theme.sea } },
      ...areas(theme, parties),
      ...labels(theme).slice(0, 1),
      ...dots(theme),
      ...labels(theme).slice(1),
      covered(),
    ],
  };
}
