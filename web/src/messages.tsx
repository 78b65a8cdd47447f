// The words of the interface in the language that is chosen. A component that calls t() is drawn again when it changes.
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { en } from './messages/en';
import type { Counted, Messages } from './messages/en';

export const messages = signal<Messages>(en);

export const t = (): Messages => messages.value;

const NAME = /\{(\w+)\}/;

/** A sentence with its {names} filled in. */
export const fill = (sentence: string, given: Record<string, string | number>): string =>
  sentence.replaceAll(new RegExp(NAME, 'g'), (whole, name: string) => `${given[name] ?? whole}`);

/** A sentence whose {names} are elements. */
export function Filled({ sentence, given }: { sentence: string; given: Record<string, ComponentChildren> }) {
  return <>{sentence.split(NAME).map((part, index) => (index % 2 === 0 ? part : given[part]))}</>;
}

/** A number of things, in the plural form of the language. */
export function counted(count: number, what: Counted): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string } = t().counted[what];
  const form = forms[new Intl.PluralRules(t().locale).select(count)] ?? forms.other;
  return fill(form, { n: count });
}
