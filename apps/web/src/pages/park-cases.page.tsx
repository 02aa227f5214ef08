import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme } from '../api/programme.client.ts';
import { Deadline } from '../figures/deadline.tsx';
import { SampleMark, StateTag } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { FieldsForm } from '../forms/review/fields.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** Re-assessments and exits of recognised parks. */
export function ParkCasesPage() {
  const { t } = useWords();
  useDocumentWords(t('parkCase.title'));
  return (
    <div className="page">
      <h1>{t('parkCase.title')}</h1>
      <p className="quiet">{t('parkCase.lead')}</p>
      <Cases plural="re-assessments" />
      <Cases plural="park-exits" />
    </div>
  );
}

function Cases({ plural }: { plural: 're-assessments' | 'park-exits' }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const { data, error } = useQuery(programmeAsks.list(plural, { sort: 'changed' }));
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height={160} />;
  const exit = plural === 'park-exits';
  return (
    <section aria-label={t(`parkCase.${plural}`)}>
      <h2>{t(`parkCase.${plural}`)}</h2>
      {data.records.length === 0 ? (
        <Empty title={t('parkCase.none')} remedy={t(`parkCase.noneRemedy.${plural}`)} />
      ) : (
        <div className="wide">
          <table className="plain" aria-label={t(`parkCase.${plural}`)}>
            <thead>
              <tr>
                <th scope="col">{t('review.column.park')}</th>
                <th scope="col">{t('recognition.state')}</th>
                <th scope="col">{t('parkCase.due')}</th>
              </tr>
            </thead>
            <tbody>
              {data.records.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to={exit ? paths.parkExit : paths.reAssessment} params={{ id: one.id }}>
                      {of(one.title)}
                    </Link>
                    {one.sample ? <SampleMark /> : null}
                  </th>
                  <td>
                    <StateTag record={one} />
                  </td>
                  <td>{one.due ? <Deadline date={one.due} /> : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data.mayCreate ? (
        <details className="beginning">
          <summary>{t(`parkCase.begin.${plural}`)}</summary>
          <FieldsForm
            action={t('parkCase.send')}
            fields={[
              { name: 'park', label: t('parkCase.park') },
              ...(exit
                ? ([
                    { name: 'warning', label: t('parkCase.warning'), type: 'text' },
                    { name: 'mendBy', label: t('parkCase.mendBy'), type: 'date' },
                  ] as const)
                : ([
                    { name: 'batch', label: t('parkCase.batch') },
                    { name: 'due', label: t('parkCase.reportBy'), type: 'date' },
                  ] as const)),
            ]}
            send={async (given) => {
              await programme.create(plural, given);
              await client.invalidateQueries({ queryKey: ['records', plural] });
            }}
          />
        </details>
      ) : null}
    </section>
  );
}
