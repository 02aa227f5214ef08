import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeasureContent } from '../api/measure.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { Comments } from '../figures/comments.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { MeasureEditor } from '../forms/measures/measure.editor.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.measureEdit);

/** A measure of an office, from its draft to when it is repealed. */
export function MeasureEditPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const client = useQueryClient();
  const { data: record, error, refetch } = useQuery(programmeAsks.record<MeasureContent>('measures', id));
  const [dirty, setDirty] = useState(false);
  useDocumentWords(record ? of(record.title) : t('measures.title'));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!record) return <Skeleton height="60vh" />;
  const content: MeasureContent = {
    measure: '',
    title: record.title,
    text: '',
    place: record.territory,
    owner: '',
    note: '',
    ...record.content,
  };
  const reason = [{ name: 'reason', label: t('measureEdit.reason') }];
  return (
    <div className="page">
      <p>
        <Link to={paths.measures}>{t('measures.title')}</Link>
      </p>
      <RecordHead record={record}>
        {record.state === 'in-force' ? (
          <p>
            <Link to={paths.measure} params={{ id: content.measure }}>
              {t('measureEdit.open')}
            </Link>
          </p>
        ) : null}
      </RecordHead>
      {dirty ? (
        <p role="status" className="left-over">
          {t('measureEdit.unsaved')}
        </p>
      ) : (
        <Acts plural="measures" record={record as RecordSeen} asked={{ return: reason, repeal: reason }} />
      )}
      <MeasureEditor
        key={record.version}
        content={content}
        editable={record.editable}
        onDirty={setDirty}
        save={async (next) => {
          const saved = await programme.edit('measures', record.id, record.version, next);
          client.setQueryData(['records', 'measures', record.id], saved);
          await client.invalidateQueries({ queryKey: ['records'] });
        }}
      />
      <Comments record={id} />
      <Versions plural="measures" id={id} version={record.version} />
    </div>
  );
}
