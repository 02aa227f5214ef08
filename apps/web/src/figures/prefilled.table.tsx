import type { Assessment, Framework } from '../api/assessment.asks.ts';
import { useWords } from '../words/words.ts';
import { ValueOf } from './value-of.tsx';
import { WhereFrom } from './where-from.tsx';

/** Every value that the system found, with where it was found, and what was settled beside it. */
export function PrefilledTable({
  round,
  framework,
  found,
  settled,
}: {
  round: string;
  framework: Framework;
  found: Assessment['prefilled'];
  settled: NonNullable<Assessment['settled']>;
}) {
  const { t, of } = useWords();
  const shown = framework.groups
    .flatMap((group) => group.indicators)
    .filter(({ id }) => found[id] !== undefined || settled[id] !== undefined);
  return (
    <section aria-label={t('assess.found')}>
      <h2>{t('assess.found')}</h2>
      <p className="quiet">{t('assess.foundLead')}</p>
      <div className="wide">
        <table className="plain framework as-lines" aria-label={t('assess.found')}>
          <thead>
            <tr>
              <th scope="col">{t('assess.indicator')}</th>
              <th scope="col" className="num">
                {t('assess.value')}
              </th>
              <th scope="col">{t('assess.unit')}</th>
              <th scope="col">{t('assess.how')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => {
              const value = found[one.id];
              const decided = settled[one.id];
              return (
                <tr key={one.id}>
                  <th scope="row">{of(one.names)}</th>
                  <td className="num">
                    {value ? <ValueOf indicator={one} value={value.value} /> : null}
                    {decided ? (
                      <b>
                        {' '}
                        → <ValueOf indicator={one} value={decided.value} />
                      </b>
                    ) : null}
                  </td>
                  <td>{of(one.unit)}</td>
                  <td>
                    {value ? <WhereFrom round={round} found={value} /> : null}
                    {decided ? (
                      <small>{t('assess.settled', { reason: decided.reason, by: decided.by })}</small>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
