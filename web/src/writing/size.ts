const [KB, MB] = [2 ** 10, 2 ** 20];

/** A number of bytes in words: "200 kB", "32 MB". */
export const sizeOf = (bytes: number): string =>
  bytes < KB ? `${bytes} B` : bytes < MB ? `${Math.round(bytes / KB)} kB` : `${Math.round(bytes / MB)} MB`;
