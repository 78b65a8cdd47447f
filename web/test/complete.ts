// Checked by `npm run check` alone: a language that lacks a word that English has is an error of types here, and the
// build goes on, with the English word.
import { ar } from '../src/messages/ar';
import { en } from '../src/messages/en';
import type { Messages } from '../src/messages/en';
import { es } from '../src/messages/es';
import { fa } from '../src/messages/fa';
import { fr } from '../src/messages/fr';
import type { Code } from '../src/messages/languages';
import { uk } from '../src/messages/uk';

export const complete: Record<Code, Messages> = { en, fa, ar, uk, fr, es };
