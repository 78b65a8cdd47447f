import { describe, expect, it } from 'vitest';
import { Histories, viewOf } from '../src/histories';
import { jsonInScript } from '../src/take/file';
import { wantedData } from '../src/take/part';
import type { Data } from '../src/take/part';
import type { Query } from '../src/take/asked';
import type { PageFrame, PagePlace } from '../src/types';
import { DAY, claim, noFacets, pageFrame, pagePlace } from './data';

const FRAME: PageFrame = pageFrame({
  facets: {
    ...noFacets(),
    ...{ place: [1, 0, 0], known: [DAY + 4, DAY + 3, DAY + 1], day: [DAY, DAY, DAY], back: [-1, DAY + 9, -1] },
    ...{ published: [-1, -1, -1], party: [-1, -1, -1], change: [0, 0, 0], voice: [0, 0, 0], origin: [0, 1, 2], printed: [0, 1, 2] },
    outlet: { values: ['Late', 'Post', 'Wire'], at: [0, 1, 2] },
  },
  outlines: [{ name: 'North', country: 'X', place: 1, rings: [] }],
  reports: [[DAY + 1, 2], [DAY + 4, 1]],
});
const PARTS: PagePlace[] = [
  pagePlace({
    claims: [claim({ id: 'p', known: DAY + 3, retracted: { known: DAY + 9 } }), claim({ id: 'w', known: DAY + 1 })],
    labels: ['late', 'prior'],
    explanations: [
      { place: 0, on: DAY, as_of: DAY + 4, explains: 'Blue', terms: [[0, 1, null]] },
      { place: 0, on: DAY, as_of: DAY + 1, explains: 'Blue', terms: [[1, 1, null]] },
    ],
    again: [[1, DAY + 2, DAY + 3, 0, 0], [0, DAY + 2, DAY + 4, 0, 0]],
    tolls: [{ kind: 'killed', who: null, event: 'clash', told: [{ claim: 'p', low: 1, best: 1, high: 1, text: 'one' }] }],
  }),
  pagePlace({ place: 1, id: 'gn:2', claims: [claim({ id: 'l', place: 1, known: DAY + 4 })] }),
];

const of = (filters: Query, known = DAY + 3): Data =>
  wantedData(FRAME, { on: DAY + 3, known, recorded: 3, method: 'm', filters }, (place) => PARTS[place] as PagePlace);

describe('the page as a file', () => {
  it('is the whole one where nothing is filtered and all is known', () => {
    const { frame, parts } = of({}, FRAME.meta.last);
    expect(frame).toEqual({ ...FRAME, meta: { ...FRAME.meta, opens: DAY + 3 } });
    expect(parts).toEqual(PARTS);
  });

  it('holds nothing that was not known by then', () => {
    const { frame, parts } = of({});
    expect(frame.meta).toMatchObject({ known: DAY + 3, opens: DAY + 3, last: DAY + 9, data_sha256: '' });
    expect([frame.moments, frame.changes.length, frame.reports]).toEqual([[DAY + 1], 1, [[DAY + 1, 2]]]);
    expect(frame.facets.outlet).toEqual({ values: ['Post', 'Wire'], at: [0, 1] });
    expect(frame.facets.back).toEqual([-1, -1]);
    expect(parts.map(({ claims }) => claims.map(({ id, retracted }) => [id, retracted]))).toEqual([[['p', undefined], ['w', undefined]]]);
    expect(parts[0]?.labels).toEqual(['prior']);
    expect(parts[0]?.explanations.map(({ terms }) => terms)).toEqual([[[0, 1, null]]]);
    expect(parts[0]?.again).toEqual([[0, DAY + 2, DAY + 3, 0, 0]]);
  });

  it('holds the claims that filters keep, and the places that they are about', () => {
    const { frame, parts } = of({ outlet: 'Late' }, DAY + 4);
    expect(frame.places.map(({ id }) => id)).toEqual(['gn:2']);
    expect(frame.facets.place).toEqual([0]);
    expect(frame.outlines[0]?.place).toBe(0);
    expect(frame.changes).toEqual([[[0, 0, DAY, 3]], []]);
    expect(frame.meta.filters).toEqual({ outlet: 'Late' });
    expect(parts.map(({ place, claims }) => [place, claims.map((one) => [one.id, one.place])])).toEqual([[0, [['l', 0]]]]);
    const view = viewOf(frame, new Histories(frame), DAY + 3, DAY + 4);
    expect(frame.cells[view.cells[0] ?? 0]?.[0]).toBe('leaning');
    expect(of({ outlet: 'Wire' }).parts[0]).toMatchObject({ tolls: [], left_out: 1 });
  });
});

it('closes no element', () => {
  expect(jsonInScript({ a: '</script>&\u2028' })).toBe('{"a":"\\u003c/script\\u003e\\u0026\\u2028"}');
});
