import type { ParkFact, ParkField } from '../api/parks.client.ts';
import { number } from '../words/amount.ts';
import { useWords } from '../words/words.ts';

/** What a fact of a park says, with the unit of its field. */
export function FactValue({ value, field }: { value: ParkFact['value']; field: ParkField | undefined }) {
  const { t, of, language } = useWords();
  const round = (amount: number) => number(amount, language, Number.isInteger(amount) ? 0 : 2);
  if ('amount' in value) return <>{`${round(value.amount)} ${field?.unit ? of(field.unit) : ''}`.trim()}</>;
  if ('text' in value) return <>{of(value.text)}</>;
  if ('distance' in value)
    return <>{`${of(value.distance.to)} · ${t('park.km', { value: round(value.distance.km) })}`}</>;
  if ('contact' in value) {
    const { name, duty, phone, email } = value.contact;
    return <>{[name, duty, phone, email].filter(Boolean).join(' · ')}</>;
  }
  return (
    <ul>
      {value.zones.map((zone) => (
        <li key={zone.name.zh}>
          {of(zone.name)}
          {zone.areaKm2 === undefined ? '' : ` · ${t('park.km2', { value: round(zone.areaKm2) })}`}
          {zone.industries?.length ? ` · ${zone.industries.map(of).join(t('list.comma'))}` : ''}
        </li>
      ))}
    </ul>
  );
}
