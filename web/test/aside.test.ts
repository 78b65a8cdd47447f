import { describe, expect, it } from 'vitest';
import { asidesOf, laterWords, setAside, takenBack } from '../src/aside';
import { positionsOf } from '../src/positions';
import { DAY, claim, pagePlace } from './data';

const back = claim({ retracted: { known: DAY + 6, published: DAY + 6, report: 'A correction', quote: 'We were wrong.' } });
const rejected = claim({ judged: 'reject', judgement: { verdict: 'reject', reason: 'a copy', at: DAY + 5 } });

describe('a claim that was taken back', () => {
  it('stands until that is known', () => {
    expect(takenBack(back, DAY + 5)).toBe(false);
    expect(asidesOf(back, DAY + 5)).toEqual([]);
    expect(positionsOf(pagePlace({ claims: [back] }), DAY + 4, DAY + 5).positions).toHaveLength(1);
  });

  it('says so then, in the words of its outlet, and is no position', () => {
    expect(asidesOf(back, DAY + 6)).toEqual([
      { head: 'Retracted by its outlet on 7 August 2021: A correction', kind: 'quote', words: 'We were wrong.', against: true },
    ]);
    expect(positionsOf(pagePlace({ claims: [back] }), DAY + 4, DAY + 6).positions).toEqual([]);
  });
});

describe('a claim that was judged', () => {
  it('tells once what is title and words of what took it back', () => {
    const [aside] = asidesOf(claim({ retracted: { known: DAY + 6, report: 'It has not fallen', quote: 'It has not fallen' } }), DAY + 9);
    expect(aside).toMatchObject({ head: 'Retracted by its outlet on 7 August 2021', words: 'It has not fallen' });
  });

  it('gives the reason, and tells hindsight', () => {
    expect(asidesOf(rejected, DAY + 9)[0]).toEqual({ head: 'Rejected by judgement', kind: 'reason', words: 'a copy', against: true });
    expect(asidesOf(rejected, DAY + 4)[0]?.head).toBe('Rejected by judgement, in hindsight, on 6 August 2021');
    expect(setAside(rejected, DAY)).toBe(true);
  });

  it('counts where it was accepted', () => {
    const accepted = claim({ judged: 'accept', judgement: { verdict: 'accept', reason: 'seen', at: DAY } });
    expect(setAside(accepted, DAY + 9)).toBe(false);
    expect(asidesOf(accepted, DAY + 9)[0]).toMatchObject({ head: 'Accepted by judgement', against: false });
  });
});

it.each([
  [DAY, 'published 3 days later'],
  [DAY + 2, 'published 1 day later'],
  [DAY + 3, null],
  [DAY + 4, null],
])('hindsight on day %i: %s', (on, words) => {
  expect(laterWords(claim(), on)).toBe(words);
});
