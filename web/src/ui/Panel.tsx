import { t } from '../messages';
import type { Page } from '../page';
import { Dossier } from './Dossier';
import { Overview } from './overview/Overview';

export function Panel({ page }: { page: Page }) {
  const place = page.index.value;
  return (
    <aside class="panel" id="panel" tabIndex={-1} aria-label={place === null ? t().overview.title : t().dossier.title}>
      {place === null ? <Overview page={page} /> : <Dossier page={page} place={place} key={place} />}
    </aside>
  );
}
