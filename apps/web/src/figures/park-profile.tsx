import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asks } from '../api/asks.ts';
import { type ParkFact, type ParkFacts, type ParkField, parkAsks } from '../api/parks.client.ts';
import type { KnownPlace } from '../api/types.ts';
import { number } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { Cite, citing, Sources } from './cited-sources.tsx';
import { FactValue } from './fact-value.tsx';
import { SampleMark } from './record-head.tsx';

interface Props {
  seen: ParkFacts;
  batch: string | undefined;
  city: KnownPlace | undefined;
  province: KnownPlace | undefined;
}

const groups = ['place', 'industry', 'capacity', 'transport', 'contact'] as const;

/** What is known of a park, field by field, each fact with its date and source; what is unknown says so. */
export function ParkProfile({ seen, batch, city, province }: Props) {
  const { t, of } = useWords();
  const fields = useQuery(parkAsks.fields());
  const pack = useQuery(asks.parks());
  const notices = pack.data?.batches.find(({ id }) => id === batch);
  const listed = notices?.notices.find(({ kind }) => kind === 'list')?.source;
  const factsOf = (field: ParkField) => seen.facts.filter((fact) => fact.field === field.id);
  const all = fields.data?.fields ?? [];
  const inOrder = groups.flatMap((group) => all.filter((field) => field.group === group));
  const number = citing([
    listed,
    ...inOrder.flatMap((field) => factsOf(field).map(({ source }) => source)),
    ...(notices?.notices ?? []).map(({ source }) => source),
  ]);
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{t('park.facts')}</h2>
      <dl className="facts">
        {notices ? (
          <Row name={t('park.batch')}>
            {of(notices.name)}
            <Cite number={number.of(listed)} />
          </Row>
        ) : null}
        <Row name={t('park.place')}>
          {city ? of(city.name) : ''}
          {province && province !== city ? ` · ${of(province.name)}` : ''}
        </Row>
        <Row name={t('park.region')}>{city?.region ? t(`region.${city.region}`) : <Unknown />}</Row>
        {inOrder.map((field) => (
          <FieldRow key={field.id} {...{ field, seen, facts: factsOf(field), cite: number.of }} />
        ))}
        {notices ? (
          <Row name={t('park.notices')}>
            <ul>
              {notices.notices.map((notice) => (
                <li key={notice.source}>
                  {t(`park.notice.${notice.kind}`)} · {notice.date}
                  <Cite number={number.of(notice.source)} />
                </li>
              ))}
            </ul>
          </Row>
        ) : null}
      </dl>
      <Sources ids={number.ids} />
    </section>
  );
}

interface FieldProps {
  field: ParkField;
  seen: ParkFacts;
  facts: readonly ParkFact[];
  cite: (source: string | undefined) => number | undefined;
}

function FieldRow({ field, seen, facts, cite }: FieldProps) {
  const { t, of, language } = useWords();
  // Who sees published facts alone is not told of fields that are kept back.
  if (facts.length === 0 && !seen.whole && !seen.open.includes(field.id)) return null;
  const drawn = field.id === 'zones' ? seen.areas.drawn : undefined;
  return (
    <Row
      name={
        <>
          {of(field.name)}
          {seen.whole && !seen.open.includes(field.id) ? (
            <span className="inside"> {t('park.inside')}</span>
          ) : null}
        </>
      }
    >
      {facts.length === 0 ? <Unknown /> : null}
      <ul>
        {facts.map((fact) => (
          <li key={fact.id}>
            <FactValue value={fact.value} field={field} />
            {fact.note ? <span className="quiet"> ({of(fact.note)})</span> : null}
            {fact.sample ? <SampleMark /> : null}
            {fact.date ? <span className="quiet"> {fact.date}</span> : null}
            <Cite number={cite(fact.source)} />
          </li>
        ))}
      </ul>
      {drawn === undefined ? null : (
        <p className="quiet">{t('park.drawn', { value: number(drawn, language, 2) })}</p>
      )}
    </Row>
  );
}

const Row = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

export function Unknown({ text }: { text?: string }) {
  const { t } = useWords();
  return <span className="unknown">{text ?? t('park.unknown')}</span>;
}
