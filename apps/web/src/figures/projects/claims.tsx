import { useQuery } from '@tanstack/react-query';
import type { RecordSeen } from '../../api/programme.client.ts';
import { projectAsks } from '../../api/project.asks.ts';
import type { ClaimSeen } from '../../api/project.client.ts';
import { Acts } from '../../forms/acts.form.tsx';
import { number, percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { StateTag } from '../record-head.tsx';
import { Trouble } from '../state.tsx';

/** No comparison makes certain. */
const surest = 0.999;

/** Other parks' projects that may be this one, why, and what is decided of them. */
export function Claims({ project, version }: { project: string; version: number }) {
  const { t } = useWords();
  const { data, error } = useQuery(projectAsks.claims(project, version));
  if (error) return <Trouble error={error} />;
  if (!data || data.claims.length === 0) return null;
  return (
    <section className="claims" aria-labelledby="claims-title">
      <h2 id="claims-title">{t('claim.title')}</h2>
      <p className="quiet">{t('claim.lead')}</p>
      {data.claims.map((claim) => (
        <Claim key={claim.id} claim={claim} />
      ))}
    </section>
  );
}

function Claim({ claim }: { claim: ClaimSeen }) {
  const { t, of, language } = useWords();
  const { a, b, self } = claim;
  const other = self === 'a' ? b : a;
  const [parkA, parkB] = [of(a.park), of(b.park)];
  const verdict = (code: string) =>
    t(`claim.verdicts.${code}`, { park: code === 'b-counts' ? parkB : parkA });
  const asked = [
    {
      name: 'verdict',
      label: t('claim.verdict'),
      type: 'choice' as const,
      options: ['a-counts', 'b-counts', 'shared', 'different'].map((value) => ({
        value,
        label: verdict(value),
      })),
    },
    { name: 'share', label: t('claim.share', { park: parkA }), type: 'number' as const, optional: true },
    { name: 'reason', label: t('claim.reason') },
  ];
  const reason = [{ name: 'reason', label: t('claim.reason') }];
  const said = claim.decision ?? claim.proposal;
  return (
    <article className="claim">
      <h3>
        {t('claim.other', { park: of(other.park), name: other.name })} <StateTag record={claim} />
      </h3>
      <p>
        <b>{t('claim.score', { score: percent(100 * Math.min(claim.score, surest), language, 1) })}</b>
      </p>
      <ul className="evidence-list">
        {claim.evidence.map(({ field, level, weight }) => (
          <li key={field}>
            {t(`claim.field.${field}`)}：{t(`claim.level.${level}`)}{' '}
            <small>
              {t('claim.weight', {
                weight: `${weight > 0 ? '+' : '−'}${number(Math.abs(weight), language, 1)}`,
              })}
            </small>
          </li>
        ))}
      </ul>
      {said ? (
        <p>
          {t(claim.decision ? 'claim.decision' : 'claim.proposal', { by: of(said.by) })}{' '}
          {verdict(said.verdict)}
          {said.share === undefined
            ? ''
            : ` · ${t('claim.shareIs', { park: parkA, share: percent(100 * said.share, language, 0) })}`}
          <q>{said.reason}</q>
        </p>
      ) : null}
      <Acts
        plural="claims"
        record={claim as unknown as RecordSeen}
        asked={{ propose: asked, decide: asked, refuse: reason, reopen: reason }}
      />
    </article>
  );
}
