// The files in what was dropped, with all that lies in folders; hidden ones are passed over, as the command line does.

const hidden = (name: string): boolean => name.startsWith('.');

/** The name of a file with its folders, as text. */
export const nameOf = (file: File): string => kept.get(file) ?? (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath);

const kept = new WeakMap<File, string>();

/** Must be called while the drop is told; the folders are gone through afterwards. */
export function filesOf(given: DataTransfer): Promise<File[]> {
  const items = [...given.items].filter(({ kind }) => kind === 'file');
  const asked = items.map((item): Promise<File[]> => {
    const entry = typeof item.webkitGetAsEntry === 'function' ? item.webkitGetAsEntry() : null;
    if (entry !== null) return inside(entry);
    const file = item.getAsFile();
    return Promise.resolve(file === null ? [] : [file]);
  });
  return Promise.all(asked).then((found) => found.flat());
}

/** The files of a chosen folder without hidden ones and those in hidden folders. */
export const shownOnly = (files: readonly File[]): File[] => files.filter((file) => !nameOf(file).split('/').some(hidden));

async function inside(entry: FileSystemEntry): Promise<File[]> {
  if (hidden(entry.name) && entry.fullPath.lastIndexOf('/') > 0) return [];
  if (entry.isFile) {
    const file = await new Promise<File | null>((done) => (entry as FileSystemFileEntry).file(done, () => done(null)));
    if (file === null) return [];
    kept.set(file, entry.fullPath.replace(/^\//, ''));
    return [file];
  }
  if (!entry.isDirectory) return [];
  const found: File[] = [];
  for (const one of await entriesOf(entry as FileSystemDirectoryEntry)) found.push(...(await inside(one)));
  return found;
}

/** A folder tells its entries in portions, the last of which is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])));
    if (some.length === 0) return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    found.push(...some);
  }
}
