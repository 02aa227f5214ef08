import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { programmeAsks } from '../api/programme.asks.ts';
import type { RecordSeen } from '../api/programme.client.ts';
import { recognitionAsks } from '../api/recognition.asks.ts';
import {
  type ApplicationContent,
  type Call,
  emptyForm,
  type ApplicationForm as Form,
} from '../api/recognition.client.ts';
import { Comments } from '../figures/comments.tsx';
import { ApplicationRead } from '../figures/recognition/application-read.tsx';
import { CheckLines } from '../figures/recognition/check-lines.tsx';
import { Course } from '../figures/recognition/course.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { SavingLine } from '../figures/saving-line.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { ApplicationForm } from '../forms/application/application.form.tsx';
import { RemarksForm, remarking } from '../forms/application/remarks.form.tsx';
import { useDraft } from '../forms/use-draft.ts';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.application);
type Application = RecordSeen<ApplicationContent>;

/** An application: filled in with the call beside it, or read by those who decide on it. */
export function ApplicationPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const session = useQuery(programmeAsks.session());
  const application = useQuery(recognitionAsks.application(id));
  const batchId = application.data?.parent ?? '';
  const batch = useQuery({ ...recognitionAsks.batch(batchId), enabled: batchId !== '' });
  useDocumentWords(application.data ? of(application.data.title) : t('recognition.title'));
  const error = application.error ?? batch.error;
  if (error) return <Trouble error={error} retry={() => void application.refetch()} />;
  if (!application.data || !batch.data || !session.data) return <Skeleton height="60vh" />;
  const record = application.data;
  const { call } = batch.data.content;
  return (
    <div className="page application">
      <p className="quiet">
        <Link to={paths.batch} params={{ id: batchId }}>
          {of(batch.data.title)}
        </Link>
      </p>
      <RecordHead record={record} />
      <Course record={record} />
      {record.editable && call ? (
        <Filling
          key={`${record.id} ${record.state}`}
          record={record}
          call={call}
          territory={session.data.asker?.territory ?? ''}
        />
      ) : (
        <Reading record={record} call={call} />
      )}
      <Comments record={id} />
      <Versions plural="applications" id={id} version={record.version} />
    </div>
  );
}

const kept = {
  plural: 'applications',
  read: ({ form }: Partial<ApplicationContent>): Form => ({ ...emptyForm, ...form }),
  write: (content: Partial<ApplicationContent>, form: Form) => ({ ...content, form }) as ApplicationContent,
};

function Filling({ record, call, territory }: { record: Application; call: Call; territory: string }) {
  const draft = useDraft<ApplicationContent, Form>(record, kept);
  const { form, change, saving } = draft;
  const { returned, incomplete } = record.content.course ?? {};
  const asked =
    record.state === 'returned' ? returned : record.state === 'incomplete' ? incomplete : undefined;
  const remarks = new Map(asked?.reasons.map(({ field, reason }) => [field, reason]));
  return (
    <>
      <SavingLine draft={draft} />
      <fieldset className="bare" disabled={saving !== 'saved'}>
        <Deciding record={record} />
      </fieldset>
      <div className="beside form-and-checks">
        <ApplicationForm
          id={record.id}
          form={form}
          call={call}
          territory={territory}
          remarks={remarks}
          change={change}
        />
        <Checks id={record.id} form={form} />
      </div>
    </>
  );
}

function Reading({ record, call }: { record: Application; call: Call | undefined }) {
  const form = { ...emptyForm, ...record.content.form };
  // Who sees only what is published does not see how it stands to the call.
  const whole = record.content.course !== undefined;
  return (
    <>
      <Deciding record={record} />
      <div className={whole ? 'beside form-and-checks' : undefined}>
        <ApplicationRead form={form} call={call} />
        {whole ? <Checks id={record.id} form={form} /> : null}
      </div>
    </>
  );
}

function Deciding({ record }: { record: Application }) {
  const { t } = useWords();
  const text = (label: string) => [{ name: 'opinion', label: t(label) }];
  const reason = [{ name: 'reason', label: t('record.reason') }];
  return (
    <>
      <Acts
        plural="applications"
        record={record as RecordSeen}
        without={remarking}
        asked={{
          report: text('application.opinion'),
          countersign: text('application.countersignOpinion'),
          reject: reason,
          withdraw: reason,
        }}
      />
      <RemarksForm record={record} />
    </>
  );
}

/** Asked again a moment after the last change; until the answer comes the last one stands. */
function Checks({ id, form }: { id: string; form: Form }) {
  const settled = useSettled(form, 250);
  const { data, error } = useQuery(recognitionAsks.check(id, settled));
  if (error && !data) return <Trouble error={error} />;
  if (!data) return <Skeleton height={300} />;
  return <CheckLines measure={data} />;
}

function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), pause);
    return () => window.clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
