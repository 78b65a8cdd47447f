import { fill, t } from '../messages';

const [KB, MB] = [2 ** 10, 2 ** 20];

/** A number of bytes in words: "200 kB", "32 MB". */
export function sizeOf(bytes: number): string {
  const { sizes } = t().writing.add;
  if (bytes < KB) return fill(sizes.bytes, { n: bytes });
  if (bytes < MB) return fill(sizes.kilobytes, { n: Math.round(bytes / KB) });
  return fill(sizes.megabytes, { n: Math.round(bytes / MB) });
}
