import { language, t } from '../messages';
import { CODES, LANGUAGES } from '../messages/languages';
import type { Code } from '../messages/languages';
import type { Page } from '../page';

/** The choice of a language, each under its own name. */
export function Languages({ page }: { page: Page }) {
  return (
    <select
      class="languages"
      aria-label={t().language}
      title={t().language}
      value={language.value}
      onChange={(event) => (page.lang.value = event.currentTarget.value as Code)}
    >
      {CODES.map((code) => (
        <option key={code} value={code} lang={code} dir={LANGUAGES[code].dir}>
          {LANGUAGES[code].name}
        </option>
      ))}
    </select>
  );
}
