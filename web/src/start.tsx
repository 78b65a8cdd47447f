import { effect } from '@preact/signals';
import { render } from 'preact';
import type { FunctionComponent } from 'preact';
import type { Host } from './host';
import { followFocus } from './focus';
import { followKeys } from './keys';
import { followHash, followPlay, makePage, showHash } from './page';
import { speak } from './messages';
import { firstLanguage, followSpeech } from './speech';
import type { Page } from './page';
import { saidIn, writeHash } from './permalink';
import './styles/index.css';
import { titleWords } from './words';

type Root = FunctionComponent<{ page: Page }>;

const root = (): HTMLElement => document.getElementById('app') as HTMLElement;

/** Shows a sentence in place of the page. */
export function tell(words: string): void {
  root().className = 'message';
  root().textContent = words;
}

/** Speaks the language that is asked for; to be awaited before the first words. */
export const greet = (): Promise<void> => speak(firstLanguage(window));

/** Shows the page. */
export function start(Root: Root, host: Host): void {
  const page = makePage(host, saidIn(location, host.pins));
  root().className = '';
  root().textContent = '';
  setTimeout(() => {
    page.started.yes = true;
  }, 500);
  show(Root, page);
}

function show(Root: Root, page: Page): void {
  const { host } = page;
  document.title = titleWords(host.frame.meta.title);
  render(<Root page={page} />, root());
  const ends = [followHash(page, window), followPlay(page, window), followKeys(page, document), followFocus(page, document), followSpeech(page, window)];
  const watched = host.watch?.(() => {
    page.newer.value = true;
  });
  let ended = false;
  const swap = async (other: Host): Promise<void> => {
    const next = makePage(other, shownBy(page));
    await readyPart(next);
    if (ended) return; // another one stands in its place already
    ended = true;
    for (const end of ends) end();
    watched?.();
    keepView(next, page);
    show(Root, next);
  };
  if (host.desk !== undefined) {
    const { desk } = host;
    let asked = 0;
    desk.renew = async () => {
      asked += 1;
      const mine = asked;
      const newer = await desk.again();
      if (mine === asked) swap(newer); // what was asked before may come after
    };
  }
  ends.push(
    effect(() => {
      if (page.whole.value !== 'making') return;
      host.whole?.().then(swap).catch(() => (page.whole.value = 'failed'));
    }),
  );
}

/** What a page shows, as its address says it; nothing where there was nothing to look at. */
const shownBy = (page: Page): string => (page.data.places.length === 0 ? '' : writeHash(page.shown.peek()));

/** Waits until what was said of the place is had, so that the dossier stays as it stands. */
function readyPart(page: Page): Promise<void> {
  const place = page.index.peek();
  if (place === null) return Promise.resolve();
  const part = page.parts.of(place);
  return new Promise((done) => {
    const end = part.subscribe(({ state }) => {
      if (state === 'loading') return;
      setTimeout(() => end());
      done();
    });
  });
}

/** What is looked at now, also where it changed while the picture was worked out. */
function keepView(page: Page, before: Page): void {
  showHash(page, shownBy(before));
  page.step.value = before.step.peek();
  page.pace.value = before.pace.peek();
  page.dialog.value = before.dialog.peek();
  page.started.yes = true;
}
