// What can be taken away of what is shown.
import type { Page } from '../page';

export const FORMS = ['png', 'svg', 'html', 'brief', 'states', 'claims', 'geojson'] as const;
export type Form = (typeof FORMS)[number];

/** A form that can be had: from an address of the server, or made in the page. */
export type Offer = { form: Form; name: string } & ({ href: string } | { make: () => Blob | Promise<Blob> });

/** What only a server gives beside them. Addresses stand beside that of the page. */
export interface Served {
  /** False where the server lacks what it needs for pictures in pixels. */
  pixels(): Promise<boolean>;
  animation(course: Course): { name: string; href: string };
  feeds(place: string | null): { atom: string; json: string };
}

/** The days of an animation. */
export interface Course {
  from: string; // ISO dates
  to: string;
  step: number; // days
  then: boolean; // each as known that day
}

export type OffersOf = (page: Page) => Offer[];

export const MOST_FRAMES = 200; // of an animation: as exports/raster.py has it
