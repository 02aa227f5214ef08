import { useQuery, useQueryClient } from '@tanstack/react-query';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme } from '../api/programme.client.ts';
import { RecordTable } from '../figures/record-table.tsx';
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
  const { t } = useWords();
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
        <RecordTable
          records={data.records}
          page={exit ? paths.parkExit : paths.reAssessment}
          label={t(`parkCase.${plural}`)}
          columns={[t('review.column.park'), t('parkCase.due')]}
        />
      )}
      {data.mayCreate ? (
        <details className="beginning">
          <summary>{t(`parkCase.begin.${plural}`)}</summary>
          <BeginCase plural={plural} />
        </details>
      ) : null}
    </section>
  );
}

/** Parks are recognised by the dozen: one question brings them all. */
const parksToChoose = { sort: 'title', size: '500' };
/** Batches whose list may still take in who passes. */
const batchesToChoose = { state: 'called,reviewing,proposed,noticed' };

function BeginCase({ plural }: { plural: 're-assessments' | 'park-exits' }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const exit = plural === 'park-exits';
  const parks = useQuery(
    programmeAsks.list('park-profiles', {
      ...parksToChoose,
      state: exit ? 'recognised' : 'recognised,warned',
    }),
  );
  const batches = useQuery({ ...programmeAsks.list('batches', batchesToChoose), enabled: !exit });
  const error = parks.error ?? batches.error;
  if (error) return <Trouble error={error} />;
  const options = (found: typeof parks.data) =>
    (found?.records ?? []).map(({ id, title }) => ({ value: id, label: of(title) }));
  return (
    <FieldsForm
      action={t('parkCase.send')}
      fields={[
        { name: 'park', label: t('review.column.park'), type: 'choice', options: options(parks.data) },
        ...(exit
          ? ([
              { name: 'warning', label: t('parkCase.warning'), type: 'text' },
              { name: 'mendBy', label: t('parkCase.mendBy'), type: 'date' },
            ] as const)
          : ([
              {
                name: 'batch',
                label: t('parkCase.batch'),
                type: 'choice',
                options: options(batches.data),
              },
              { name: 'due', label: t('parkCase.reportBy'), type: 'date' },
            ] as const)),
      ]}
      send={async (given) => {
        await programme.create(plural, given);
        await client.invalidateQueries({ queryKey: ['records'] });
      }}
    />
  );
}
