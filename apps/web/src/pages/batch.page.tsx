import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Pagination, Select } from 'antd';
import { useState } from 'react';
import { asks } from '../api/asks.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { recognitionAsks } from '../api/recognition.asks.ts';
import { type ApplicationContent, type BatchContent, emptyForm } from '../api/recognition.client.ts';
import { ApplicationTable } from '../figures/recognition/application-table.tsx';
import { CallText } from '../figures/recognition/call-text.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { BatchOutcome } from '../figures/review/batch-outcome.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { BatchForm } from '../forms/batch.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.batch);
const pageSize = 100;

/** A batch: its call, what may be done with it, and who has applied. */
export function BatchPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const batch = useQuery(recognitionAsks.batch(id));
  useDocumentWords(batch.data ? of(batch.data.title) : t('recognition.title'));
  if (batch.error) return <Trouble error={batch.error} retry={() => void batch.refetch()} />;
  if (!batch.data) return <Skeleton height="60vh" />;
  const record = batch.data;
  return (
    <div className="page">
      <RecordHead record={record} />
      <Acts
        plural="batches"
        record={record as RecordSeen}
        asked={{
          closeCall: [{ name: 'reason', label: t('batch.closeReason'), optional: true }],
          cancel: [{ name: 'reason', label: t('record.reason') }],
        }}
      />
      <BatchOutcome batch={record as RecordSeen} />
      <Applications batch={record} />
      {record.editable ? <Editing record={record} /> : null}
      <section>
        <CallText content={record.content as BatchContent} />
      </section>
      <Versions plural="batches" id={id} version={record.version} />
    </div>
  );
}

/** A draft may be changed until its call is out. */
function Editing({ record }: { record: RecordSeen<BatchContent> }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  return (
    <section>
      <Button size="small" onClick={() => setOpen(!open)}>
        {t(open ? 'batch.keep' : 'batch.edit')}
      </Button>
      {open ? (
        <BatchForm
          batch={record.content as BatchContent}
          send={async (content) => {
            const next = await programme.edit('batches', record.id, record.version, content);
            client.setQueryData(['records', 'batches', record.id], next);
            setOpen(false);
          }}
        />
      ) : null}
    </section>
  );
}

function Applications({ batch }: { batch: RecordSeen<BatchContent> }) {
  const { t, of } = useWords();
  const { state, province, page = 1 } = route.useSearch();
  const places = useQuery(asks.places());
  const navigate = route.useNavigate();
  const { data, error } = useQuery(
    programmeAsks.list('applications', {
      parent: batch.id,
      state,
      territory: province,
      page: `${page}`,
      size: `${pageSize}`,
      sort: 'changed',
    }),
  );
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height={200} />;
  const all = Object.values(data.counts).reduce((sum, count) => sum + count, 0);
  const show = (next: { state?: string | undefined; province?: string | undefined; page?: number }) =>
    void navigate({ search: (was) => ({ ...was, ...next }), replace: true, resetScroll: false });
  return (
    <section aria-labelledby="applications-title">
      <div className="page-head">
        <h2 id="applications-title">{t('batch.applications')}</h2>
        {data.mayCreate && batch.state === 'called' ? <Apply batch={batch.id} /> : null}
      </div>
      {all === 0 && !province ? (
        <Empty
          title={t('batch.noApplications')}
          remedy={t(data.mayCreate ? 'batch.noApplicationsPark' : 'batch.noApplicationsRemedy')}
        />
      ) : (
        <>
          <fieldset className="chips" aria-label={t('batch.filter')}>
            <Select
              size="small"
              allowClear
              aria-label={t('batch.province')}
              placeholder={t('batch.province')}
              value={province ?? null}
              options={(places.data?.places ?? [])
                .filter(({ level, region }) => level === 'province' && region)
                .map(({ code, short, name }) => ({ value: code, label: of(short ?? name) }))}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(code: string | null) => show({ province: code ?? undefined, page: 1 })}
            />
            {[undefined, ...Object.keys(data.counts).sort()].map((one) => (
              <button
                key={one ?? ''}
                type="button"
                aria-pressed={state === one}
                onClick={() => show({ state: one, page: 1 })}
              >
                {one ? t(`application.state.${one}`) : t('batch.all')} {one ? data.counts[one] : all}
              </button>
            ))}
          </fieldset>
          <ApplicationTable records={data.records} label={t('batch.applications')} />
          {data.total > pageSize ? (
            <Pagination
              size="small"
              current={page}
              pageSize={pageSize}
              total={data.total}
              showSizeChanger={false}
              onChange={(to) => show({ page: to })}
            />
          ) : null}
        </>
      )}
    </section>
  );
}

/** Begins an application of one's own place. */
function Apply({ batch }: { batch: string }) {
  const { t } = useWords();
  const { data: session } = useQuery(programmeAsks.session());
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const asker = session?.asker;
  if (!asker) return null;
  const begin = async () => {
    setBusy(true);
    try {
      const made = await programme.create<Omit<ApplicationContent, 'course'>>('applications', {
        batch,
        organisation: asker.organisation,
        province: `org-province-${asker.territory.slice(0, 2)}0000`,
        form: { ...emptyForm, place: asker.territory },
      });
      await navigate({ to: paths.application, params: { id: made.id } });
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return (
    <>
      <Button type="primary" loading={busy} onClick={() => void begin()}>
        {t('batch.apply')}
      </Button>
      {error ? <Trouble error={error} /> : null}
    </>
  );
}
