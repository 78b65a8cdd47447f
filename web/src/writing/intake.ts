// Taking in files: in uploads of a bearable size, with what came of each file as the server acknowledges it.
import { Refused } from './desk';

export type Word = 'new' | 'edition' | 'dated' | 'known' | 'purged' | 'rejected' | 'skipped' | 'done' | 'problem';

export interface Outcome {
  outcome: Word;
  file?: number; // counts the files of the upload from 0
  report?: string | null;
  published?: string | null;
  claims?: number | null;
  why?: string;
}

export type State = 'waiting' | 'sending' | 'done' | 'refused' | 'open';

export interface Item {
  readonly file: File;
  readonly name: string; // with its folders, as text
  state: State;
  rows: Outcome[];
  why: string | null; // one sentence
}

/** Why it ended before all was sent: by the user, by a break, or by what the server said. */
export type Ended = { how: 'all' } | { how: 'cancelled' } | { how: 'broke' } | { how: 'refused'; status: number; why: string };

export type Send = (files: readonly File[], tell: (row: Outcome) => void, stop: AbortSignal) => Promise<void>;

export interface Limits {
  most: number; // bytes of one upload
  tooLarge: string; // the sentences
  tooLargeServer: string;
  unreadable: string;
}

const AT_ONCE = 2 ** 21; // bytes of an upload of several files: its outcomes come soon
const FILES = 20;
const AROUND = 1024; // bytes that a file costs beside its own, and its name

const costOf = ({ file }: Item): number => file.size + AROUND + 4 * file.name.length;

/** Files grouped into uploads, in their order. */
export function uploadsOf(items: readonly Item[], most: number): Item[][] {
  const found: Item[][] = [];
  let size = 0;
  for (const item of items) {
    const last = found.at(-1);
    const cost = costOf(item);
    if (last === undefined || last.length >= FILES || size + cost > Math.min(AT_ONCE, most)) {
      found.push([item]);
      size = cost;
    } else {
      last.push(item);
      size += cost;
    }
  }
  return found;
}

/** Sends all that waits, one upload after another. `tell` is called when something changed. */
export async function takeIn(items: readonly Item[], send: Send, limits: Limits, stop: AbortSignal, tell: () => void): Promise<Ended> {
  const wanted = items.filter(({ state }) => state === 'waiting' || state === 'open');
  for (const item of wanted) Object.assign(item, { state: 'waiting', rows: [], why: null });
  const [fit, large] = [wanted.filter((item) => costOf(item) <= limits.most), wanted.filter((item) => costOf(item) > limits.most)];
  for (const item of large) Object.assign(item, { state: 'refused', why: limits.tooLarge });
  tell();
  for (const upload of uploadsOf(fit, limits.most)) {
    if (stop.aborted) return { how: 'cancelled' };
    const ended = await sendOne(upload, send, limits, stop, tell);
    tell();
    if (ended !== null) return ended;
  }
  return { how: 'all' };
}

async function sendOne(upload: Item[], send: Send, limits: Limits, stop: AbortSignal, tell: () => void): Promise<Ended | null> {
  for (const item of upload) item.state = 'sending';
  let problem: string | null = null;
  let whole = false;
  const taken = (row: Outcome): void => {
    if (row.outcome === 'problem') problem = row.why ?? '';
    else if (row.outcome === 'done') whole = problem === null;
    else if (row.file !== undefined) acknowledge(upload, row.file, row);
    tell();
  };
  try {
    const files = await readable(upload, limits.unreadable);
    if (files.length > 0) await send(files, taken, stop);
    else whole = true;
  } catch (error) {
    return failed(upload, error, limits, stop);
  }
  if (whole) {
    for (const item of upload) if (item.state === 'sending') item.state = 'done';
    return null;
  }
  leaveOpen(upload);
  return problem === null ? { how: 'broke' } : { how: 'refused', status: 503, why: problem };
}

/** The files that the browser can still read; the others leave the upload. */
async function readable(upload: Item[], unreadable: string): Promise<File[]> {
  for (const item of [...upload]) {
    try {
      await item.file.slice(0, 1).arrayBuffer();
    } catch {
      Object.assign(item, { state: 'refused', why: unreadable });
      upload.splice(upload.indexOf(item), 1);
    }
  }
  return upload.map(({ file }) => file);
}

const REFUSED: ReadonlySet<Word> = new Set(['rejected', 'skipped', 'purged']);

function acknowledge(upload: readonly Item[], number: number, row: Outcome): void {
  for (const item of upload.slice(0, number)) if (item.state === 'sending') item.state = 'done';
  const item = upload[number];
  if (item === undefined) return;
  item.rows.push(row);
  if (item.rows.every(({ outcome }) => REFUSED.has(outcome))) item.state = 'refused';
  else if (item.state === 'refused') item.state = 'sending';
}

function leaveOpen(upload: readonly Item[]): void {
  for (const item of upload) if (item.state === 'sending') item.state = 'open';
}

function failed(upload: readonly Item[], error: unknown, limits: Limits, stop: AbortSignal): Ended | null {
  if (error instanceof Refused && error.status === 413) {
    for (const item of upload) Object.assign(item, { state: 'refused', why: limits.tooLargeServer });
    return null;
  }
  leaveOpen(upload);
  if (stop.aborted) return { how: 'cancelled' };
  if (error instanceof Refused && error.status !== 0) return { how: 'refused', status: error.status, why: error.message };
  return { how: 'broke' };
}

/** The numbers of all that was acknowledged. */
export function sumOf(items: readonly Item[]): { reports: number; claims: number; undated: number; refused: number; known: number } {
  const rows = items.flatMap((item) => item.rows);
  const taken = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'edition');
  return {
    reports: taken.length,
    claims: taken.reduce((sum, { claims }) => sum + (claims ?? 0), 0),
    undated: taken.filter(({ published }) => published === null || published === undefined).length,
    refused: rows.filter(({ outcome }) => REFUSED.has(outcome)).length + items.filter(({ state, rows }) => state === 'refused' && rows.length === 0).length,
    known: rows.filter(({ outcome }) => outcome === 'known' || outcome === 'dated').length,
  };
}
