import { permalinkOf } from '../citation';
import { cellAt } from '../histories';
import { Filled, t } from '../messages';
import type { Page } from '../page';
import { bannerWords, creditWords, stateLine, titleWords } from '../words';
import { After } from './After';
import { Chip } from './Chip';
import { MapPane } from './MapPane';
import { Newer } from './Newer';
import { Pending } from './Pending';
import { TablePane } from './TablePane';

/** The reduced page that stands in others: the map, both clocks, the banner, and the way to the whole page. */
export function Embedded({ page }: { page: Page }) {
  const fails = page.mapFails.value !== null;
  return (
    <div class="app embedded">
      <header class="header">
        <h1>
          <bdi>{titleWords(page.data.meta.title)}</bdi>
        </h1>
        <Chip page={page} />
      </header>
      <p class="banner" dir="auto">{bannerWords(page.data.meta.banner)}</p>
      <main class="stage">
        {page.newer.value && <Newer />}
        <Pending page={page} />
        {page.view.value.after && !fails && <After page={page} />}
        {fails ? <TablePane page={page} /> : <MapPane page={page} legendFrom={960} />}
      </main>
      <footer class="credits">
        <Chosen page={page} />
        <span>{page.data.meta.credits.map(creditWords).join(' ')}</span>
        <a class="full" href={linkOf(page)} target="_blank" rel="noopener">
          {t().embed.full}
        </a>
      </footer>
    </div>
  );
}

const linkOf = (page: Page): string => permalinkOf(page, location);

/** The place that was clicked, with its state; why it is so stands in the whole page. */
function Chosen({ page }: { page: Page }) {
  const place = page.index.value;
  const view = page.view.value;
  if (place === null) return null;
  const state = stateLine(cellAt(page.data, view, place), page.data.parties, view.after);
  return (
    <p class="chosen-place" role="status">
      <Filled sentence={t().cite.what} given={{ place: <b><bdi>{page.data.places[place]?.name}</bdi></b>, state }} />{' '}
      <a href={linkOf(page)} target="_blank" rel="noopener">
        {t().embed.dossier}
      </a>
    </p>
  );
}
