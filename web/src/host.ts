// Where the page takes from what is not in its code. A single file has all of it inside; a served page fetches.
import type { Page } from './page';
import type { OffersOf, Served } from './take/offers';
import type { PageFrame, PagePlace } from './types';
import type { Desk } from './writing/desk';

export interface Host {
  readonly frame: PageFrame;
  /** The part of a place: at once where it is in the page, else fetched. Throws or rejects where it cannot be had. */
  part(place: number): PagePlace | Promise<PagePlace>;
  /** The page with all states of knowledge, where the frame has only the newest ones. */
  whole?(): Promise<Host>;
  /** The address of the map's worker. */
  workerUrl(): string;
  /** What of it can be taken away, as it is shown now. */
  offers: OffersOf;
  /** What only a server gives. */
  served?(page: Page): Served;
  /** What the address of a served page pins: as_of, recorded, since, until. */
  readonly pins?: Readonly<Record<string, string>>;
  /** The licences of the software. */
  notices(): string | Promise<string>;
  /** Tells, from then on, when the record is another one than that of the frame; absent where it never can.
   * What it gives back ends the telling. */
  watch?(tell: () => void): () => void;
  /** Where judgements are written and reports taken in; absent where that can never be. */
  readonly desk?: Desk;
}
