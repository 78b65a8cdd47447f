import { afterWords } from '../words';

/** Stands where states would, on a day after the day of knowledge. */
export const After = () => (
  <p class="notice after" role="note">
    {afterWords()}
  </p>
);
