// The map as a drawing (SVG): provinces, places by holder and state, labels, legend, clocks, credits. It has the look of
// exports/map_svg.py, with what the page holds.
import { decodeRing } from '../../rings';
import { fill, t } from '../../messages';
import type { Page } from '../../page';
import { radiusOf, symbology } from '../../symbology';
import { namedOf } from '../asked';
import { clean, isolated, quoted, wrapped } from '../text';
import { toldOf } from '../told';
import type { Told } from '../told';
import { Frame, boxOf, shapeOf, toShape } from './frame';
import type { Box } from './frame';
import { placeLabels } from './labels';
import type { Dot } from './labels';
import { drawLegend, heightOfAll, legendOf } from './legend';
import { EDGE, Paint, drawMark, reachOf } from './marks';
import { isDot, spotsOf } from './spots';
import type { Spot } from './spots';

export const WIDTH = 1200;
const MARGIN = 16;
const INNER = WIDTH - 2 * MARGIN;
const LEGEND = 270;
const LETTERS = 12;
const LEAST_MAP = 140; // pixels of height
const FONTS = "'Noto Sans','Noto Sans Arabic','DejaVu Sans',system-ui,sans-serif";

interface Line {
  words: string;
  size: number;
  bold?: boolean;
  colour?: string;
}

const lined = (words: string, look: Omit<Line, 'words'>): Line[] =>
  wrapped(clean(words, 400), look.size * 1.05, INNER).map((line) => ({ words: line, ...look }));

export function drawingOf(page: Page): string {
  const told = toldOf(page.data, namedOf(page));
  const spots = spotsOf(page);
  const paint = new Paint();
  const [head, foot] = [headOf(told), footOf(told, spots)];
  const entries = legendOf(spots, page.data.parties, paint, LEGEND - 8);
  const top = MARGIN + heightOf(head) + 10;
  const frame = frameOf(spots, top, heightOfAll(entries));
  const { width, height } = frame;
  const high = Math.round(top + height + 8 + heightOf(foot) + MARGIN);
  const edges = `x="${MARGIN}" y="${top}" width="${width}" height="${height}"`;
  const map = [...provinces(page, frame), ...areas(spots, frame, paint), ...dots(spots, frame, paint)].join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${WIDTH}" height="${high}" viewBox="0 0 ${WIDTH} ${high}" ` +
      `font-family="${FONTS}" font-size="${LETTERS}" fill="${EDGE}">`,
    `<title>${quoted(clean(`${told.title}. ${told.clocks}`, 300))}</title>`,
    `<defs>${paint.patterns()}<clipPath id="frame"><rect ${edges}/></clipPath></defs>`,
    `<rect width="${WIDTH}" height="${high}" fill="#ffffff"/>`,
    drawLines(head, MARGIN - 4),
    `<rect ${edges} fill="#eef1f3"/><g clip-path="url(#frame)">${map}</g>`,
    `<rect ${edges} fill="none" stroke="#8a8f96"/>`,
    drawLegend(entries, MARGIN + width + MARGIN, top),
    drawLines(foot, high - MARGIN - heightOf(foot)),
    '</svg>\n',
  ].join('\n');
}

function headOf({ title, clocks, asked, banner }: Told): Line[] {
  return [
    ...lined(title, { size: 19, bold: true }),
    ...lined(clocks, { size: 14, bold: true }),
    ...lined(asked, { size: 12.5 }),
    ...lined(banner, { size: 12.5, colour: '#7a2e12' }),
  ];
}

function footOf({ method, licence }: Told, spots: readonly Spot[]): Line[] {
  const hidden = spots.filter((spot) => spot.area === null && !isDot(spot)).length;
  const words = hidden > 0 ? [fill(t().take.notDrawn, { n: hidden })] : [];
  return [...words, method, t().map.neutral, licence].flatMap((one) => lined(one, { size: 11, colour: '#4a525b' }));
}

/** Where the map stands: below the head, as high as its places need and the legend is. */
function frameOf(spots: readonly Spot[], top: number, legend: number): Frame {
  const width = INNER - LEGEND - MARGIN;
  const box = boxOf(spots.flatMap(pointsOf));
  const height = Math.round(Math.max(legend, LEAST_MAP, Math.min(width / shapeOf(box), 0.85 * width)));
  return new Frame(MARGIN, top, width, height, toShape(box, width / height));
}

const pointsOf = (spot: Spot): (readonly [number, number])[] =>
  spot.area !== null ? spot.area.flat() : isDot(spot) ? [[spot.row.lon as number, spot.row.lat as number]] : [];

const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, { size }) => sum + size * 1.32, 0);

function drawLines(lines: readonly Line[], top: number): string {
  let y = top;
  return lines
    .map(({ words, size, bold, colour }) => {
      y += size * 1.32;
      const weight = bold === true ? ' font-weight="bold"' : '';
      return `<text x="${MARGIN}" y="${y.toFixed(1)}" font-size="${size}" fill="${colour ?? EDGE}"${weight}>${quoted(words)}</text>`;
    })
    .join('');
}

const thin = ({ north, south }: Box): string => Math.max(0.35, 0.8 - (north - south) / 80).toFixed(2);

function provinces(page: Page, frame: Frame): string[] {
  const path = page.data.outlines.map(({ rings }) => frame.path(rings.map(decodeRing))).join('');
  if (path === '') return [];
  return [`<path d="${path}" fill="#ffffff" fill-rule="evenodd" stroke="#a9afb6" stroke-width="${thin(frame.box)}"/>`];
}

const opened = (kind: string, { row, cell, words }: Spot, more = ''): string =>
  `<g class="${kind}" data-place="${quoted(clean(row.id))}" data-state="${cell[0]}"${more}>` +
  `<title>${quoted(`${isolated(row.name)}: ${clean(words, 200)}`)}</title>`;

function areas(spots: readonly Spot[], frame: Frame, paint: Paint): string[] {
  return spots.flatMap((spot) => {
    if (spot.area === null) return [];
    const { status } = spot.mark;
    const line = status === 'unknown' ? symbology.unknown : EDGE;
    const dash = status === 'leaning' || spot.stale ? ' stroke-dasharray="5 3"' : '';
    const look = `fill="${paint.fill(spot.mark)}" fill-opacity="${symbology.area_opacity}" fill-rule="evenodd"`;
    return [`${opened('area', spot)}<path d="${frame.path(spot.area)}" ${look} stroke="${line}" stroke-width="1.4"${dash}/></g>`];
  });
}

function dots(spots: readonly Spot[], frame: Frame, paint: Paint): string[] {
  const shown = spots.filter(isDot);
  const room = (frame.width * frame.height) / Math.max(1, shown.length);
  const scale = Math.min(1, Math.max(0.42, Math.sqrt(room / 4500)));
  const drawn = shown.map((spot): { spot: Spot; size: number; dot: Dot } => {
    const [x, y] = frame.at([spot.row.lon as number, spot.row.lat as number]);
    const size = (radiusOf(spot.row.population) * scale) / 12;
    return { spot, size, dot: { x, y, reach: size * reachOf(spot.mark), words: isolated(spot.row.name, 40) } };
  });
  const marks = drawn.map(({ spot, size, dot }) => {
    const at = ` transform="translate(${dot.x} ${dot.y}) scale(${size.toFixed(3)})"`;
    return `${opened('dot', spot, at)}${drawMark(spot.mark, paint.fill(spot.mark), spot.stale)}</g>`;
  });
  const wide = spots.flatMap(({ row, area }): Dot[] => {
    if (area === null || row.lat === null || row.lon === null) return [];
    const [x, y] = frame.at([row.lon, row.lat]);
    return [{ x, y, reach: 3, words: isolated(`${row.name} (${row.kind})`, 40) }];
  });
  return [...marks, labels([...drawn.map(({ dot }) => dot), ...wide], frame)];
}

function labels(drawn: readonly Dot[], { x, y, width, height }: Frame): string {
  const halo = 'paint-order="stroke" stroke="#ffffff" stroke-width="3" stroke-linejoin="round"';
  const placed = placeLabels(drawn, [x + 2, y + 2, x + width - 2, y + height - 2], LETTERS).map(
    (one) => `<text x="${one.x.toFixed(1)}" y="${one.y.toFixed(1)}" text-anchor="${one.anchor}">${quoted(one.words)}</text>`,
  );
  return `<g class="labels" ${halo}>${placed.join('')}</g>`;
}
