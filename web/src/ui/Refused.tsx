import { useEffect, useState } from 'preact/hooks';
import { fill, t } from '../messages';
import type { Page } from '../page';
import { saidIn } from '../permalink';
import { refusedOf } from '../refused';

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
  return (
    <p class="notice refused" role="status">
      <bdi>{fill(t().cite.refused, { parts: parts.join(t().list) })}</bdi>{' '}
      <button type="button" onClick={() => setParts([])}>
        {t().cite.dismiss}
      </button>
    </p>
  );
}
