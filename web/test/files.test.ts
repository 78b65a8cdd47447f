import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const MOST = 300; // lines

it('no file of the page is long', () => {
  const folder = new URL('../src/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(tsx?|css)$/.test(name));
  const lines = (name: string): number => readFileSync(new URL(name, folder), 'utf8').split('\n').length - 1;
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((name) => lines(name) > MOST)).toEqual([]);
});
