import { useEffect, useState } from 'preact/hooks';
import { t } from '../../messages';
import type { Page } from '../../page';
import type { Desk } from '../../writing/desk';
import { filesOf } from '../../writing/dropped';

/** What writing adds to the whole page: files can be dropped on it, and what was done is told with its way back. */
export function Writing({ page, desk }: { page: Page; desk: Desk }) {
  return (
    <>
      <DropArea page={page} desk={desk} />
      <Told page={page} desk={desk} />
    </>
  );
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** A file that is dropped never replaces the page, whether it can be taken or not. */
function DropArea({ page, desk }: { page: Page; desk: Desk }) {
  const [over, setOver] = useState(false);
  const writing = desk.writing.value === true;
  useEffect(() => {
    let left = 0;
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      clearTimeout(left);
      left = window.setTimeout(() => setOver(false), 300);
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = writing ? 'copy' : 'none';
      setOver(writing);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      setOver(false);
      if (!writing) return;
      void filesOf(event.dataTransfer).then((files) => {
        desk.dropped.value = files;
        page.dialog.value = 'add';
      });
    };
    document.addEventListener('dragover', drag);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', drag);
      document.removeEventListener('drop', drop);
      clearTimeout(left);
    };
  }, [page, desk, writing]);
  return over && page.dialog.value === null ? <div class="dropping">{t().writing.add.dropAnywhere}</div> : null;
}

function Told({ page, desk }: { page: Page; desk: Desk }) {
  const done = desk.done.value;
  if (done === null) return null;
  const words = t().writing.done;
  return (
    <div class="told">
      <p role="status">
        {done.words} {done.shown === 'working' && words.working} {done.shown === 'no' && words.notShown}
      </p>
      {done.shown === 'no' && (
        <button type="button" onClick={() => location.reload()}>
          {words.load}
        </button>
      )}
      {done.undo !== null && (
        <button type="button" aria-keyshortcuts="u" onClick={() => (page.dialog.value = 'undo')}>
          {words.undoNow} <kbd aria-hidden="true">u</kbd>
        </button>
      )}
      <button type="button" class="round" aria-label={words.dismiss} onClick={() => (desk.done.value = null)}>
        ×
      </button>
    </div>
  );
}
