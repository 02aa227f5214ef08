export const findBrowser: () => string | undefined;
export function installBrowser(): string | undefined;
