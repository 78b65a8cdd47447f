import type { FunctionComponent } from 'preact';
import { longOf } from '../../days';
import { lastEvidence, lastReport } from '../../evidence';
import { fill, t } from '../../messages';
import type { Page } from '../../page';
import { After } from '../After';
import { Absent } from './Absent';
import { Changes } from './Changes';
import { Counts } from './Counts';
import { Empty } from './Empty';

/** The sections of the overview, in their order. */
const SECTIONS: FunctionComponent<{ page: Page }>[] = [Counts, Changes, Absent];

export function Overview({ page }: { page: Page }) {
  const { places, reports } = page.data;
  if (places.length === 0) {
    return (
      <div class="overview">
        <Empty page={page} reports={reports.reduce((sum, [, count]) => sum + count, 0)} />
      </div>
    );
  }
  const { after } = page.view.value;
  const empty = page.selected.value?.includes(1) === false;
  return (
    <div class="overview">
      <h2>{longOf(page.on.value)}</h2>
      <Opened page={page} />
      <p class="quiet">{t().overview.choose}</p>
      {after && <After page={page} />}
      {empty && <p class="flag">{t().overview.nothingKept}</p>}
      {!empty && SECTIONS.map((Section, index) => <Section key={index} page={page} />)}
    </div>
  );
}

/** Why the page opens on a day before that of the last report. */
function Opened({ page }: { page: Page }) {
  const last = lastReport(page.data);
  if (last === null || page.on.value >= last || page.on.value !== lastEvidence(page.data)) return null;
  return <p class="quiet opened">{fill(t().overview.opened, { day: longOf(last) })}</p>;
}
