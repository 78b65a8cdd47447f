import { t } from '../messages';
import type { Page } from '../page';
import { symbology } from '../symbology';
import type { Mark, MarkName } from '../symbology';
import type { Party } from '../types';
import { MarkIcon } from './MarkIcon';

const neutral = 'var(--neutral)';
const plain: Mark = { status: 'held', fill: neutral, stripes: null, claimed: null, besieged: false };
const samples: Record<MarkName, Mark> = {
  held: plain,
  leaning: { ...plain, status: 'leaning' },
  contested: { ...plain, status: 'contested', stripes: 'var(--paper)' },
  unknown: { ...plain, status: 'unknown', fill: symbology.unknown },
  claimed: { ...plain, status: 'unknown', fill: symbology.unknown, claimed: neutral },
  besieged: { ...plain, besieged: true },
};

export function Legend({ page }: { page: Page }) {
  const wide = typeof matchMedia === 'function' && matchMedia('(min-width: 700px)').matches;
  const shared = ({ colour }: Party): boolean => colour === symbology.beyond_palette;
  const own = page.data.parties.filter((party) => !shared(party));
  const rest = page.data.parties.filter(shared);
  return (
    <details class="legend" open={wide}>
      <summary>{t().map.legend}</summary>
      <ul class="parties">
        {own.map(({ name, colour }) => (
          <li key={name}>
            <span class="swatch" style={{ background: colour }} />
            <bdi>{name}</bdi>
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <span class="swatch" style={{ background: symbology.beyond_palette }} />
            <span>
              {rest.length === 1 ? '' : t().map.oneOf}
              <bdi>{rest.map(({ name }) => name).join(', ')}</bdi>
            </span>
          </li>
        )}
      </ul>
      <ul>
        {(Object.keys(samples) as MarkName[]).map((name) => (
          <li key={name} title={symbology.marks[name].meaning}>
            <MarkIcon mark={samples[name]} size={18} />
            {symbology.marks[name].label}
          </li>
        ))}
      </ul>
      <p>{symbology.neutral_outlines}</p>
    </details>
  );
}
