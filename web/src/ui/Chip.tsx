import { longOf } from '../days';
import type { Page } from '../page';

/** Both clocks, always; spoken when they rest. */
export function Chip({ page }: { page: Page }) {
  const on = page.on.value;
  const known = page.known.value;
  const { last } = page.data.meta;
  const words =
    known === 'then' ? 'as known that day' : known === 'all' ? `as known in all reports to ${longOf(last)}` : `as known on ${longOf(known)}`;
  return (
    <p class="chip" role="status" aria-live={page.playing.value ? 'off' : 'polite'}>
      True on <b>{longOf(on)}</b>, {words}
    </p>
  );
}
