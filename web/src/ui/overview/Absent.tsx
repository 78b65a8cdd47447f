import { Command } from '../Command';
import { Filled, counted, fill, t } from '../../messages';
import { longOf } from '../../days';
import type { Page } from '../../page';

/** What is recorded and cannot be seen on the map: places without a position, reports before the first day. */
export function Absent({ page }: { page: Page }) {
  const { places, reports, meta } = page.data;
  const selected = page.selected.value;
  const nowhere = places.filter(({ lat }, index) => lat === null && !page.outlined.has(index) && (selected === null || selected[index] === 1)).length;
  const early = reports.reduce((sum, [day, count]) => (day < meta.first ? sum + count : sum), 0);
  return (
    <>
      {nowhere > 0 && <p class="quiet">{fill(t().absent.nowhere, { places: counted(nowhere, 'place') })}</p>}
      {early > 0 && (
        <p class="quiet">
          <Filled
            sentence={t().absent.early}
            given={{
              reports: counted(early, 'report'),
              day: longOf(meta.first),
              command: <Command words="whoholds map --since DATE --until DATE" />,
            }}
          />
        </p>
      )}
      {meta.unplaced > 0 && (
        <p class="quiet unplaced">
          {fill(t().absent.unplaced, { claims: counted(meta.unplaced, 'claim') })}
        </p>
      )}
    </>
  );
}
