import type { Page } from '../page';
import { symbology } from '../symbology';
import type { Mark, MarkName } from '../symbology';
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
  return (
    <details class="legend" open={wide}>
      <summary>Legend</summary>
      <ul class="parties">
        {page.data.parties.map(({ name, colour }) => (
          <li key={name}>
            <span class="swatch" style={{ background: colour }} />
            <bdi>{name}</bdi>
          </li>
        ))}
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
