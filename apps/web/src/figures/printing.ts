import { useSyncExternalStore } from 'react';

const medium = matchMedia('print');
// The medium changes only after the browser asked for the page; what is printed must stand before.
let asked = false;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
medium.addEventListener('change', tell);
for (const [event, begins] of [
  ['beforeprint', true],
  ['afterprint', false],
] as const) {
  addEventListener(event, () => {
    asked = begins;
    tell();
  });
}

/** Whether the page is being printed: then tables show all their rows. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => asked || medium.matches);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
