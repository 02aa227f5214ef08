/** Which applications of a batch are shown. */
export interface BatchState {
  state?: string | undefined;
  page?: number | undefined;
}

/** What the address says of a batch's applications; what makes no sense is left out. */
export function readBatch({ state, page }: Record<string, unknown>): BatchState {
  const number = Number(page);
  return {
    ...(typeof state === 'string' && /^[a-z-]{1,40}$/.test(state) && { state }),
    ...(Number.isInteger(number) && number > 1 && { page: number }),
  };
}
