import { counted, numbered, t } from '../../messages';
import { toldPlaces } from '../../table';
import { tallyOf } from '../../tally';
import type { Page } from '../../page';
import type { Status } from '../../types';

const ORDER: Status[] = ['held', 'leaning', 'contested', 'unknown'];

/** How many places are in each state, and who holds how many. */
export function Counts({ page }: { page: Page }) {
  const { data } = page;
  const { statuses, holders } = tallyOf(data, page.view.value, page.selected.value ?? toldPlaces(data, page.view.value.known));
  return (
    <>
      <ul class="counts">
        {ORDER.map((status) => (
          <li key={status}>
            <b>{numbered(statuses[status])}</b> {t().marks[status].label}
          </li>
        ))}
      </ul>
      <h3>{t().overview.holders}</h3>
      {holders.every((count) => count === 0) && <p class="quiet">{page.selected.value === null ? t().overview.noHolder : t().overview.noHolderKept}</p>}
      <ul class="bars">
        {data.parties.map(({ name, colour }, party) => {
          const count = holders[party] ?? 0;
          if (count === 0) return null;
          return (
            <li key={name}>
              <span>
                <bdi>{name}</bdi> <span class="quiet">{counted(count, 'place')}</span>
              </span>
              <span class="bar">
                <span style={{ width: `${(100 * count) / data.places.length}%`, background: colour }} />
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
