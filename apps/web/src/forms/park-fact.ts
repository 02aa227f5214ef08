import type { ParkField } from '../api/parks.client.ts';

/** What has been typed for a field, part by part. */
export type Draft = Readonly<Record<string, string>>;

export const isFilled = (draft: Draft | undefined): boolean =>
  draft !== undefined && Object.values(draft).some((text) => text.trim() !== '');

/** A fact as the server takes it; what is no number goes as it is typed, and is refused by name. */
export function drafted(field: ParkField, draft: Draft, source: string, date: string): object {
  const text = (part: string) => draft[part]?.trim() ?? '';
  const number = (part: string): number | string => {
    const typed = text(part).replaceAll(',', '').replaceAll('，', '');
    return typed !== '' && Number.isFinite(Number(typed)) ? Number(typed) : text(part);
  };
  const names = { zh: text('zh'), en: text('en') || text('zh') };
  const given = (parts: readonly string[]) =>
    Object.fromEntries(parts.filter((part) => text(part) !== '').map((part) => [part, text(part)]));
  const value = {
    amount: () => ({ amount: number('amount') }),
    text: () => ({ text: names }),
    distance: () => ({ distance: { to: names, km: number('km') } }),
    contact: () => ({ contact: { name: text('name'), ...given(['duty', 'phone', 'email']) } }),
    zones: () => ({}),
  }[field.value]();
  return { field: field.id, value, source, ...(date.trim() && { date: date.trim() }) };
}
