/** Lets others have their turn now and then: protecting a table takes minutes, and a server answers meanwhile. */
export function breather(milliseconds = 25): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < milliseconds) return undefined;
    return new Promise((resolve) =>
      setTimeout(() => {
        last = performance.now();
        resolve();
      }),
    );
  };
}
