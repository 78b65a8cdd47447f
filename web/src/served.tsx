// The page as a server gives it: the frame is fetched at once, the part of a place when its dossier opens.
import noticesUrl from '../THIRD_PARTY_NOTICES.txt?url';
import workerUrl from 'map-worker';
import { Api, isWhole } from './api';
import { fill, t } from './messages';
import { greet, start, tell } from './start';
import { linksOf, servedOf } from './take/links';
import { Problem } from './problem';
import { SCHEMA } from './types';
import { tellWaiting } from './waiting';
import { App } from './ui/App';
import { Embedded } from './ui/Embedded';
import type { PageFrame } from './types';
import type { Host } from './host';
import { Desk, tabStorage } from './writing/desk';

const api = new Api(location.search);
const desk = api.older ? undefined : new Desk(tabStorage(window));
if (desk !== undefined) desk.again = async () => hostOf(await api.frame());

const hostOf = (frame: PageFrame): Host => ({
  frame,
  part: (place) => api.part(frame, place),
  workerUrl: () => workerUrl,
  notices: async () => (await fetch(noticesUrl)).text(),
  watch: (newer) => api.watch(newer, document),
  offers: linksOf,
  served: servedOf,
  pins: api.pins(),
  ...(isWhole(frame) ? {} : { whole: async () => hostOf(await api.frame()) }),
  ...(desk === undefined ? {} : { desk }),
});

async function open(): Promise<void> {
  const asked = api.frame(true);
  void import('./map/live').catch(() => undefined); // on its way while the data is
  const frame = await asked.finally(tellWaiting(tell));
  await greeted;
  if (frame.schema !== SCHEMA) {
    tell(fill(t().app.otherForm, { own: SCHEMA, given: frame.schema }));
    return;
  }
  start(location.pathname.endsWith('/embed') ? Embedded : App, hostOf(frame));
  void desk?.ask();
}

const greeted = greet();
tell(t().app.loading);
void greeted.then(() => document.getElementById('app')?.className === 'message' && tell(t().app.loading));
/** In the server's own words, as text, where it has any. */
function whyNot(error: unknown): string {
  if (!(error instanceof Problem)) return t().app.noServer;
  return error.message === '' ? fill(t().writing.fail.unsaid, { status: error.status }) : error.message;
}

open().catch(async (error: unknown) => {
  await greeted;
  tell(`${whyNot(error)} `);
  const again = document.createElement('button');
  again.textContent = t().app.again;
  again.addEventListener('click', () => location.reload());
  document.getElementById('app')?.append(again);
});
