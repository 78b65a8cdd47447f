// Which judgements are in force: each claim has a pile of them, from which undo takes the uppermost.
import type { Judged } from './desk';

export interface Standing {
  row: Judged;
  state: 'in force' | 'taken back' | null; // null: an undo, which is neither
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
    const uppermost = pile.at(-1);
    if (uppermost !== undefined) uppermost.undoable = true;
  }
  return every;
}
