import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { pairingAsks } from '../api/pairing.asks.ts';
import type { PairedFace } from '../api/pairing.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { PulseBar } from '../figures/pulse-bar.tsx';
import { SampleMark, StateTag } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { ProposalForm } from '../forms/proposal.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.pairings);
const size = 50;

/** Every pairing with its state, its pulse, its last contact and what is due next. */
export function PairingsPage() {
  const { t, of } = useWords();
  useDocumentWords(t('pairing.title'));
  const { state, page = 1, with: other } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: session } = useQuery(programmeAsks.session());
  const { data, error, refetch } = useQuery(pairingAsks.board(state, String(page)));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  const states = Object.keys(data.counts).length > 1 ? Object.keys(data.stateNames) : [];
  const go = (search: { state?: string; page?: number }) => void navigate({ search, replace: true });
  return (
    <div className="page">
      <h1>{t('pairing.title')}</h1>
      <p className="quiet">{t('pairing.lead')}</p>
      <nav className="downloads" aria-label={t('pairing.title')}>
        <Link to={paths.calculator}>{t('pairing.calculator')}</Link>
        {session?.asker?.role === 'ministry' ? (
          <Link to={paths.countedOnce}>{t('pairing.national')}</Link>
        ) : null}
      </nav>
      {states.length > 0 ? (
        <Segmented
          className="pairing-states"
          value={state ?? ''}
          onChange={(chosen) => go(chosen ? { state: chosen } : {})}
          options={[
            { value: '', label: t('pairing.all') },
            ...states
              .filter((one) => data.counts[one])
              .map((one) => ({
                value: one,
                label: `${of(data.stateNames[one] as { zh: string; en: string })} ${data.counts[one]}`,
              })),
          ]}
        />
      ) : null}
      {data.pairings.length === 0 ? (
        <Empty title={t('pairing.none')} remedy={t('pairing.noneRemedy')} />
      ) : (
        <section className="wide" aria-label={t('pairing.list')}>
          <table className="plain pairings as-lines">
            <thead>
              <tr>
                {(['name', 'state', 'pulse', 'contact', 'due'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`pairing.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.pairings.map((one) => (
                <Row key={one.id} pairing={one} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {data.total > size ? (
        <p className="downloads">
          <Button disabled={page === 1} onClick={() => go({ ...(state && { state }), page: page - 1 })}>
            {t('pairing.more')}
          </Button>
          <Button
            disabled={page * size >= data.total}
            onClick={() => go({ ...(state && { state }), page: page + 1 })}
          >
            {t('pairing.next')}
          </Button>
        </p>
      ) : null}
      {data.mayCreate ? <ProposalForm place={other} /> : null}
    </div>
  );
}

function Row({ pairing }: { pairing: PairedFace }) {
  const { t, of } = useWords();
  const { id, title, known, sample, pulse, due, overdue } = pairing;
  return (
    <tr>
      <th scope="row">
        <Link to={paths.pairing} params={{ id }}>
          {of(title)}
        </Link>
        {known ? <span className="quiet"> {t('pairing.known')}</span> : null}
        {sample ? <SampleMark /> : null}
      </th>
      <td>
        <StateTag record={pairing} />
      </td>
      <td data-label={t('pairing.pulse')}>{pulse ? <PulseBar pulse={pulse} /> : t('pairing.unknown')}</td>
      <td data-label={t('pairing.contact')}>
        {pulse
          ? pulse.lastContact
            ? `${pulse.lastContact} · ${pulse.daysSinceContact === 0 ? t('pairing.today') : t('pairing.days', { n: pulse.daysSinceContact })}`
            : t('pairing.never')
          : t('pairing.unknown')}
      </td>
      <td data-label={t('pairing.due')}>
        {due ?? t('pairing.unknown')}
        {overdue ? <b className="bad"> {t('pairing.overdue', { n: overdue })}</b> : null}
      </td>
    </tr>
  );
}
