import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Answer, type Framework, plurals } from '../api/assessment.asks.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { projectAsks } from '../api/project.asks.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';
import { StateTag } from './record-head.tsx';
import { ValueOf } from './value-of.tsx';

/** What the parties said, as far as the reader may see it: one's own always, others' once unsealed. */
export function PartyAnswers({ assessment, framework }: { assessment: string; framework: Framework }) {
  const { t, of } = useWords();
  const { data } = useQuery(programmeAsks.list(plurals.answer, { parent: assessment }));
  const answers = useQueries({
    queries: (data?.records ?? []).map(({ id }) => programmeAsks.record<Answer>(plurals.answer, id)),
  }).flatMap(({ data: answer }) => (answer ? [answer] : []));
  const { data: choices } = useQuery(projectAsks.choices());
  if (answers.length === 0) return null;
  const nameOf = ({ party, organisation, park }: Partial<Answer>) => {
    const found = [...(choices?.companies ?? []), ...(choices?.partners ?? [])].find(
      ({ code }) => code === organisation,
    );
    return found ? of(found.name) : party === 'park' && park ? of(park.names) : '';
  };
  const indicators = framework.groups.flatMap((group) => group.indicators);
  const said = indicators.filter(({ id }) =>
    answers.some(({ content }) => content.values?.[id] !== undefined),
  );
  return (
    <section aria-label={t('assess.answersOf')}>
      <h2>{t('assess.answersOf')}</h2>
      <p className="quiet">{t('assess.sealed')}</p>
      <div className="wide">
        <table className="plain framework" aria-label={t('assess.answersOf')}>
          <thead>
            <tr>
              <th scope="col">{t('assess.indicator')}</th>
              {answers.map((answer) => (
                <th key={answer.id} scope="col">
                  <Link to={paths.assessmentAnswer} params={{ id: answer.id }}>
                    {answer.content.party ? t(`assess.party.${answer.content.party}`) : answer.id}
                  </Link>{' '}
                  <StateTag record={answer} />
                  <small>{nameOf(answer.content)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {said.map((one) => (
              <tr key={one.id}>
                <th scope="row">{of(one.names)}</th>
                {answers.map(({ id, content }) => {
                  const value = content.values?.[one.id];
                  return (
                    <td key={id}>
                      {value ? <ValueOf indicator={one} value={value.value} /> : ''}
                      {value?.reason ? <small>{value.reason}</small> : null}
                      {value?.evidence ? <small>{value.evidence}</small> : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
