import { useRef } from 'preact/hooks';
import { fill, t } from '../../messages';
import { shownOnly } from '../../writing/dropped';
import { sizeOf } from '../../writing/size';

/** Where files are dropped, with a way for the keyboard. Drops themselves are taken by the whole page. */
export function Choose({ most, take }: { most: number; take: (files: File[]) => void }) {
  const words = t().writing.add;
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chosen = (input: HTMLInputElement, from: 'files' | 'folder'): void => {
    const found = [...(input.files ?? [])];
    input.value = '';
    take(from === 'folder' ? shownOnly(found) : found);
  };
  return (
    <div class="drop">
      <p>
        <b>{words.drop}</b>
      </p>
      <p class="row">
        <button type="button" onClick={() => files.current?.click()}>
          {words.files}
        </button>
        <button type="button" onClick={() => folder.current?.click()}>
          {words.folder}
        </button>
      </p>
      <p class="quiet">{fill(words.kinds, { size: sizeOf(most) })}</p>
      <input ref={files} type="file" multiple hidden tabIndex={-1} aria-hidden="true" data-chosen="files" onChange={(event) => chosen(event.currentTarget, 'files')} />
      <input
        ref={(input) => {
          folder.current = input;
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        tabIndex={-1}
        aria-hidden="true"
        data-chosen="folder"
        onChange={(event) => chosen(event.currentTarget, 'folder')}
      />
    </div>
  );
}
