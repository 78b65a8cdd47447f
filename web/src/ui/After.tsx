import { longOf } from '../days';
import { fill, t } from '../messages';
import type { Page } from '../page';
import { afterWords } from '../words';

/** Stands where states would, or above projections, on a day after the day of knowledge, with the way to that day. */
export const After = ({ page, words = afterWords() }: { page: Page; words?: string }) => {
  const { known } = page.view.value;
  return (
    <div class="notice after" role="note">
      {words}{' '}
      <button type="button" onClick={() => page.go(known)}>
        {fill(t().state.afterGo, { day: longOf(known) })}
      </button>
    </div>
  );
};
