import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../messages';
import type { Desk } from '../../writing/desk';

/** What stands inside only once the token is had; it is asked for here. */
export function Permit({ desk, children }: { desk: Desk; children: ComponentChildren }) {
  return desk.token.value === null ? <Ask desk={desk} /> : <>{children}</>;
}

function Ask({ desk }: { desk: Desk }) {
  const [given, setGiven] = useState('');
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const words = t().writing.token;
  const use = async (event: Event): Promise<void> => {
    event.preventDefault();
    const token = given.trim();
    if (token === '') return setTold(words.missing);
    setBusy(true);
    try {
      await desk.permit(token);
    } catch (error) {
      setTold((error as Error).message);
      setBusy(false);
    }
  };
  return (
    <form class="permit" onSubmit={(event) => void use(event)}>
      <p>{words.ask}</p>
      <label class="field">
        <span>{words.label}</span>
        <input
          type="password"
          autocomplete="off"
          ref={first}
          spellcheck={false}
          value={given}
          aria-describedby="token-kept"
          onInput={(event) => setGiven(event.currentTarget.value)}
        />
      </label>
      <p class="quiet" id="token-kept">
        {words.kept}
      </p>
      {told !== '' && (
        <p class="notice" role="alert">
          {told}
        </p>
      )}
      <p class="row">
        <button type="submit" class="strong" disabled={busy}>
          {words.go}
        </button>
      </p>
    </form>
  );
}

/** Lets the token be forgotten, where there is one. */
export function Forget({ desk }: { desk: Desk }) {
  if (desk.token.value === null) return null;
  return (
    <button type="button" class="plain" onClick={() => desk.forget()}>
      {t().writing.token.forget}
    </button>
  );
}
