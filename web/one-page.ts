// Folds what Vite builds into one HTML file that opens from a disk: script and style inline, each allowed by
// its hash in the content security policy, nothing else allowed.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const hashed = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

// Inside a script element these two would end it or change how it is parsed; in a JavaScript string the
// escaped forms mean the same.
export const safeInScript = (code: string): string =>
  code.replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3C!--');

export const policy = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashed(script)}`,
    `style-src ${hashed(style)}`,
    'img-src data: blob:',
    // From file:// MapLibre reads its worker (a blob that the page made) and starts it as a data: address.
    'worker-src blob: data:',
    'connect-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function onePage(): Plugin {
  return {
    name: 'one-page',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      let script = '';
      let style = '';
      let html = '';
      for (const [name, part] of Object.entries(bundle)) {
        if (part.type === 'chunk' && script !== '') throw new Error('the page must be one script');
        if (part.type === 'chunk') script = safeInScript(part.code);
        else if (name.endsWith('.css')) style += String(part.source);
        else if (name.endsWith('.html')) html = String(part.source);
        else throw new Error(`the page must be one file, but the build also made ${name}`);
        delete bundle[name];
      }
      const notices = escaped(readFileSync(new URL('./THIRD_PARTY_NOTICES.txt', import.meta.url), 'utf8'));
      const source = html
        .replace(/\s*<script type="module"[^>]*><\/script>/, '')
        .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
        .replace('<!--policy-->', () => `<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">`)
        .replace('<!--style-->', () => `<style>${style}</style>`)
        .replace('<!--notices-->', () => `<template id="notices">${notices}</template>`)
        .replace('<!--script-->', () => `<script type="module">${script}</script>`);
      this.emitFile({ type: 'asset', fileName: 'page.html', source });
    },
  };
}
