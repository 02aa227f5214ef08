import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { actOnPark, parkAsks } from '../api/parks.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { Files } from '../forms/files.form.tsx';
import { OpenFields } from '../forms/open-fields.form.tsx';
import { ParkFactsForm } from '../forms/park-facts.form.tsx';
import { ZonesForm } from '../forms/zones.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.parkEdit);

/** Where a park committee keeps its profile: states and withdraws facts, draws zones, decides what is public, publishes. */
export function ParkEditPage() {
  const { t, of } = useWords();
  const client = useQueryClient();
  const { id: named } = route.useParams();
  const registry = useQuery(parkAsks.registry({ park: named }));
  const row = registry.data?.parks[0];
  const id = row?.id ?? '';
  const record = useQuery({ ...programmeAsks.record('park-profiles', id), enabled: id !== '' });
  const facts = useQuery({ ...parkAsks.facts(id), enabled: id !== '' });
  const fields = useQuery(parkAsks.fields());
  const [busy, setBusy] = useState<string>();
  const [done, setDone] = useState<string>();
  const [failed, setFailed] = useState<unknown>();
  useDocumentWords(row ? t('parkEdit.title', { name: of(row.name) }) : undefined);
  const error = registry.error ?? record.error ?? facts.error ?? fields.error;
  if (error) return <Trouble error={error} />;
  if (!registry.data) return <Skeleton height="70vh" />;
  if (!row) return <Empty title={t('park.notFound')} remedy={t('park.notFoundRemedy')} />;
  if (!record.data || !facts.data || !fields.data) return <Skeleton height="70vh" />;
  const publishing = record.data.possible.find(({ act }) => act === 'publishProfile');
  const back = (
    <Link to={paths.park} params={{ id: named }}>
      {t('parkEdit.back')}
    </Link>
  );
  if (!publishing) {
    return (
      <Empty title={t('parkEdit.notYours')} remedy={t('parkEdit.notYoursRemedy')}>
        {back}
      </Empty>
    );
  }
  const { version } = record.data;
  const perform = async (act: string, given?: object): Promise<boolean> => {
    setBusy(act);
    setFailed(undefined);
    setDone(undefined);
    try {
      await actOnPark(id, act, version, given);
      setDone(act);
      return true;
    } catch (cause) {
      setFailed(cause);
      return false;
    } finally {
      await client.invalidateQueries({ queryKey: ['records'] });
      setBusy(undefined);
    }
  };
  const shared = { facts: facts.data.facts, fields: fields.data.fields, busy, perform };
  return (
    <div className="page park-edit">
      <p className="quiet">{back}</p>
      <h1>{t('parkEdit.title', { name: of(row.name) })}</h1>
      <p className="quiet">{t('parkEdit.lead')}</p>
      <div className="publish-bar">
        <Button
          type="primary"
          disabled={!publishing.allowed}
          loading={busy === 'publishProfile'}
          onClick={() => void perform('publishProfile')}
        >
          {of(publishing.name)}
        </Button>
        <span className="quiet">
          {publishing.allowed
            ? t('parkEdit.news')
            : publishing.reasons.map((reason) => of(reason)).join(t('list.comma'))}
        </span>
        {done ? <span role="status">{t(`parkEdit.done.${done}`)}</span> : null}
      </div>
      {failed ? <Trouble error={failed} /> : null}
      <ParkFactsForm key={version} {...shared} />
      <ZonesForm {...shared} place={row.place} />
      <OpenFields key={`open ${version}`} {...shared} open={facts.data.open} />
      <Files record={id} publishable title={t('park.documents')} />
    </div>
  );
}
