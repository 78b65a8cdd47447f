import { Command } from '../Command';
import { Filled, counted, t } from '../../messages';
import { isoOf, longOf } from '../../days';
import { earlierOf } from '../../earlier';
import type { Page } from '../../page';

/** Reports before the first day, and the way to their days: a link where a server gives the page, else a command. */
export function Earlier({ page }: { page: Page }) {
  const { host, data } = page;
  const found = earlierOf(data);
  if (found === null) return null;
  const [since, until] = [isoOf(found.since), isoOf(found.until)];
  const { as_of, recorded } = host.pins ?? {};
  const pins = { ...(as_of === undefined ? {} : { as_of }), ...(recorded === undefined ? {} : { recorded }) };
  const way =
    host.served === undefined ? (
      <Command words={`whoholds map --since ${since} --until ${until}`} />
    ) : (
      <a href={`?${new URLSearchParams({ since, until, ...pins }).toString()}`}>{`${longOf(found.since)} – ${longOf(found.until)}`}</a>
    );
  return (
    <p class="quiet">
      <Filled sentence={t().absent.early} given={{ reports: counted(found.reports, 'report'), day: longOf(data.meta.first), command: way }} />
    </p>
  );
}
