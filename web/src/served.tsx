// The page as a server gives it: the frame is fetched at once, the part of a place when its dossier opens.
import noticesUrl from '../THIRD_PARTY_NOTICES.txt?url';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Api } from './api';
import { start, tell } from './start';
import { SCHEMA } from './types';

const api = new Api(location.search);

async function open(): Promise<void> {
  const asked = api.frame();
  void import('./map/live').catch(() => undefined); // on its way while the data is
  const frame = await asked;
  if (frame.schema !== SCHEMA) {
    tell(`This page reads data of form ${SCHEMA}, and the server gives form ${frame.schema}. Load it again.`);
    return;
  }
  start({
    frame,
    part: (place) => api.part(frame, place),
    workerUrl: () => workerUrl,
    notices: async () => (await fetch(noticesUrl)).text(),
    watch: (newer) => api.watch(newer, document),
  });
}

tell('Loading…');
open().catch(() => {
  tell('The server does not answer, so there is nothing to show. ');
  const again = document.createElement('button');
  again.textContent = 'Try again';
  again.addEventListener('click', () => location.reload());
  document.getElementById('app')?.append(again);
});
