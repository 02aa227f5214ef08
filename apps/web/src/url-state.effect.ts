export interface EffectState {
  comparison?: 'all';
}

/** With which cities parks are compared; those most like them where the address says nothing. */
export const readEffect = ({ comparison }: Readonly<Record<string, unknown>>): EffectState =>
  comparison === 'all' ? { comparison } : {};
