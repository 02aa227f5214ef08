const queues = new WeakMap<object, Promise<unknown>>();

/** Work that changes one store waits for the work before it, whether that succeeded or not. */
export function inTurn<T>(store: object, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(store) ?? Promise.resolve()).then(work, work);
  queues.set(
    store,
    turn.catch(() => undefined),
  );
  return turn;
}
