// The page as one file: the frame and the part of each place stand in script elements of their own.
import workerCode from 'maplibre-gl/dist/maplibre-gl-worker.mjs?raw';
import type { Host } from './host';
import { fill, t } from './messages';
import { greet, start, tell } from './start';
import { keepFile } from './take/file';
import { madeOf } from './take/made';
import { SCHEMA } from './types';
import type { PageFrame, PagePlace } from './types';
import { App } from './ui/App';

const textOf = (id: string): string => document.getElementById(id)?.textContent?.trim() ?? '';

const fileOf = keepFile(document);

const inside = (frame: PageFrame): Host => ({
  frame,
  offers: (page) => madeOf(page, fileOf),
  part: (place) => JSON.parse(textOf(`part-${place}`)) as PagePlace,
  workerUrl: () => URL.createObjectURL(new Blob([workerCode], { type: 'text/javascript' })),
  notices: () => (document.getElementById('notices') as HTMLTemplateElement | null)?.content.textContent ?? '',
});

await greet();
const text = textOf('picture');
if (text === '') tell(t().app.noPicture);
else {
  const frame = JSON.parse(text) as PageFrame;
  if (frame.schema === SCHEMA) start(App, inside(frame));
  else tell(fill(t().app.otherForm, { own: SCHEMA, given: frame.schema }));
}
