import { t } from '../messages';
import { useEffect } from 'preact/hooks';
import { usualGroups, weekBefore } from '../compare';
import type { Compare } from '../compare';
import type { Page } from '../page';
import { CompareDays } from './CompareDays';
import { CompareGroups } from './CompareGroups';
import { SideTool } from './SideTool';

/** Two days, or groups of claimers, against each other. */
export function CompareTool({ page, close }: { page: Page; close: () => void }) {
  const words = t().analysis.compare;
  const compare = page.compare.value;
  useEffect(() => {
    if (page.compare.peek() === null) page.compare.value = weekBefore(page.on.peek(), page.known.peek(), page.data);
  }, []);
  const kind = (name: Compare['kind'], label: string, start: () => Compare) => (
    <button
      type="button"
      aria-pressed={compare?.kind === name}
      onClick={() => {
        if (compare?.kind !== name) page.compare.value = start();
      }}
    >
      {label}
    </button>
  );
  return (
    <SideTool page={page} name="compare" title={words.tool} close={close}>
      <div class="segmented" role="group" aria-label={words.what}>
        {kind('days', words.days, () => weekBefore(page.on.value, page.known.value, page.data))}
        {kind('groups', words.groups, () => usualGroups(page.data, page.knownDay.value))}
      </div>
      {compare?.kind === 'days' && <CompareDays page={page} a={compare.a} b={compare.b} />}
      {compare?.kind === 'groups' && <CompareGroups page={page} groups={compare.groups} />}
    </SideTool>
  );
}
