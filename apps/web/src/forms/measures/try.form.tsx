import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { asks } from '../../api/asks.ts';
import { measureAsks } from '../../api/measure.asks.ts';
import type { MeasureWhole, Subject } from '../../api/measure.client.ts';
import { Outcome } from '../../figures/measures/measure-outcome.tsx';
import { Empty, Skeleton, Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';
import { SubjectField, type SubjectValue } from './subject.field.tsx';

type Values = Readonly<Record<string, SubjectValue>>;

/** A measure tried on a company: a form of the fields that it names, with what comes of it at once. */
export function TryForm({ measure }: { measure: MeasureWhole }) {
  const { t, of } = useWords();
  const [first] = measure.examples;
  const [values, setValues] = useState<Values>(
    Object.fromEntries((first?.given ?? []).map(({ path, value }) => [path, value])),
  );
  const [date, setDate] = useState(first?.date ?? measure.from);
  const [place, setPlace] = useState(first?.place.code ?? measure.places[0]?.code ?? '100000');
  const places = useQuery(asks.places());
  const { data, error } = useQuery(measureAsks.benefits(measure.id, subjectOf(date, place, values)));
  const [outcome] = data?.outcomes ?? [];
  return (
    <section className="measure-try" aria-labelledby="try-title">
      <h2 id="try-title">{t('measure.try')}</h2>
      <p className="quiet">
        {t('measure.tryLead')} {first ? t('measure.fromExample') : null}
      </p>
      <div className="measure-columns">
        <form className="entering" onSubmit={(event) => event.preventDefault()}>
          <div className="labelled">
            <span>{t('measure.start')}</span>
            <Input
              aria-label={t('measure.start')}
              type="date"
              value={date}
              onChange={({ target }) => target.value && setDate(target.value)}
            />
          </div>
          <div className="labelled">
            <span>{t('measure.at')}</span>
            <Select
              aria-label={t('measure.at')}
              value={place}
              loading={places.isLoading}
              showSearch={{ optionFilterProp: 'label' }}
              options={(places.data?.places ?? []).map(({ code, name }) => ({
                value: code,
                label: `${of(name)} ${code}`,
              }))}
              onChange={setPlace}
            />
          </div>
          {measure.fields.map((field) => (
            <SubjectField
              key={field.path}
              field={field}
              value={values[field.path]}
              onChange={(value) => setValues({ ...values, [field.path]: value })}
            />
          ))}
        </form>
        <div>
          <h3>{t('measure.result')}</h3>
          {error ? <Trouble error={error} /> : null}
          {data && !error ? (
            outcome ? (
              <Outcome outcome={outcome} />
            ) : (
              <Empty
                title={t('measure.elsewhere')}
                remedy={t('measure.elsewhereRemedy', {
                  places: measure.places.map(({ name }) => of(name)).join(t('list.comma')),
                })}
              />
            )
          ) : error ? null : (
            <Skeleton height={160} />
          )}
        </div>
      </div>
    </section>
  );
}

/** What is open is left out: it makes no condition false. */
function subjectOf(date: string, place: string, values: Values): Subject {
  const known = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  const of = (variable: string) =>
    Object.fromEntries(
      known
        .filter(([path]) => path.startsWith(`${variable}.`))
        .map(([path, value]) => [path.slice(variable.length + 1), value]),
    );
  return {
    date,
    place,
    there: of('place'),
    company: of('company'),
    project: of('project'),
    yearly: of('yearly'),
  };
}
