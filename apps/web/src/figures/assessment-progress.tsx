import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { assessmentAsks } from '../api/assessment.asks.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';
import { Pages } from './pages.tsx';
import { StateTag } from './record-head.tsx';
import { Trouble } from './state.tsx';

const size = 50;

/** Which parks are where, and who of their parties has answered; what they say is not shown here. */
export function AssessmentProgress({ id, over }: { id: string; over: boolean }) {
  const { t, of } = useWords();
  const [page, setPage] = useState(1);
  const { data, error } = useQuery(assessmentAsks.progress(id, page, size));
  if (error) return <Trouble error={error} />;
  if (!data || data.total === 0) return null;
  return (
    <section aria-label={t('assess.progress')}>
      <details className="folded" open={!over}>
        <summary>
          <h2>{t('assess.progress')}</h2>
        </summary>
        <div className="wide">
          <table className="plain" aria-label={t('assess.progress')}>
            <thead>
              <tr>
                <th scope="col">{t('assess.park')}</th>
                <th scope="col">{t('assess.state')}</th>
                <th scope="col">{t('assess.parties')}</th>
              </tr>
            </thead>
            <tbody>
              {data.parks.map((park) => (
                <tr key={park.id}>
                  <th scope="row">
                    <Link to={paths.parkAssessment} params={{ id: park.id }}>
                      {of(park.title)}
                    </Link>
                  </th>
                  <td>
                    <StateTag record={park} />
                  </td>
                  <td>
                    <ul className="parties">
                      {park.answers.map(({ id: answer, party, organisation, state }) => (
                        <li key={answer} data-state={state}>
                          {t(`assess.party.${party}`)} {of(organisation)}{' '}
                          <b>{t(`assess.answerState.${state}`)}</b>
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Pages page={page} pages={Math.ceil(data.total / size)} onPage={setPage} />
      </details>
    </section>
  );
}
