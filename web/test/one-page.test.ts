import { expect, it } from 'vitest';
import { policy, safeInScript } from '../one-page';

it('no code can end its script element', () => {
  const code = safeInScript('const a = "</script><!--<script>";');
  expect(code).not.toContain('</script');
  expect(code).not.toContain('<!--');
});

it('allows its own script and nothing else', () => {
  const words = policy('alert(1)', 'p{}');
  expect(words).toContain("default-src 'none'");
  expect(words).not.toContain('unsafe');
  expect(words).not.toContain('*');
  expect(words).toMatch(/script-src 'sha256-[\w+/]+=*'/);
});
