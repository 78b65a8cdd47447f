import { changedBetween, viewOf } from '../histories';
import { longOf } from '../days';
import type { Page } from '../page';
import { markOf } from '../symbology';
import type { Cell, Status } from '../types';
import { plural, stateLine } from '../words';
import { Dossier } from './Dossier';
import { MarkIcon } from './MarkIcon';

export function Panel({ page }: { page: Page }) {
  const place = page.index.value;
  return (
    <aside class="panel" aria-label={place === null ? 'Overview' : 'Dossier'}>
      {place === null ? <Overview page={page} /> : <Dossier page={page} place={place} key={place} />}
    </aside>
  );
}

const order: Status[] = ['held', 'leaning', 'contested', 'unknown'];

function Overview({ page }: { page: Page }) {
  const view = page.view.value;
  const { data } = page;
  const cells = view.cells.map((cell) => data.cells[cell] as Cell);
  if (data.places.length === 0) {
    return (
      <div class="overview">
        <Empty reports={data.reports.reduce((sum, [, count]) => sum + count, 0)} />
      </div>
    );
  }
  return (
    <div class="overview">
      <h2>{longOf(view.on)}</h2>
      <p class="quiet">Choose a place on the map, in the table or by name to see who says what of it.</p>
      <ul class="counts">
        {order.map((status) => (
          <li key={status}>
            <b>{cells.filter((cell) => cell[0] === status).length}</b> {status}
          </li>
        ))}
      </ul>
      <h3>Holders</h3>
      <Holders page={page} cells={cells} />
      <h3>Changed in the week before</h3>
      <Changes page={page} />
      <Absent page={page} />
      {data.meta.unplaced > 0 && (
        <p class="quiet unplaced">
          {plural(data.meta.unplaced, 'claim')} not on this page: the place could not be told, or no gazetteer knows it.
        </p>
      )}
    </div>
  );
}

/** What to do where nothing is shown. */
function Empty({ reports }: { reports: number }) {
  return (
    <>
      <h2>{reports === 0 ? 'Nothing is recorded yet' : 'Nothing to show yet'}</h2>
      {reports > 0 && <p>{plural(reports, 'report')} recorded. No event at a place that is known was read there.</p>}
      <ol class="steps">
        {reports > 0 && (
          <li>
            See what is read in a report, and what is not: <code>whoholds claims REPORT.txt</code>
          </li>
        )}
        <li>
          Record reports with their days: <code>whoholds add FOLDER --published 2021-08-09</code>
        </li>
        <li>
          Make this page again: <code>whoholds map -o map.html</code>
        </li>
      </ol>
    </>
  );
}

/** What is recorded and cannot be seen on the map: places without a position, reports before the first day. */
function Absent({ page }: { page: Page }) {
  const { places, outlines, reports, meta } = page.data;
  const drawn = new Set(outlines.map(({ place }) => place));
  const nowhere = places.filter(({ lat }, index) => lat === null && !drawn.has(index)).length;
  const early = reports.reduce((sum, [day, count]) => (day < meta.first ? sum + count : sum), 0);
  return (
    <>
      {nowhere > 0 && <p class="quiet">{plural(nowhere, 'place')} without a known position: in the table, not on the map.</p>}
      {early > 0 && (
        <p class="quiet">
          {plural(early, 'report')} published before {longOf(meta.first)}, the first day drawn here. Earlier days:{' '}
          <code>whoholds map --since DATE --until DATE</code>
        </p>
      )}
    </>
  );
}

function Holders({ page, cells }: { page: Page; cells: Cell[] }) {
  const settled = cells.filter((cell) => cell[0] === 'held' || cell[0] === 'leaning');
  const rows = page.data.parties
    .map((party, index) => ({ party, count: settled.filter((cell) => cell[1] === index).length }))
    .filter(({ count }) => count > 0);
  if (rows.length === 0) return <p class="quiet">No place is assessed as held on this day.</p>;
  return (
    <ul class="bars">
      {rows.map(({ party, count }) => (
        <li key={party.name}>
          <span>
            <bdi>{party.name}</bdi> <span class="quiet">{plural(count, 'place')}</span>
          </span>
          <span class="bar">
            <span style={{ width: `${(100 * count) / page.data.places.length}%`, background: party.colour }} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Changes({ page }: { page: Page }) {
  const { data, histories } = page;
  const view = page.view.value;
  const day = view.on - 7;
  const known = page.known.value === 'then' ? day : view.known;
  const changed = changedBetween(data, viewOf(data, histories, day, known), view);
  if (changed.length === 0) return <p class="quiet">No state changed.</p>;
  return (
    <ul class="changes">
      {changed.map(({ place, before, now }) => (
        <li key={place}>
          <button type="button" onClick={() => page.seek(place)}>
            <MarkIcon mark={markOf(data.cells[before] as Cell, data.parties)} />
            <span aria-hidden="true">→</span>
            <MarkIcon mark={markOf(data.cells[now] as Cell, data.parties)} />
            <span>
              <bdi>{data.places[place]?.name}</bdi>
              <small>{stateLine(data.cells[now] as Cell, data.parties, view.after)}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
