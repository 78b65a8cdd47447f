import { t } from '../../messages';
import type { Page } from '../../page';
import type { ClaimRow } from '../../types';
import type { Verdict } from '../../writing/desk';
import { judgingOf } from '../../writing/judging';

/** The verdicts that can be given on a claim, where the server takes any. */
export function JudgeButtons({ page, claim }: { page: Page; claim: ClaimRow }) {
  const desk = page.host.desk;
  if (desk === undefined || desk.writing.value !== true) return null;
  const words = t().writing.judge;
  const open = (verdict: Verdict): void => {
    desk.judging.value = judgingOf(page.data, claim, verdict);
    page.dialog.value = 'verdict';
  };
  const verdicts: Verdict[] = ['accept', 'reject', 'amend', ...(claim.judged === undefined ? [] : (['undo'] as const))];
  return (
    <div class="verdicts" role="group" aria-label={words.group}>
      {verdicts.map((verdict) => (
        <button type="button" key={verdict} onClick={() => open(verdict)}>
          {words[verdict]}…
        </button>
      ))}
    </div>
  );
}
