// What is said while a server works the picture out, which for a large record takes minutes: a clock, so that nobody
// takes it for standing still.
import { fill, leftward, t } from './messages';

const LATE = 5; // seconds after which it is said
const SECOND = 1000; // milliseconds

/** Minutes and seconds: "2:05". */
export const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Tells every second how long it has been worked on, once that is long. What it gives back ends the telling. */
export function tellWaiting(tell: (words: string) => void): () => void {
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += 1;
    if (seconds >= LATE) tell(fill(t().app.working, { time: leftward(clockOf(seconds)) }));
  }, SECOND);
  return () => clearInterval(timer);
}
