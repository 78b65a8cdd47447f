// What the served page asks of its server, at addresses beside its own.
import { Problem, detailOf } from './problem';
import type { Meta, PageFrame, PagePlace } from './types';

const EVERY = 30_000; // milliseconds between two questions whether newer reports are in
const PINS = ['as_of', 'recorded', 'since', 'until']; // of the page's address, handed on

/** False where earlier states of knowledge are still to be asked for. */
export const isWhole = ({ meta }: PageFrame): boolean => meta.knows_from === undefined;

export class Api {
  /** True where the address names an older state of the record: what is written now does not show in it. */
  readonly older: boolean;
  private readonly pinned = new URLSearchParams();
  private tag: string | null = null;
  private shown: Pick<Meta, 'recorded' | 'method'> | null = null; // of the whole that is shown

  constructor(search: string) {
    const given = new URLSearchParams(search);
    for (const name of PINS) {
      const value = given.get(name);
      if (value !== null) this.pinned.set(name, value);
    }
    this.older = this.pinned.has('recorded');
  }

  /** The frame; `first`: what can be shown soon, which of a large record are its newest states of knowledge alone.
   * Throws Problem where the server answers that it cannot give it. */
  async frame(first = false): Promise<PageFrame> {
    const answer = await fetch(this.address('page.json', first ? { first: 'true' } : {}));
    if (!answer.ok) throw new Problem(answer.status, (await detailOf(answer)) ?? '');
    const frame = (await answer.json()) as PageFrame;
    this.shown = isWhole(frame) ? frame.meta : null;
    this.tag = first ? null : answer.headers.get('ETag'); // that of the whole: the first has another one
    return frame;
  }

  /** The part of a place out of the same record as the frame, however much the server has taken in since. */
  async part(frame: PageFrame, place: number): Promise<PagePlace> {
    const id = encodeURIComponent(frame.places[place]?.id ?? '');
    const given = { recorded: `${frame.meta.recorded}`, ...(isWhole(frame) ? {} : { newest: 'true' }) };
    const answer = await fetch(this.address(`page/places/${id}.json`, given));
    if (!answer.ok) throw new Error(`${answer.status}`);
    return (await answer.json()) as PagePlace;
  }

  /** True where the frame is another one than the one that was given. A server that does not answer tells nothing. */
  async isNewer(): Promise<boolean> {
    const { shown, tag } = this;
    if (shown === null) return false;
    try {
      const headers: Record<string, string> = tag === null ? {} : { 'If-None-Match': tag };
      const answer = await fetch(this.address('page.json', {}), { headers, cache: 'no-store' });
      if (tag === null && answer.ok) {
        const { meta } = (await answer.json()) as PageFrame;
        this.tag = answer.headers.get('ETag');
        return meta.recorded !== shown.recorded || meta.method !== shown.method;
      }
      void answer.body?.cancel();
      return answer.ok && answer.headers.get('ETag') !== tag;
    } catch {
      return false;
    }
  }

  /** Asks every half minute while the page is seen, and at once when it is seen again, until newer reports are in.
   * What it gives back ends it. */
  watch(tell: () => void, where: Document, every = EVERY): () => void {
    let asked = Date.now();
    let ended = false;
    const end = (): void => {
      ended = true;
      clearInterval(timer);
      where.removeEventListener('visibilitychange', look);
    };
    const look = async (): Promise<void> => {
      if (where.hidden || Date.now() - asked < every * 0.9) return;
      asked = Date.now();
      if (!(await this.isNewer()) || ended) return;
      end();
      tell();
    };
    const timer = setInterval(look, every);
    where.addEventListener('visibilitychange', look);
    return end;
  }

  /** What the address of the page pins. */
  pins(): Record<string, string> {
    return Object.fromEntries(this.pinned);
  }

  private address(path: string, given: Record<string, string>): string {
    const words = new URLSearchParams({ ...Object.fromEntries(this.pinned), ...given }).toString();
    return `api/${path}${words === '' ? '' : `?${words}`}`;
  }
}
