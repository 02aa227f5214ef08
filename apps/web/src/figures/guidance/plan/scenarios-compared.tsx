import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { guidanceAsk } from '../../../api/guidance.asks.ts';
import type { RecordSeen } from '../../../api/programme.client.ts';
import type { ScenarioContent } from '../../../api/scenario.client.ts';
import { paths } from '../../../paths.ts';
import { useWords } from '../../../words/words.ts';
import { SampleMark } from '../../record-head.tsx';
import { Skeleton, Trouble } from '../../state.tsx';
import { PlacementsMoved } from './placements-moved.table.tsx';
import { PlanConflicts } from './plan-conflicts.tsx';
import { usePlanNames } from './plan-names.ts';
import { ScenarioHeadlines } from './scenario-headlines.tsx';
import { settingsThatDiffer } from './settings.ts';

type Scenario = RecordSeen<ScenarioContent>;

/** Two scenarios on the same ground. */
export function ScenariosCompared({ a, b }: { a: Scenario; b: Scenario }) {
  const { t } = useWords();
  const names = usePlanNames();
  const [first, second] = [a.content.request ?? {}, b.content.request ?? {}];
  const planA = useQuery(guidanceAsk('plan', first));
  const planB = useQuery(guidanceAsk('plan', second));
  const error = planA.error ?? planB.error;
  if (error) return <Trouble error={error} />;
  if (!planA.data || !planB.data || !names) return <Skeleton height="40vh" />;
  const [resultA, resultB] = [planA.data.result, planB.data.result];
  const settings = settingsThatDiffer(first, second, names, t);
  return (
    <>
      <section aria-labelledby="asked-title">
        <h2 id="asked-title">{t('placement.asked')}</h2>
        {settings.length === 0 ? (
          <p>{t('placement.askedSame')}</p>
        ) : (
          <Table label={t('placement.asked')} head={<Heads a={a} b={b} first={t('placement.setting')} />}>
            {settings.map(({ name, a, b }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{a}</td>
                <td>{b}</td>
              </tr>
            ))}
          </Table>
        )}
      </section>
      <section aria-labelledby="headline-title">
        <h2 id="headline-title">{t('placement.headline')}</h2>
        <ScenarioHeadlines
          a={a.content.name ?? ''}
          b={b.content.name ?? ''}
          first={planA.data}
          second={planB.data}
        />
      </section>
      {[resultA, resultB].map((plan, i) =>
        plan.status === 'planned' ? null : (
          <div key={i === 0 ? 'a' : 'b'}>
            <h2>{t(i === 0 ? 'placement.first' : 'placement.second')}</h2>
            <PlanConflicts plan={plan} names={names} />
          </div>
        ),
      )}
      {resultA.status === 'planned' && resultB.status === 'planned' ? (
        <PlacementsMoved
          a={{ request: first, plan: resultA }}
          b={{ request: second, plan: resultB }}
          names={names}
        />
      ) : null}
    </>
  );
}

function Table({
  label,
  head,
  children,
}: {
  label: string;
  head: React.ReactNode;
  children: React.ReactNode;
}) {
  return (
    <div className="wide">
      <table className="plain" aria-label={label}>
        <thead>{head}</thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function Heads({ a, b, first }: { a: Scenario; b: Scenario; first: string }) {
  const { of } = useWords();
  return (
    <tr>
      <th scope="col">{first}</th>
      {[a, b].map((one) => (
        <th key={one.id} scope="col">
          <Link to={paths.guidanceScenario} params={{ id: one.id }}>
            {of(one.title)}
          </Link>
          {one.sample ? <SampleMark /> : null}
        </th>
      ))}
    </tr>
  );
}
