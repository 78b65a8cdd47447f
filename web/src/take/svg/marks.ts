// The marks of places as SVG, drawn around 0 0 with a dot of radius 12; the same as exports/map_marks.py draws.
import { symbology } from '../../symbology';
import type { Mark } from '../../symbology';

export const EDGE = '#1c2024';
export const PAPER = '#ffffff';
export const NEUTRAL = '#6a727b';

/** The patterns that fills name: one for each pair of colours that is striped. */
export class Paint {
  private readonly pairs = new Map<string, string>([[`${NEUTRAL}${PAPER}`, 'striped']]);

  /** What a place is filled with. */
  fill({ status, fill, stripes }: Mark): string {
    if (status === 'unknown') return 'url(#dotted)';
    if (status !== 'contested') return fill;
    const pair = `${fill}${stripes ?? symbology.unknown}`;
    if (!this.pairs.has(pair)) this.pairs.set(pair, `striped${this.pairs.size}`);
    return `url(#${this.pairs.get(pair)})`;
  }

  patterns(): string {
    const striped = [...this.pairs].map(
      ([pair, id]) =>
        `<pattern id="${id}" width="8.4" height="8.4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
        `<rect width="8.4" height="8.4" fill="${pair.slice(0, 7)}"/><rect width="4.2" height="8.4" fill="${pair.slice(7)}"/></pattern>`,
    );
    return (
      '<pattern id="dotted" width="7" height="7" patternUnits="userSpaceOnUse">' +
      `<rect width="7" height="7" fill="${PAPER}"/><circle cx="3.5" cy="3.5" r="1.6" fill="${symbology.unknown}"/></pattern>` +
      striped.join('')
    );
  }
}

/** How far a mark reaches, where its dot has the radius 12. */
export function reachOf({ claimed, besieged }: Mark): number {
  if (claimed !== null && besieged) return 25;
  return claimed !== null || besieged ? 20 : 13;
}

export function drawMark(mark: Mark, fill: string, stale: boolean): string {
  const { claimed, besieged } = mark;
  const ring =
    claimed === null
      ? ''
      : `<circle r="17" fill="none" stroke="${EDGE}" stroke-width="5"/><circle r="17" fill="none" stroke="${claimed}" stroke-width="3.4"/>`;
  const ticks = `<circle r="${claimed === null ? 17 : 22}" fill="none" stroke="${EDGE}" stroke-width="4" stroke-dasharray="3.6 5.3"/>`;
  return ring + (besieged ? ticks : '') + body(mark, fill, stale);
}

function body({ status }: Mark, fill: string, stale: boolean): string {
  if (status === 'unknown') {
    const dash = stale ? ' stroke-dasharray="4 3"' : '';
    return `<circle r="12" fill="${fill}" stroke="${symbology.unknown}" stroke-width="1.8"${dash}/>`;
  }
  if (status === 'leaning') {
    const dash = ' stroke-dasharray="5.6 3.4"';
    return (
      `<circle r="10" fill="${PAPER}" stroke="${EDGE}" stroke-width="5.6"${dash}/>` +
      `<circle r="10" fill="none" stroke="${fill}" stroke-width="4.2"${dash}/>`
    );
  }
  return `<circle r="12" fill="${fill}" stroke="${EDGE}" stroke-width="1.2"/>`;
}
