// The page as one file: the elements that stood in it when it was opened, with the data that is wanted.
import { fill } from '../messages';
import type { Data } from './part';

const OF_META = ['first', 'last', 'recorded', 'method', 'unplaced'];

/** Makes the file of what it is given; what the page has drawn since is not in it. */
export type FileOf = (data: Data) => Promise<string>;

/** JSON that no text in it can close. */
export const jsonInScript = (data: unknown): string =>
  JSON.stringify(data).replaceAll(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

const element = (id: string, data: unknown): string => `<script type="application/json" id="${id}">${jsonInScript(data)}</script>`;

/** The file as it was opened, of the elements that stood in it, but for its data. */
export function keepFile(where: Document): FileOf {
  const { lang, dir } = where.documentElement;
  const [head, body] = [[...where.head.children], [...where.body.children]];
  return async (data) => {
    const { meta } = data.frame;
    const frame = { ...data.frame, meta: { ...meta, data_sha256: meta.data_sha256 || (await hashOf(data.frame)) } };
    const told = (elements: readonly Element[]): string => elements.flatMap((one) => linesOf(one, { ...data, frame })).join('\n');
    const start = fill('<!doctype html>\n<html lang="{lang}" dir="{dir}">\n<head>\n', { lang, dir });
    return `${start}${told(head)}\n</head>\n<body>\n${told(body)}\n</body>\n</html>\n`;
  };
}

function linesOf(one: Element, { frame, parts }: Data): string[] {
  if (one.id === 'app') return ['<div id="app"></div>'];
  if (one.id === 'picture') return [element('picture', frame), ...parts.map((part) => element(`part-${part.place}`, part))];
  return /^part-\d+$/.test(one.id) ? [] : [one.outerHTML];
}

/** SHA-256 of what the frame shows, as JSON with its keys in order; nothing where the browser cannot work it out. */
async function hashOf(frame: Data['frame']): Promise<string> {
  const meta = Object.fromEntries(Object.entries(frame.meta).filter(([name]) => OF_META.includes(name)));
  const text = JSON.stringify(inOrder({ ...frame, meta }));
  const found = await globalThis.crypto?.subtle?.digest('SHA-256', new TextEncoder().encode(text)).catch(() => undefined);
  return found === undefined ? '' : [...new Uint8Array(found)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, inner]) => [name, inOrder(inner)]));
}
