/** Offers to show what the server has taken in since; the address keeps what is looked at. */
export function Newer() {
  return (
    <p class="notice newer" role="status">
      Newer reports are in.{' '}
      <button type="button" onClick={() => location.reload()}>
        Show
      </button>
    </p>
  );
}
