import { longOf } from '../days';
import { fill, t } from '../messages';
import type { Page } from '../page';
import { projectedWords } from '../words';

/** Stands above projections, on a day after the day of knowledge, with the way to that day. */
export const After = ({ page }: { page: Page }) => {
  const { known } = page.view.value;
  return (
    <div class="notice after" role="note">
      {projectedWords(known)}{' '}
      <button type="button" onClick={() => page.go(known)}>
        {fill(t().state.afterGo, { day: longOf(known) })}
      </button>
    </div>
  );
};
