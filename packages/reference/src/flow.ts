/** Direction of trade. `total` is exports plus imports, never a third kind of goods. */
export const flows = ['export', 'import', 'total'] as const;
export type Flow = (typeof flows)[number];

export const isFlow = (text: string): text is Flow => (flows as readonly string[]).includes(text);
