import { Filled, t } from '../messages';
import type { Page } from '../page';
import { Header } from './Header';
import { MapPane } from './MapPane';
import { Newer } from './Newer';
import { Panel } from './Panel';
import { TablePane } from './TablePane';
import { TimeBar } from './TimeBar';
import { TOOLS } from '../tools';

export function App({ page }: { page: Page }) {
  const fails = page.mapFails.value;
  const Dialog = TOOLS.find(({ name }) => name === page.dialog.value)?.Dialog;
  const table = page.pane.value === 'table' || fails !== null;
  return (
    <div class={page.data.places.length === 0 ? 'app empty' : 'app'}>
      <Header page={page} />
      <p class="banner">{page.data.meta.banner}</p>
      <main class="main">
        <div class="stage">
          {page.newer.value && <Newer />}
          {fails !== null && <p class="notice">{fails}</p>}
          {table ? <TablePane page={page} /> : <MapPane page={page} />}
        </div>
        <Panel page={page} />
      </main>
      <TimeBar page={page} />
      <Credits page={page} />
      {Dialog !== undefined && <Dialog page={page} close={() => (page.dialog.value = null)} />}
    </div>
  );
}

function Credits({ page }: { page: Page }) {
  const { generated_at, recorded, method, credits, version } = page.data.meta;
  const time = generated_at.slice(0, 16).replace('T', ' ');
  return (
    <footer class="credits">
      <span>
        <Filled sentence={t().app.made} given={{ time, version, ledger: recorded, method: <code>{method}</code> }} />
      </span>
      {credits.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </footer>
  );
}
