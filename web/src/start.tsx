import { render } from 'preact';
import type { FunctionComponent } from 'preact';
import type { Host } from './host';
import { followFocus } from './focus';
import { followKeys } from './keys';
import { followHash, followPlay, makePage } from './page';
import { speak } from './messages';
import { firstLanguage, followSpeech } from './speech';
import type { Page } from './page';
import './styles.css';
import './side.css';
import './take.css';

const root = (): HTMLElement => document.getElementById('app') as HTMLElement;

/** Shows a sentence in place of the page. */
export function tell(words: string): void {
  root().className = 'message';
  root().textContent = words;
}

/** Speaks the language that is asked for; to be awaited before the first words. */
export const greet = (): Promise<void> => speak(firstLanguage(window));

export function start(Root: FunctionComponent<{ page: Page }>, host: Host): void {
  document.title = host.frame.meta.title;
  const page = makePage(host, location.hash);
  root().className = '';
  root().textContent = '';
  render(<Root page={page} />, root());
  setTimeout(() => {
    page.started.yes = true;
  }, 500);
  followHash(page, window);
  followPlay(page, window);
  followKeys(page, document);
  followFocus(page, document);
  followSpeech(page, window);
  host.watch?.(() => {
    page.newer.value = true;
  });
}
