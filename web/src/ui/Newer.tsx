import { t } from '../messages';

/** Offers to show the record as it is since, whether by reports or by judgements; the address keeps what is looked at. */
export function Newer() {
  return (
    <p class="notice newer" role="status">
      {t().app.newer}{' '}
      <button type="button" onClick={() => location.reload()}>
        {t().app.showNewer}
      </button>
    </p>
  );
}
