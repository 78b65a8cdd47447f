// Contrast of WCAG 2.2, level AA: 4.5 for text, 3 for what is no text and must be seen.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { THEMES } from '../src/map/style';
import { symbology } from '../src/symbology';

const css = readFileSync(new URL('../src/styles/base.css', import.meta.url), 'utf8');

const variables = (block: string): Record<string, string> =>
  Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name as string, colour as string]));

const [light = '', dark = ''] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) => block);
const SCHEMES = { light: variables(light), dark: { ...variables(light), ...variables(dark) } };

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

it('measures as the standard does', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

const TEXTS: [string, string][] = [
  ['text', 'paper'], ['text', 'ground'], ['text', 'accent-soft'], ['text', 'mark'],
  ['quiet', 'paper'], ['quiet', 'ground'],
  ['accent', 'paper'], ['paper', 'accent'], ['flag-text', 'flag'],
];

const MARKS: [string, string][] = [
  ['frame', 'paper'], ['frame', 'ground'], ['edge', 'paper'], ['edge', 'ground'],
  ['neutral', 'paper'], ['accent', 'paper'], ['accent', 'ground'], ['accent', 'accent-soft'],
];

describe.each(Object.entries(SCHEMES))('in the %s scheme', (_, colours) => {
  it.each(TEXTS)('%s on %s can be read', (one, other) => {
    expect(contrast(colours[one] as string, colours[other] as string)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(MARKS)('%s on %s can be seen', (one, other) => {
    expect(contrast(colours[one] as string, colours[other] as string)).toBeGreaterThanOrEqual(3);
  });
});

describe.each(Object.entries(THEMES))('on the %s map', (_, theme) => {
  it('names can be read', () => {
    for (const ground of [theme.land, theme.sea, theme.halo]) expect(contrast(theme.text, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.faint, theme.land)).toBeGreaterThanOrEqual(4.5);
  });
  it('every mark has an edge that can be seen, whatever the colour of the party', () => {
    expect(contrast(theme.edge, theme.land)).toBeGreaterThanOrEqual(3);
    expect(contrast(symbology.unknown, theme.land)).toBeGreaterThanOrEqual(3);
  });
});
