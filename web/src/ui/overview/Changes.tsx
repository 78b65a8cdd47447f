import { counted, t } from '../../messages';
import { useState } from 'preact/hooks';
import { changedBetween, viewOf } from '../../histories';
import type { Changed } from '../../histories';
import type { Page } from '../../page';
import { markOf } from '../../symbology';
import type { Cell } from '../../types';
import { stateLine } from '../../words';
import { MarkIcon } from '../MarkIcon';

const FEW = 12; // changes shown at once, of the most populous places

/** What changed in the week before the day shown. */
export function Changes({ page }: { page: Page }) {
  const { data, histories } = page;
  const [most, setMost] = useState(FEW);
  const view = page.view.value;
  if (view.ahead) return null;
  const day = view.on - 7;
  const known = page.known.value === 'then' ? day : view.known;
  const selected = page.selected.value;
  const changed = changedBetween(data, viewOf(data, histories, day, known), view).filter(
    ({ place }) => selected === null || selected[place] === 1,
  );
  const rest = changed.length - most;
  return (
    <>
      <h3>{t().overview.changed}</h3>
      {changed.length === 0 && <p class="quiet">{selected === null ? t().overview.unchanged : t().overview.unchangedKept}</p>}
      <ul class="changes">
        {changed.slice(0, most).map((change) => (
          <Line key={change.place} page={page} change={change} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" onClick={() => setMost(most + 100)}>
          {counted(rest, 'morePlaces')}
        </button>
      )}
    </>
  );
}

function Line({ page, change }: { page: Page; change: Changed }) {
  const { data } = page;
  const { place, before, now } = change;
  const [was, is] = [data.cells[before] as Cell, data.cells[now] as Cell];
  return (
    <li>
      <button type="button" data-opener={`change-${place}`} onClick={() => page.seek(place)}>
        <MarkIcon mark={markOf(was, data.parties)} />
        <span aria-hidden="true">→</span>
        <MarkIcon mark={markOf(is, data.parties)} />
        <span>
          <bdi>{data.places[place]?.name}</bdi>
          <small>{stateLine(is, data.parties, page.view.value.after)}</small>
        </span>
      </button>
    </li>
  );
}
