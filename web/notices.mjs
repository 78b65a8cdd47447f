// Writes THIRD_PARTY_NOTICES.txt: the licences of the packages whose code goes into the page.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const parts = [
  'The page made by whoholds contains code of the packages below, each under its own licence.',
  'Written by `npm run notices`.',
];
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.dev || !existsSync(path)) continue;
  const file = readdirSync(path).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const text = file === undefined ? '' : readFileSync(`${path}/${file}`, 'utf8').trim();
  parts.push(`${'='.repeat(72)}\n${name} ${entry.version} (${entry.license})\n\n${text}`.trim());
}
writeFileSync('THIRD_PARTY_NOTICES.txt', `${parts.join('\n\n')}\n`);
