import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { asks } from '../api/asks.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { recognitionAsks } from '../api/recognition.asks.ts';
import { reviewAsks } from '../api/review.asks.ts';
import type { PanelContent } from '../api/review.client.ts';
import { RecordHead } from '../figures/record-head.tsx';
import { Conflicts } from '../figures/review/conflicts.tsx';
import { DrawFacts } from '../figures/review/draw-facts.tsx';
import { RankTable } from '../figures/review/rank-table.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { CommitForm } from '../forms/review/commit.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.review);

/** The review of a batch: who may be drawn, who was and by which seed, how far they are, and what came of it. */
export function ReviewPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const batch = useQuery(recognitionAsks.batch(id));
  const panels = useQuery(programmeAsks.list('panels', { parent: id }));
  useDocumentWords(t('review.title'));
  const error = batch.error ?? panels.error;
  if (error) return <Trouble error={error} retry={() => void batch.refetch()} />;
  if (!batch.data || !panels.data) return <Skeleton height="60vh" />;
  const last = panels.data.records.at(-1);
  return (
    <div className="page">
      <p className="quiet">
        <Link to={paths.batch} params={{ id }}>
          {of(batch.data.title)}
        </Link>
      </p>
      {last ? (
        <Panel id={last.id} />
      ) : (
        <>
          <h1>{t('review.title')}</h1>
          {panels.data.mayCreate ? (
            <Prepare batch={id} />
          ) : (
            <Empty title={t('review.none')} remedy={t('review.noneRemedy')} />
          )}
        </>
      )}
    </div>
  );
}

function Prepare({ batch }: { batch: string }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const prepare = async () => {
    setError(undefined);
    try {
      await programme.create('panels', { batch });
      await client.invalidateQueries({ queryKey: ['records', 'panels'] });
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <>
      <p className="quiet">{t('review.prepareLead')}</p>
      <Button type="primary" onClick={() => void prepare()}>
        {t('review.prepare')}
      </Button>
      {error ? <Trouble error={error} /> : null}
    </>
  );
}

function Panel({ id }: { id: string }) {
  const { t } = useWords();
  const panel = useQuery(reviewAsks.panel(id));
  if (panel.error) return <Trouble error={panel.error} />;
  if (!panel.data) return <Skeleton height="60vh" />;
  const record = panel.data;
  // Who may not see how experts are called sees the draw, and no more.
  const desk = record.content.names !== undefined && record.content.criteria !== undefined;
  return (
    <>
      <RecordHead record={record} />
      <Acts
        plural="panels"
        record={record as RecordSeen}
        without={['commit', 'recommend']}
        asked={{ draw: [{ name: 'seed', label: t('review.commit.seed'), type: 'line' }] }}
      />
      <CommitForm record={record} />
      <DrawFacts record={record} />
      {desk ? <Desk record={record} /> : null}
      <Versions plural="panels" id={id} version={record.version} />
    </>
  );
}

function Desk({ record }: { record: RecordSeen<PanelContent> }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const places = useQuery(asks.places());
  const { data, error } = useQuery(reviewAsks.applications(record.id, record.version));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<unknown>();
  if (error) return null;
  if (!data) return <Skeleton height={240} />;
  const nameOf = new Map(places.data?.places.map(({ code, name }) => [code, name]));
  const placeName = (code: string) => {
    const name = nameOf.get(code);
    return name ? of(name) : code;
  };
  const recommend = record.possible.find(({ act }) => act === 'recommend');
  const send = async () => {
    setTrouble(undefined);
    try {
      await programme.act('panels', record.id, 'recommend', record.version, { recommended: chosen });
      await client.invalidateQueries({ queryKey: ['records'] });
    } catch (cause) {
      setTrouble(cause);
    }
  };
  return (
    <>
      <section aria-labelledby="ranks-title">
        <h2 id="ranks-title">{t(record.content.ranking ? 'review.ranks' : 'review.applications')}</h2>
        {record.content.ranking ? <p className="quiet">{t('review.ranksLead')}</p> : null}
        <RankTable
          panel={record.content}
          applications={data.applications}
          placeName={placeName}
          {...(recommend?.allowed && {
            chosen,
            onChoose: (application: string, on: boolean) =>
              setChosen(on ? [...chosen, application] : chosen.filter((one) => one !== application)),
          })}
        />
        {recommend?.allowed ? (
          <p>
            <Button type="primary" disabled={chosen.length === 0} onClick={() => void send()}>
              {of(recommend.name)} ({chosen.length})
            </Button>
          </p>
        ) : null}
        {trouble ? <Trouble error={trouble} /> : null}
      </section>
      <Conflicts panel={record.content} applications={data.applications} />
    </>
  );
}
