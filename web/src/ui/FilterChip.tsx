import { direction, t } from '../messages';
import { filteredWords } from '../filtered';
import type { Page } from '../page';

/** Says that not all claims are shown, wherever one is in the page. */
export function FilterChip({ page }: { page: Page }) {
  if (page.kept.value === null) return null;
  return (
    <p class="filtered">
      <span role="status">
        <bdi dir={direction()}>{filteredWords(page)}</bdi>
      </span>
      <button type="button" onClick={() => (page.filter.value = {})}>
        {t().analysis.filters.clear}
      </button>
    </p>
  );
}
