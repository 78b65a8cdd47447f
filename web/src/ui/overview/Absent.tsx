import { counted, fill, t } from '../../messages';
import type { Page } from '../../page';
import { Earlier } from './Earlier';

/** What is recorded and cannot be seen on the map: places without a position, reports before the first day. */
export function Absent({ page }: { page: Page }) {
  const { places, meta } = page.data;
  const selected = page.selected.value;
  const nowhere = places.filter(({ lat }, index) => lat === null && !page.outlined.has(index) && (selected === null || selected[index] === 1)).length;
  return (
    <>
      {nowhere > 0 && <p class="quiet">{fill(t().absent.nowhere, { places: counted(nowhere, 'place') })}</p>}
      <Earlier page={page} />
      {meta.unplaced > 0 && (
        <p class="quiet unplaced">
          {fill(t().absent.unplaced, { claims: counted(meta.unplaced, 'claim') })}
        </p>
      )}
    </>
  );
}
