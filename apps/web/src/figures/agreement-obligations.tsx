import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AgreementContent } from '../api/pairing.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import type { RecordSeen } from '../api/programme.client.ts';
import { ObligationForm } from '../forms/obligation.form.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';
import { SampleMark, StateTag } from './record-head.tsx';
import { Trouble } from './state.tsx';

/** What is owed by an agreement: what its clauses promise, and what a side has taken on beside them. */
export function AgreementObligations({ agreement }: { agreement: RecordSeen<AgreementContent> }) {
  const { t, of } = useWords();
  const { data, error } = useQuery(
    programmeAsks.list('obligations', { parent: agreement.id, sort: 'due', size: '500' }),
  );
  const { data: session } = useQuery(programmeAsks.session());
  const own = session?.asker?.organisation;
  const side = (['park', 'partner'] as const).find((one) => agreement.content[one] === own);
  if (error) return <Trouble error={error} />;
  if (!data) return null;
  return (
    <section aria-labelledby="owed-title">
      <h2 id="owed-title">{t('pairing.obligations')}</h2>
      {data.records.length === 0 ? <p className="quiet">{t('pairing.obligationsNone')}</p> : null}
      <ul className="lines">
        {data.records.map((one) => (
          <li key={one.id}>
            <Link to={paths.obligation} params={{ id: one.id }}>
              {of(one.title)}
            </Link>{' '}
            <StateTag record={one} />{' '}
            {one.due ? <span className="quiet">{t('record.due', { date: one.due })}</span> : null}
            {one.sample ? <SampleMark /> : null}
          </li>
        ))}
      </ul>
      {agreement.state === 'in-force' && data.mayCreate && side ? (
        <ObligationForm agreement={agreement} whose={side} />
      ) : null}
    </section>
  );
}
