import { Filled, fill, leftward, t } from '../messages';
import { longOf, momentOf } from '../days';
import { lastKnown } from '../known';
import type { Page } from '../page';
import { lastReport } from '../since';

/** Both clocks, always, and the moment to which the address pins what is known; spoken when they rest. */
export function Chip({ page }: { page: Page }) {
  const on = page.on.value;
  const known = page.known.value;
  const last = lastKnown(page.data.meta);
  const moment = momentOf(page.host.pins?.as_of);
  const { chip, chipThen, chipAll, chipFixed } = t().time;
  const words =
    known === 'all'
      ? fill(chipAll, { day: longOf(lastReport(page.data, last) ?? last) })
      : known === 'then' && page.knownDay.value === on
        ? chipThen
        : fill(chipFixed, { day: longOf(page.knownDay.value) });
  return (
    <p class="chip" role="status" aria-live={page.playing.value ? 'off' : 'polite'}>
      <Filled sentence={chip} given={{ on: <b>{longOf(on)}</b>, known: words }} />
      {page.view.value.after && !page.view.value.ahead && ` · ${t().state.projection}`}
      {moment !== null && ` · ${fill(t().time.moment, { moment: leftward(moment) })}`}
    </p>
  );
}
