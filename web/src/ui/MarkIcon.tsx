import { useState } from 'preact/hooks';
import type { Mark } from '../symbology';

let count = 0;

/** The mark of the map, drawn as it stands there, for legend, table and panel. */
export function MarkIcon({ mark, size = 20 }: { mark: Mark; size?: number }) {
  const [name] = useState(() => `cut-${(count += 1)}`);
  const filled = mark.status === 'held' || mark.status === 'contested';
  return (
    <svg class="mark" width={size} height={size} viewBox="-20 -20 40 40" aria-hidden="true">
      {mark.claimed !== null && <circle r="17" fill="none" stroke="var(--edge)" stroke-width="6.4" />}
      {mark.claimed !== null && <circle r="17" fill="none" stroke={mark.claimed} stroke-width="3.2" />}
      {mark.besieged && (
        <circle r="17" fill="none" stroke="currentColor" stroke-width="4" stroke-dasharray="3.6 5.3" />
      )}
      {filled && <circle r="12" fill={mark.fill} />}
      {mark.stripes !== null && (
        <>
          <clipPath id={name}>
            <circle r="12" />
          </clipPath>
          <g clip-path={`url(#${name})`} stroke={mark.stripes} stroke-width="4.2">
            <path d="M-20 3.5 L3.5 -20 M-20 20 L20 -20 M-3.5 20 L20 -3.5" />
          </g>
        </>
      )}
      {filled && <circle class="contour" r="12.4" fill="none" stroke="var(--edge)" stroke-width="1.25" vector-effect="non-scaling-stroke" />}
      {mark.status === 'leaning' && (
        <circle r="10" fill="var(--paper)" stroke="var(--edge)" stroke-width="7" stroke-dasharray="5.6 3.4" />
      )}
      {mark.status === 'leaning' && (
        <circle r="10" fill="none" stroke={mark.fill} stroke-width="3.8" stroke-dasharray="5.6 3.4" />
      )}
      {mark.status === 'unknown' && (
        <g fill={mark.fill}>
          <circle r="12" fill="var(--paper)" stroke={mark.fill} stroke-width="1.5" stroke-dasharray={mark.stale ? '5 3.4' : undefined} />
          {[[0, 0], [-5.5, -3.5], [5.5, -3.5], [-5.5, 4], [5.5, 4], [0, 7.5], [0, -7.5]].map(([x, y]) => (
            <circle cx={x} cy={y} r="1.8" />
          ))}
        </g>
      )}
    </svg>
  );
}
