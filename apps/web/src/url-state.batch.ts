/** Which applications of a batch are shown. */
export interface BatchState {
  state?: string | undefined;
  /** Two digits and four zeros. */
  province?: string | undefined;
  page?: number | undefined;
}

/** What the address says of a batch's applications; what makes no sense is left out. */
export function readBatch({ state, province, page }: Record<string, unknown>): BatchState {
  const number = Number(page);
  return {
    ...(typeof state === 'string' && /^[a-z-]{1,40}$/.test(state) && { state }),
    ...(/^\d{2}0000$/.test(String(province)) && { province: String(province) }),
    ...(Number.isInteger(number) && number > 1 && { page: number }),
  };
}
