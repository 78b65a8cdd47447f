import { longOf } from '../days';
import { Filled, fill, language, t } from '../messages';
import type { Page } from '../page';
import { FilterChip } from './FilterChip';
import { Header } from './Header';
import { MapPane } from './MapPane';
import { Newer } from './Newer';
import { Panel } from './Panel';
import { Pending } from './Pending';
import { Refused } from './Refused';
import { TablePane } from './TablePane';
import { TimeBar } from './TimeBar';
import { filterWords } from '../take/told';
import { Recorded } from '../recorded';
import { toolsOf } from '../tools';
import { bannerWords, creditWords } from '../words';
import { Writing } from './writing/Writing';

export function App({ page }: { page: Page }) {
  const fails = page.mapFails.value;
  const open = page.dialog.value;
  const Dialog = toolsOf(page).find(({ name }) => name === open)?.Dialog;
  const Side = toolsOf(page).find(({ name }) => name === page.side.value)?.Dialog;
  const isEmpty = page.data.places.length === 0 && page.data.reports.length === 0; // there is no day to show
  const table = page.pane.value === 'table' || fails !== null;
  return (
    <div class={page.data.places.length === 0 ? 'app empty' : 'app'}>
      <Skip time={!isEmpty} />
      <Header page={page} />
      <Banner words={page.data.meta.banner} some={someWords(page)} />
      <div class={Side === undefined ? 'main' : 'main sided'}>
        {Side !== undefined && <Side page={page} close={() => (page.side.value = null)} key={page.side.value} />}
        <main class="stage">
          {page.newer.value && <Newer />}
          <Pending page={page} />
          <FilterChip page={page} />
          <Refused page={page} />
          {fails !== null && <p class="notice">{t().map[fails]}</p>}
          {table ? <TablePane page={page} /> : <MapPane page={page} tools key={language.value} />}
          {page.host.desk !== undefined && <Writing page={page} desk={page.host.desk} />}
        </main>
        <Panel page={page} />
      </div>
      {!isEmpty && <TimeBar page={page} />}
      <Credits page={page} />
      {Dialog !== undefined && <Dialog page={page} key={open} close={() => page.dialog.value === open && (page.dialog.value = null)} />}
    </div>
  );
}

/** Over what stands before it on the page, for those who go by the keyboard. */
function Skip({ time }: { time: boolean }) {
  const to = (id: string, words: string) => (
    <a
      class="skip"
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(id)?.focus();
      }}
    >
      {words}
    </a>
  );
  return (
    <>
      {to('panel', t().app.skip)}
      {time && to('day', t().app.skipTime)}
    </>
  );
}

/** Which claims stand on a page that leaves some out, and by when they had been published: one that is served says that
 * beside its clocks. */
function someWords({ data, host }: Page): string {
  const { filters, known } = data.meta;
  const published = known === undefined || host.served !== undefined ? '' : fill(t().app.published, { day: longOf(known) });
  return [filterWords(data, filters ?? {}), published].filter((one) => one !== '').join(' ');
}

/** What is said of the whole page, in the language of the page where it is what is always said; which claims stand on it. */
function Banner({ words, some }: { words: string; some: string }) {
  return (
    <section class="banner" aria-label={t().app.bannerLabel}>
      <p dir="auto">{bannerWords(words)}</p>
      {some !== '' && <p class="some">{some}</p>}
    </section>
  );
}

function Credits({ page }: { page: Page }) {
  const { generated_at, recorded, method, credits, version } = page.data.meta;
  const time = generated_at.slice(0, 16).replace('T', ' ');
  return (
    <footer class="credits" tabIndex={0}>
      <span>
        <Filled sentence={t().app.made} given={{ time: <bdi dir="ltr">{time}</bdi>, version, ledger: `${recorded}`, method: <code dir="ltr">{method}</code> }} />
      </span>
      {credits.map((line) => (
        <Credit key={line} line={line} />
      ))}
    </footer>
  );
}

/** Words of the page, or what was recorded for this one alone. */
function Credit({ line }: { line: string }) {
  const words = creditWords(line);
  return words === line ? <Recorded words={line} /> : <span>{words}</span>;
}
