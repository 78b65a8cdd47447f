// A small page to test with: two parties, two places, two moments of knowledge.
import { SCHEMA } from '../src/types';
import type { Host } from '../src/host';
import type { ClaimRow, Column, Facets, PageFrame, PagePlace } from '../src/types';

export const DAY = 18840; // 1 August 2021

export function claim(given: Partial<ClaimRow> = {}): ClaimRow {
  return {
    id: 'c1',
    place: 0,
    type: 'capture',
    label: 'captured',
    quote: 'The town fell.',
    factuality: 'certain',
    precision: 'exact',
    known: DAY + 3,
    published: DAY + 3,
    end: DAY + 3,
    origin: 'one',
    printed: 0,
    says: { act: 'holds', party: 0, change: true },
    ...given,
  };
}

const empty = (): Column => ({ values: [], at: [] });

export const noFacets = (): Facets => ({
  ...{ place: [], known: [], published: [], day: [], back: [], party: [], change: [], voice: [], origin: [], printed: [] },
  ...{ act: empty(), actor: empty(), recipient: empty(), claimer: empty(), side: empty(), outlet: empty() },
  ...{ type: empty(), factuality: empty(), precision: empty(), judged: empty() },
});

export function pagePlace(given: Partial<PagePlace> = {}): PagePlace {
  return {
    ...{ schema: SCHEMA, recorded: 3, method: 'm', place: 0, id: 'gn:1' },
    ...{ claims: [], silences: [], labels: ['prior', 'a resident'], explanations: [], again: [], profile: null, tolls: [], left_out: 0 },
    ...given,
  };
}

export const host = (given: Partial<Host> = {}): Host => ({
  frame: pageFrame(),
  part: (place) => pagePlace({ place }),
  workerUrl: () => '',
  notices: () => '',
  offers: () => [],
  ...given,
});

export function pageFrame(given: Partial<PageFrame> = {}): PageFrame {
  return {
    schema: SCHEMA,
    meta: {
      title: 'Test',
      generated_at: '2021-09-01T00:00:00+00:00',
      first: DAY,
      last: DAY + 9,
      opens: DAY + 4,
      recorded: 3,
      method: 'm',
      banner: 'b',
      credits: [],
      version: '0',
      unplaced: 0,
      colour_findings: [],
      data_sha256: 'ab12'.repeat(16),
    },
    parties: [
      { name: 'Blue', colour: '#332288' },
      { name: 'Rose', colour: '#CC6677' },
    ],
    places: [
      { id: 'gn:1', name: 'Aïn', lat: 1, lon: 2, kind: 'settlement', province: 'North', country: 'X', population: 1000 },
      { id: 'gn:2', name: 'Bir', lat: null, lon: null, kind: 'settlement', province: null, country: null, population: 0 },
    ],
    cells: [
      ['unknown', null, null, 0, 'none', 0, null, []],
      ['held', 0, null, 0.96, null, 0, null, []],
      ['contested', 0, 1, 0.6, null, 1, 1, [1]],
      ['leaning', 1, 0, 0.7, null, 0, null, []],
    ],
    moments: [DAY + 1, DAY + 4],
    changes: [
      [
        [0, 0, DAY, 1, DAY + 2, 2],
        [1, 0, DAY, 3],
      ],
      [[0, 1, DAY + 3, 3]],
    ],
    reports: [[DAY + 1, 2]],
    facets: noFacets(),
    outlines: [],
    ...given,
  };
}
