import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Face } from '../api/programme.client.ts';
import type { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';
import { Deadline } from './deadline.tsx';
import { SampleMark, StateTag } from './record-head.tsx';

type Page = (typeof paths)[
  | 'assessmentAnswer'
  | 'assessmentRound'
  | 'companyPlan'
  | 'guidanceScenario'
  | 'intent'
  | 'notice'
  | 'parkAssessment'
  | 'parkExit'
  | 'reAssessment'
  | 'score'];

/** Records one below the other: what each is called, how it stands, and a date: when it is due, if no other. */
export function RecordTable({
  records,
  page,
  label,
  columns: [name, date],
  dateOf = ({ due }) => (due ? <Deadline date={due} /> : ''),
}: {
  records: readonly Face[];
  page: Page;
  label: string;
  columns: readonly [name: string, date: string];
  dateOf?: (record: Face) => ReactNode;
}) {
  const { t, of } = useWords();
  return (
    <div className="wide">
      <table className="plain" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">{t('recognition.state')}</th>
            <th scope="col">{date}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to={page} params={{ id: one.id }}>
                  {of(one.title)}
                </Link>
                {one.sample ? <SampleMark /> : null}
              </th>
              <td>
                <StateTag record={one} />
              </td>
              <td>{dateOf(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
