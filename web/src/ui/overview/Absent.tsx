import { longOf } from '../../days';
import type { Page } from '../../page';
import { plural } from '../../words';

/** What is recorded and cannot be seen on the map: places without a position, reports before the first day. */
export function Absent({ page }: { page: Page }) {
  const { places, reports, meta } = page.data;
  const nowhere = places.filter(({ lat }, index) => lat === null && !page.outlined.has(index)).length;
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
      {meta.unplaced > 0 && (
        <p class="quiet unplaced">
          {plural(meta.unplaced, 'claim')} not on this page: the place could not be told, or no gazetteer knows it.
        </p>
      )}
    </>
  );
}
