import { fill, t } from '../messages';
import { longOf } from '../days';
import { bandsOf } from '../bands';
import type { Page } from '../page';
import { symbology } from '../symbology';
import type { PagePlace } from '../types';

/** The place's whole history, as known, with the shown day marked. */
export function HistoryStrip({ page, part }: { page: Page; part: PagePlace }) {
  const { first, last } = page.data.meta;
  const view = page.view.value;
  const span = last - first + 1;
  const bands = bandsOf(page.data, page.histories.at(part.place, view.moment), view.known);
  const told = bands.map(({ words, from }) => fill(t().history.band, { words, day: longOf(from) })).join('; ');
  const days = new Map<number, number>();
  for (const claim of part.claims) {
    if (claim.known <= view.known) {
      const day = claim.published ?? claim.known;
      days.set(day, (days.get(day) ?? 0) + 1);
    }
  }
  return (
    <figure class="strip" dir="ltr">
      <svg viewBox={`0 0 ${span} 20`} preserveAspectRatio="none" role="img" aria-label={fill(t().history.label, { bands: told || t().history.nothing })}>
        <rect class="blank" width={span} height="20" />
        {bands.map(({ from, to, mark, words }) => (
          <g key={from}>
            <title>{`${longOf(from)} – ${longOf(to)}: ${words}`}</title>
            {mark.status === 'leaning' ? (
              ['leaning under', 'leaning'].map((kind) => (
                <rect key={kind} class={kind} x={from - first + 0.08} y="1.2" width={to - from + 0.84} height="11.6" stroke={kind === 'leaning' ? mark.fill : undefined} />
              ))
            ) : (
              mark.status !== 'unknown' && (
                <rect x={from - first} width={to - from + 1} height="14" fill={mark.fill} class="solid" />
              )
            )}
            {mark.stripes !== null && <rect x={from - first} y="7" width={to - from + 1} height="7" fill={mark.stripes} />}
            {mark.status !== 'unknown' && <rect class="edge" x={from - first} width={to - from + 1} height="14" />}
            {mark.status === 'unknown' && <rect x={from - first} y="6.5" width={to - from + 1} height="1" fill={symbology.unknown} />}
          </g>
        ))}
        {[...days.keys()].map((day) => (
          <rect key={day} class="tick" x={day - first + 0.2} y="15.5" width="0.6" height="4.5" />
        ))}
        <rect class="cursor" x={view.on - first} width="1" height="20" />
      </svg>
      <figcaption class="ends">
        <bdi>{longOf(first)}</bdi>
        <bdi>{t().history.ticks}</bdi>
        <bdi>{longOf(last)}</bdi>
      </figcaption>
    </figure>
  );
}
