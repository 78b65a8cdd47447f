import { expect, it } from 'vitest';
import { earlierOf } from '../src/earlier';
import { DAY, pageFrame } from './data';

const { meta } = pageFrame();
const of = (...reports: [number, number][]) => earlierOf({ meta: { ...meta, first: DAY }, reports });

it('leads to the last days before the first one that have reports', () => {
  expect(of([DAY, 3])).toBeNull();
  expect(of([DAY - 2000, 1], [DAY - 1800, 2], [DAY, 3])).toEqual({ reports: 3, since: DAY - 2000, until: DAY - 1770 });
  expect(of([DAY - 4000, 1], [DAY - 3, 2])).toEqual({ reports: 3, since: DAY - 1001, until: DAY - 1 });
});
