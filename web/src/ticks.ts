// The ticks under the slider: how many reports became known on each day, as one path that no step redraws.
import type { Day, PageFrame } from './types';

export interface Ticks {
  path: string; // of all days
  tickOn: (day: Day) => string; // of one
  counts: ReadonlyMap<Day, number>;
}

/** In days from the first one, and 24 high. */
export function ticksOf({ meta, reports }: PageFrame): Ticks {
  const { first, last } = meta;
  const wide = Math.min(0.7, Math.max(0.16, (last - first) / 150));
  const most = reports.reduce((top, [, count]) => Math.max(top, count), 1);
  const counts = new Map(reports);
  const tickOn = (day: Day): string => {
    const height = 3 + ((counts.get(day) ?? 0) / most) * 20;
    const x = day - first - wide / 2;
    return `M${x.toFixed(2)} 24v${(-height).toFixed(1)}h${wide.toFixed(2)}V24z`;
  };
  const days = [...counts.keys()].filter((day) => day >= first && day <= last);
  return { path: days.map(tickOn).join(''), tickOn, counts };
}
