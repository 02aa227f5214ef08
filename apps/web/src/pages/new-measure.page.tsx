import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { measureAsks } from '../api/measure.asks.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme, type Session } from '../api/programme.client.ts';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { BringIn } from '../forms/measures/bring-in.form.tsx';
import { MeasureEditor } from '../forms/measures/measure.editor.tsx';
import { paths } from '../paths.ts';
import { begunText } from '../words/begun-measure.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.newMeasure);

/** A measure begun by an office: from a text with every part, or from one in force. */
export function NewMeasurePage() {
  const { t } = useWords();
  useDocumentWords(t('measureEdit.titleNew'));
  const { from } = route.useSearch();
  const session = useQuery(programmeAsks.session());
  const inForce = useQuery({ ...measureAsks.one(from ?? ''), enabled: from !== undefined });
  if (inForce.error) return <Trouble error={inForce.error} />;
  if (!session.data || (from !== undefined && !inForce.data)) return <Skeleton height="60vh" />;
  const { asker } = session.data;
  if (!asker || !['ministry', 'province', 'park'].includes(asker.role)) {
    return (
      <Empty title={t('measureEdit.cannot')} remedy={t('measureEdit.cannotRemedy')}>
        <p>
          <Link to={paths.signIn}>{t('session.title')}</Link> ·{' '}
          <Link to={paths.measures}>{t('measures.title')}</Link>
        </p>
      </Empty>
    );
  }
  return (
    <div className="page">
      <h1>{t('measureEdit.titleNew')}</h1>
      <p className="quiet">{t('measureEdit.lead')}</p>
      <Begun asker={asker} inForce={inForce.data} />
    </div>
  );
}

function Begun({
  asker,
  inForce,
}: {
  asker: NonNullable<Session['asker']>;
  inForce: { id: string; text: string; title: { zh: string; en: string } } | undefined;
}) {
  const navigate = useNavigate();
  const [tabled, setTabled] = useState<{ id: string; text: string }>();
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const begun = tabled ?? inForce;
  return (
    <>
      <BringIn take={setTabled} />
      <MeasureEditor
        key={tabled?.text}
        editable
        fresh
        content={{
          measure: begun?.id ?? '',
          title: inForce?.title ?? { zh: '', en: '' },
          text: begun?.text ?? begunText(asker.territory, asker.organisationName, today),
          place: asker.territory,
          owner: asker.organisation,
          note: '',
        }}
        save={async (content) => {
          const made = await programme.create('measures', content);
          await navigate({ to: paths.measureEdit, params: { id: made.id } });
        }}
      />
    </>
  );
}
