import { direction, fill, named, numbered, t } from '../messages';
import { useEffect, useRef } from 'preact/hooks';
import { LEGEND_FROM, listed } from '../legend';
import type { Page } from '../page';
import { symbology } from '../symbology';
import { statusWords } from '../table';
import { partyWords } from '../words';
import type { Mark, MarkName } from '../symbology';
import type { Party } from '../types';
import { MarkIcon } from './MarkIcon';

const neutral = 'var(--neutral)';
const plain: Mark = { status: 'held', fill: neutral, stripes: null, claimed: null, besieged: false, stale: false };
const samples: Record<MarkName, Mark> = {
  held: plain,
  leaning: { ...plain, status: 'leaning' },
  contested: { ...plain, status: 'contested', stripes: 'var(--paper)' },
  unknown: { ...plain, status: 'unknown', fill: symbology.unknown },
  claimed: { ...plain, status: 'unknown', fill: symbology.unknown, claimed: neutral },
  besieged: { ...plain, besieged: true },
};

export function Legend({ page, from }: { page: Page; from: number }) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => opensWith(box.current, from), [from]);
  const shared = ({ colour }: Party): boolean => colour === symbology.beyond_palette;
  const parties = listed(page.data, page.knownDay.value);
  const own = parties.filter((party) => !shared(party));
  const rest = parties.filter(shared);
  return (
    <details class="legend" dir={direction()} ref={box} data-from={from}>
      <summary>{t().map.legend}</summary>
      <ul class="parties">
        {own.map(({ name, colour }) => (
          <li key={name}>
            <span class="swatch" style={{ background: colour }} />
            <bdi>{partyWords(name)}</bdi>
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <span class="swatch" style={{ background: symbology.beyond_palette }} />
            <span>
              {rest.length === 1 ? '' : t().map.oneOf}
              <bdi>{rest.map(({ name }) => partyWords(name)).join(t().list)}</bdi>
            </span>
          </li>
        )}
      </ul>
      <ul>
        {(Object.keys(samples) as MarkName[]).map((name) => (
          <li key={name} title={t().marks[name].meaning}>
            <MarkIcon mark={samples[name]} size={18} />
            {t().marks[name].label}
          </li>
        ))}
        <li title={t().state.stale}>
          <MarkIcon mark={{ ...samples.unknown, stale: true }} size={18} />
          {statusWords({ status: 'unknown', reason: 'stale' })}
        </li>
        {page.selected.value !== null && (
          <li>
            <svg class="mark" width="18" height="18" viewBox="-20 -20 40 40" aria-hidden="true">
              <circle r="12" fill="var(--paper)" stroke="var(--quiet)" stroke-width="2.5" />
            </svg>
            {t().analysis.filters.mark}
          </li>
        )}
        {page.comparing.value !== null && (
          <li>
            <svg class="mark" width="18" height="18" viewBox="-20 -20 40 40" aria-hidden="true">
              <circle r="16" fill="none" stroke="var(--ring)" stroke-width="4.5" />
            </svg>
            {t().analysis.compare.mark}
          </li>
        )}
      </ul>
      <Alike page={page} />
      <p>{t().map.neutral}</p>
    </details>
  );
}

/** Opens it where the map is wide, closes it where a tool beside the map narrows it. Gives back what ends it. */
function opensWith(legend: HTMLDetailsElement | null, from: number): () => void {
  const map = legend?.parentElement;
  if (legend === null || map === null || map === undefined) return () => undefined;
  let was: boolean | null = null;
  const follow = (): void => {
    const wide = map.clientWidth >= LEGEND_FROM && matchMedia(`(min-width: ${from}px)`).matches;
    if (wide !== was) legend.open = wide;
    was = wide;
  };
  const watch = new ResizeObserver(follow);
  watch.observe(map);
  follow();
  return () => watch.disconnect();
}

/** Warns of parties whose chosen colours some readers take for one another. */
function Alike({ page }: { page: Page }) {
  const { parties, meta } = page.data;
  const nameOf = (party: number): string => named(parties[party]?.name ?? '');
  return meta.colour_findings.map(({ one, other, sight, apart, least }) => (
    <p class="flag" key={`${one}-${other}`}>
      {fill(t().map.alike, {
        ...{ one: nameOf(one), other: nameOf(other), sight: t().map.sights[sight], least },
        apart: numbered(apart, { minimumFractionDigits: 1 }),
      })}
    </p>
  ));
}
