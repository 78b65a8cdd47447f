import { longOf } from '../days';
import { fill, t } from '../messages';
import type { Page } from '../page';
import { projectedWords } from '../words';

/** Stands above projections, on a day after the day of knowledge, with the way to that day. */
export const After = ({ page }: { page: Page }) => {
  const view = page.view.value;
  return (
    <div class="notice after" role="note">
      {projectedWords(view, page.data)}{' '}
      <button type="button" onClick={() => page.go(view.known)}>
        {fill(t().state.afterGo, { day: longOf(view.known) })}
      </button>
    </div>
  );
};
