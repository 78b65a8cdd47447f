import { useEffect, useState } from 'preact/hooks';
import { longOf } from '../days';
import { direction, fill, leftward, t } from '../messages';
import type { Page } from '../page';
import { saidIn } from '../permalink';
import { movedOf, refusedOf } from '../refused';

/** Says what of a link was left out because it does not fit. */
export function Refused({ page }: { page: Page }) {
  const [parts, setParts] = useState<string[]>(() => refusedOf(saidIn(location, page.host.pins), page.data));
  useEffect(() => {
    const look = (event: HashChangeEvent): void => {
      const left = refusedOf(new URL(event.newURL).hash, page.data);
      if (left.length > 0) setParts(left);
    };
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [page]);
  if (parts.length === 0) return null;
  const moved = parts.map((part) => movedOf(part, page.data)).filter((one) => one !== null);
  const left = parts.filter((part) => movedOf(part, page.data) === null);
  const first = longOf(page.data.meta.first);
  return (
    <p class="notice refused" role="status">
      {moved.map(({ part, last, shown }) => (
        <span key={part}>
          <bdi dir={direction()}>{fill(t().cite.moved, { part: leftward(part), first, last: longOf(last), shown: longOf(shown) })}</bdi>{' '}
        </span>
      ))}
      {left.length > 0 && <bdi>{fill(t().cite.refused, { parts: left.join(t().list) })}</bdi>}{' '}
      <button type="button" onClick={() => setParts([])}>
        {t().cite.dismiss}
      </button>
    </p>
  );
}
