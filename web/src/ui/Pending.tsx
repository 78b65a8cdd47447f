import { longOf } from '../days';
import { fill, t } from '../messages';
import type { Page } from '../page';

/** Says that earlier states of knowledge are still being made, and as known when everything is shown until then. */
export function Pending({ page }: { page: Page }) {
  const from = page.data.meta.knows_from;
  if (page.whole.value === null || from === undefined) return null;
  const failed = page.whole.value === 'failed';
  return (
    <p class="notice pending" role="status">
      {fill(failed ? t().app.wholeFailed : t().app.making, { day: longOf(from) })}{' '}
      {failed && (
        <button type="button" onClick={() => (page.whole.value = 'making')}>
          {t().app.again}
        </button>
      )}
    </p>
  );
}
