import { expect, it } from 'vitest';
import { Histories, viewOf } from '../src/histories';
import { tallyOf } from '../src/tally';
import { ticksOf } from '../src/ticks';
import { DAY, pageFrame } from './data';

it('counts states and who holds, none of a contested place', () => {
  const data = pageFrame();
  const histories = new Histories(data);
  expect(tallyOf(data, viewOf(data, histories, DAY + 1, DAY + 9))).toEqual({
    statuses: { held: 1, leaning: 1, contested: 0, unknown: 0 },
    holders: [1, 1],
  });
  expect(tallyOf(data, viewOf(data, histories, DAY + 2, DAY + 2)).holders).toEqual([0, 1]);
});

it('draws a tick for each day with reports, none before the first', () => {
  const { path, counts } = ticksOf(pageFrame({ reports: [[DAY - 3, 9], [DAY + 1, 2], [DAY + 4, 1]] }));
  expect(path.match(/M/g)).toHaveLength(2);
  expect(counts.get(DAY - 3)).toBe(9);
});
