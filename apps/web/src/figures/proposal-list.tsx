import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type Framework, type Proposal, plurals, type Round } from '../api/assessment.asks.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { useAttempt } from '../forms/attempt.ts';
import { useWords } from '../words/words.ts';
import { Trouble } from './state.tsx';

/** What the rules propose for parks; each is decided by a person, with a reason. */
export function ProposalList({ record, framework }: { record: RecordSeen<Round>; framework: Framework }) {
  const { t, of } = useWords();
  const proposals = record.content.proposals ?? [];
  const mayDecide = record.possible.some(({ act }) => act === 'decide');
  const nameOf = (park: string) => {
    const found = record.content.standings?.find((one) => one.park === park);
    return found ? of(found.names) : park;
  };
  const ruleOf = (rule: string) => {
    const found = framework.proposals.find(({ id }) => id === rule);
    return found ? of(found.names) : rule;
  };
  return (
    <section aria-label={t('assess.proposals')} className="proposals">
      <h2>{t('assess.proposals')}</h2>
      <p className="quiet">{t(proposals.length > 0 ? 'assess.proposalsLead' : 'assess.proposalsNone')}</p>
      <ul>
        {proposals.map((one) => (
          <li key={`${one.park} ${one.rule}`}>
            <b>{nameOf(one.park)}</b> {t(`assess.proposal.${one.proposes}`)}
            {' · '}
            {ruleOf(one.rule)}
            {' · '}
            {t('assess.proposalYears', { years: one.years.join(t('list.comma')) })}
            {' · '}
            {t(one.certain ? 'assess.certain' : 'assess.doubtful')}
            {one.decision ? (
              <p role="status">
                {t('assess.decided', {
                  by: one.decision.by,
                  what: t(one.decision.followed ? 'assess.follow' : 'assess.decline'),
                  reason: one.decision.reason,
                })}
              </p>
            ) : mayDecide ? (
              <Decide record={record} proposal={one} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decide({ record, proposal }: { record: RecordSeen<Round>; proposal: Proposal }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const { busy, error, attempt } = useAttempt();
  const decide = (followed: boolean) =>
    attempt(async () => {
      const { park, rule } = proposal;
      await programme.act(plurals.round, record.id, 'decide', record.version, {
        park,
        rule,
        followed,
        reason,
      });
      await client.invalidateQueries({ queryKey: ['records'] });
    });
  const ready = reason.trim() !== '';
  return (
    <div className="decide">
      <Input
        value={reason}
        aria-label={t('assess.reason')}
        placeholder={t('assess.reason')}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button type="primary" disabled={!ready} loading={busy} onClick={() => void decide(true)}>
        {t('assess.follow')}
      </Button>
      <Button disabled={!ready} loading={busy} onClick={() => void decide(false)}>
        {t('assess.decline')}
      </Button>
      {error ? <Trouble error={error} /> : null}
    </div>
  );
}
