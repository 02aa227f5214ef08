/** Parks side by side, at most. */
export const mostCompared = 4;

const regions = ['central', 'west', 'northeast', 'east'] as const;
const states = ['candidate', 'recognised', 'warned', 'exiting', 'exited'] as const;

/** Which parks of the registry are shown. */
export interface ParksState {
  name?: string | undefined;
  region?: (typeof regions)[number] | undefined;
  state?: (typeof states)[number] | undefined;
  page?: number | undefined;
}

/** What the address says of the registry; what makes no sense is left out. */
export function readParks({ name, region, state, page }: Record<string, unknown>): ParksState {
  const known = <T extends string>(list: readonly T[], value: unknown) => list.find((one) => one === value);
  const number = Number(page);
  return {
    ...(typeof name === 'string' && name.trim() !== '' && { name: name.trim().slice(0, 80) }),
    ...(known(regions, region) && { region: known(regions, region) }),
    ...(known(states, state) && { state: known(states, state) }),
    ...(Number.isInteger(number) && number > 1 && { page: number }),
  };
}

/** Which parks are compared: ids, separated by commas. */
export const readCompared = ({ ids }: Record<string, unknown>): { ids?: string } =>
  typeof ids === 'string' && ids !== ''
    ? { ids: ids.split(',').filter(Boolean).slice(0, mostCompared).join(',') }
    : {};
