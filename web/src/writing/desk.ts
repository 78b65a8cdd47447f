// What the served page writes, and the token that permits it: in memory and in this tab's storage, never in an address.
import { signal } from '@preact/signals';
import type { Host } from '../host';
import { fill, t } from '../messages';
import { detailOf } from '../problem';
import { linesOf } from './lines';
import type { Send } from './intake';
import { inForce } from './standing';

export type Verdict = 'accept' | 'reject' | 'amend' | 'undo';
export type Fields = Partial<Record<FieldName, string>>;
export const FIELDS = ['place', 'start', 'end', 'actor', 'recipient', 'factuality', 'claimer', 'side', 'precision'] as const;
export type FieldName = (typeof FIELDS)[number];

export interface Judging {
  claim: string;
  verdict: Verdict;
  quote: string;
  who: string | null;
  now: Fields; // what was read, in words
  judged: boolean; // there is something to take back
  undoes?: number; // the ledger sequence of the judgement that is to be taken back; absent: the last one, whichever it is
  slip?: boolean; // taken back at once: a reason is proposed
}

export interface Judged {
  claim: string;
  place: string | null;
  place_id: string | null;
  quote: string | null;
  verdict: Verdict | 'reset';
  reason: string;
  by?: string | null;
  amended: Record<string, string> | null;
  seq: number;
  at: string;
}

/** What was just done, and whether the picture shows it yet. */
export interface Done {
  words: string;
  shown: 'working' | 'yes' | 'no';
  undo: Judging | null;
}

/** The server did not do what was asked; `status` 0 where it did not answer. The message is one sentence. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const TOKEN = 'whoholds.token';
const NAME = 'whoholds.by';
const SENDABLE = /^[\x20-\x7e\xa0-\xff]*$/; // in a header

export class Desk {
  readonly writing = signal<boolean | null>(null); // null: not known yet
  readonly token = signal<string | null>(null);
  readonly by = signal('');
  readonly judging = signal<Judging | null>(null);
  readonly done = signal<Done | null>(null);
  readonly dropped = signal<readonly File[] | null>(null); // on the page, not yet in the list of the dialog
  most = 32 * 2 ** 20; // bytes of one upload
  /** Fetches the frame again. */
  again: () => Promise<Host> = () => Promise.reject(new Error('no page'));
  /** Shows the frame anew, with the view that is shown. */
  renew: () => Promise<void> = () => Promise.resolve();

  constructor(private readonly storage: Storage | null) {
    this.token.value = this.kept(TOKEN);
    this.by.value = this.kept(NAME) ?? '';
  }

  async ask(): Promise<void> {
    try {
      const told = (await (await fetch('api/health')).json()) as { writing?: boolean; most_uploaded?: number };
      this.most = told.most_uploaded ?? this.most;
      this.writing.value = told.writing === true;
    } catch {
      this.writing.value = null;
    }
  }

  /** Takes a token that the server accepts. Throws Refused. */
  async permit(token: string): Promise<void> {
    if (!SENDABLE.test(token)) throw new Refused(401, t().writing.token.letters);
    const answer = await this.send('api/permitted', { cache: 'no-store' }, token);
    const told = (await answer.json()) as { writing: boolean; permitted: boolean };
    if (!told.permitted) throw new Refused(told.writing ? 401 : 403, told.writing ? t().writing.token.wrong : t().writing.fail.readingOnly);
    this.token.value = token;
    this.keep(TOKEN, token);
  }

  /** Tells what was done, and shows the picture that comes of it; nothing of it once something else was done. */
  async show(words: string, undo: Judging | null): Promise<void> {
    const doing: Done = { words, undo, shown: 'working' };
    this.done.value = doing;
    const shown = await this.renew().then(
      () => 'yes' as const,
      () => 'no' as const,
    );
    if (this.done.value === doing) this.done.value = { ...doing, shown };
  }

  forget(): void {
    this.token.value = null;
    this.keep(TOKEN, null);
  }

  sign(name: string): void {
    this.by.value = name;
    this.keep(NAME, name === '' ? null : name);
  }

  /** Throws Refused where a judgement is not the one of its claim that is in force, which undo would take back. */
  async mustStand(claim: string, seq: number): Promise<void> {
    const { taken, another } = t().writing.fail;
    const now = inForce(await this.judgements(), claim);
    if (now === null) throw new Refused(409, taken);
    if (now.seq !== seq) throw new Refused(409, fill(another, { verdict: t().writing.list.words[now.verdict] }));
  }

  /** Its ledger sequence; null where it was judged just so before. Throws Refused. */
  async judge(claim: string, verdict: Verdict, reason: string, amended: Fields): Promise<number | null> {
    const body = { claim, verdict, reason, ...(this.by.value === '' ? {} : { by: this.by.value }), ...(verdict === 'amend' ? { amended } : {}) };
    const headers = { 'Content-Type': 'application/json' };
    const answer = await this.send('api/judgements', { method: 'POST', body: JSON.stringify(body), headers });
    const told = (await answer.json()) as { recorded: boolean; seq: number };
    return told.recorded ? told.seq : null;
  }

  /** What was judged, oldest first; by whom, with the token. Throws Refused. */
  async judgements(): Promise<Judged[]> {
    const path = this.token.value === null ? 'api/judgements' : 'api/judgements/signed';
    const answer = await this.send(path, { cache: 'no-store' });
    return ((await answer.json()) as { judgements: Judged[] }).judgements;
  }

  /** Sends files of one upload; what came of each report is told as it comes. */
  readonly upload =
    (outlet: string, published: string): Send =>
    async (files, tell, stop) => {
      const body = new FormData();
      for (const file of files) body.append('files', file, file.name);
      if (outlet !== '') body.append('outlet', outlet);
      if (published !== '') body.append('published', published);
      const answer = await this.send('api/reports', { method: 'POST', body, signal: stop });
      await linesOf(answer, tell);
    };

  private async send(path: string, given: RequestInit & { headers?: Record<string, string> }, token = this.token.value): Promise<Response> {
    const permitted: Record<string, string> = token === null ? {} : { Authorization: `Bearer ${token}` };
    let answer: Response;
    try {
      answer = await fetch(path, { ...given, headers: { ...given.headers, ...permitted } });
    } catch (error) {
      if (given.signal?.aborted === true) throw error;
      throw new Refused(0, t().writing.fail.none);
    }
    if (answer.ok) return answer;
    if (answer.status === 401 && token === this.token.value && token !== null) this.forget();
    throw new Refused(answer.status, await whyOf(answer));
  }

  private kept(name: string): string | null {
    try {
      return this.storage?.getItem(name) ?? null;
    } catch {
      return null;
    }
  }

  private keep(name: string, value: string | null): void {
    try {
      if (value === null) this.storage?.removeItem(name);
      else this.storage?.setItem(name, value);
    } catch {
      // this tab's memory has it all the same
    }
  }
}

/** This tab's storage, where the browser lets the page have one. */
export function tabStorage(where: Window): Storage | null {
  try {
    return where.sessionStorage;
  } catch {
    return null;
  }
}

async function whyOf(answer: Response): Promise<string> {
  const { fail, token } = t().writing;
  if (answer.status === 401) return token.wrong;
  if (answer.status === 403) return fail.readingOnly;
  return (await detailOf(answer)) ?? fill(fail.unsaid, { status: answer.status });
}
