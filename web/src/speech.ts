// The language of the interface: of the address (after "#", else "?lang="), else the browser's preference.
import { effect } from '@preact/signals';
import { direction, language, speak } from './messages';
import { preferred } from './messages/languages';
import type { Code } from './messages/languages';
import type { Page } from './page';

const askedFor = (where: Window): (string | null)[] => [new URLSearchParams(where.location.search).get('lang')];

/** The language with which the page opens. */
export function firstLanguage(where: Window): Code {
  const hash = new URLSearchParams(where.location.hash.replace(/^#/, ''));
  return preferred([hash.get('lang'), ...askedFor(where), ...where.navigator.languages]);
}

/** Keeps the language and the direction of the document those of the page. Gives back what ends it. */
export function followSpeech(page: Page, where: Window): () => void {
  const end = effect(() => {
    void speak(preferred([page.lang.value, ...askedFor(where), ...where.navigator.languages]));
  });
  const turned = followDirection(where.document);
  return () => {
    end();
    turned();
  };
}

/** Tells the browser, and those who read aloud, in which language and direction the page is. */
export function followDirection({ documentElement: root }: Document): () => void {
  return effect(() => {
    root.lang = language.value;
    root.dir = direction();
  });
}
