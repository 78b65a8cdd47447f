// Which judgement of a claim is in force: each has a pile of them, of which the uppermost counts and undo takes it away.
import type { Judged } from './desk';

export interface Standing {
  row: Judged;
  state: 'in force' | 'replaced' | 'taken back' | null; // null: an undo or an older reset, which is none of them
  undoable: boolean; // the uppermost of its claim
}

/** Every judgement with what became of it, in the order given (oldest first). */
export function standing(rows: readonly Judged[]): Standing[] {
  const piles = new Map<string, Standing[]>();
  const every = rows.map((row): Standing => {
    const pile = piles.get(row.claim) ?? [];
    piles.set(row.claim, pile);
    if (row.verdict === 'undo') {
      const taken = pile.pop();
      if (taken !== undefined) taken.state = 'taken back';
      return { row, state: null, undoable: false };
    }
    const one: Standing = { row, state: 'in force', undoable: false };
    pile.push(one);
    return one;
  });
  for (const pile of piles.values()) {
    const reset = pile.findLastIndex(({ row }) => row.verdict === 'reset');
    for (const [index, one] of pile.entries()) if (index < reset) one.state = 'taken back';
    for (const [index, one] of pile.entries()) {
      if (index >= reset && index < pile.length - 1) one.state = one.row.verdict === 'reset' ? null : 'replaced';
    }
    const uppermost = pile.at(-1);
    if (uppermost !== undefined) uppermost.undoable = true;
  }
  return every;
}

/** The judgement of a claim that is in force; null where none is. */
export const inForce = (rows: readonly Judged[], claim: string): Judged | null =>
  standing(rows.filter((row) => row.claim === claim)).find(({ undoable }) => undoable)?.row ?? null;
