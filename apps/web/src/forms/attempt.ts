import { useState } from 'react';

/** Something that a person has done: whether it is under way, and what went wrong with it. */
export function useAttempt() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  return { busy, error, attempt };
}
