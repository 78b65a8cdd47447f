import type { FunctionComponent } from 'preact';
import { longOf } from '../../days';
import { t } from '../../messages';
import type { Page } from '../../page';
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
  return (
    <div class="overview">
      <h2>{longOf(page.on.value)}</h2>
      <p class="quiet">{t().overview.choose}</p>
      {SECTIONS.map((Section, index) => (
        <Section key={index} page={page} />
      ))}
    </div>
  );
}
