import type { AssessmentResult, Framework, FrameworkInWords } from '../api/assessment.asks.ts';
import { number } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { ValueOf } from './value-of.tsx';

/** Value → points → weight → total, each line with the rule by which it was scored. */
export function AssessmentResultTable({
  result,
  framework,
  rules,
}: {
  result: AssessmentResult;
  framework: Framework;
  rules: FrameworkInWords['rules'];
}) {
  const { t, of, language } = useWords();
  const values = new Map(result.values.map((value) => [value.indicator, value]));
  return (
    <section aria-label={t('assess.result')}>
      <h2>{t('assess.result')}</h2>
      <p>
        <b>
          {t('assess.resultOf', {
            total: number(result.total, language, 2),
            rank: result.rank,
            from: result.from,
            to: result.to,
            of: result.of,
          })}
        </b>{' '}
        {result.unknown > 0 ? t('assess.resultUnknown', { unknown: number(result.unknown, language) }) : null}
      </p>
      <div className="wide">
        <table className="plain framework as-lines" aria-label={t('assess.trace')}>
          <thead>
            <tr>
              <th scope="col">{t('assess.indicator')}</th>
              <th scope="col" className="num">
                {t('assess.value')}
              </th>
              <th scope="col">{t('assess.source')}</th>
              <th scope="col" className="num">
                {t('assess.points')}
              </th>
              <th scope="col" className="num">
                {t('assess.weight')}
              </th>
              <th scope="col" className="num">
                {t('assess.contribution')}
              </th>
              <th scope="col">{t('assess.rule')}</th>
            </tr>
          </thead>
          {framework.groups.map((group, g) => (
            <tbody key={group.id}>
              <tr className="group-row">
                <th scope="rowgroup">{of(group.names)}</th>
                <td colSpan={2} />
                <td className="num" data-label={t('assess.points')}>
                  {number(result.groups[g] ?? 0, language, 1)}
                </td>
                <td className="num" data-label={t('assess.weight')}>
                  {group.weight}%
                </td>
                <td className="num" data-label={t('assess.contribution')}>
                  {number(((result.groups[g] ?? 0) * group.weight) / 100, language, 2)}
                </td>
                <td />
              </tr>
              {group.indicators.map((one) => {
                const value = values.get(one.id);
                if (!value) return null;
                return (
                  <tr key={one.id}>
                    <th scope="row">{of(one.names)}</th>
                    <td className="num" data-label={t('assess.value')}>
                      <ValueOf indicator={one} value={value.value} />
                      {typeof value.previous === 'number' ? (
                        <small>
                          {t('assess.previous')} <ValueOf indicator={one} value={value.previous} />
                        </small>
                      ) : null}
                    </td>
                    <td data-label={t('assess.source')}>{t(`assess.by.${value.by}`)}</td>
                    <td className="num" data-label={t('assess.points')}>
                      {value.points === null ? t('assess.notKnown') : number(value.points, language, 1)}
                    </td>
                    <td className="num" data-label={t('assess.weight')}>
                      {one.weight}%
                    </td>
                    <td className="num" data-label={t('assess.contribution')}>
                      {number((value.counted * one.weight) / 100, language, 2)}
                    </td>
                    <td>
                      <small>{rules[one.id] ? of(rules[one.id] as { zh: string; en: string }) : ''}</small>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          ))}
          <tfoot>
            <tr>
              <th scope="row">{t('assess.total')}</th>
              <td colSpan={4} />
              <td className="num">
                <b>{number(result.total, language, 2)}</b>
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {result.next ? <NextRank next={result.next} framework={framework} /> : null}
    </section>
  );
}

/** What would take the park to the next rank, the others staying as they are. */
function NextRank({
  next,
  framework,
}: {
  next: NonNullable<AssessmentResult['next']>;
  framework: Framework;
}) {
  const { t, of, language } = useWords();
  const indicators = framework.groups.flatMap((group) => group.indicators);
  return (
    <>
      <h3>{t('assess.next')}</h3>
      <p>{t('assess.nextLead', { rank: next.rank, gap: number(next.gap, language, 2) })}</p>
      {next.steps.length === 0 ? <p className="quiet">{t('assess.nextNone')}</p> : null}
      <ul className="steps">
        {next.steps.map(({ indicator, from, to, value }) => {
          const one = indicators.find(({ id }) => id === indicator);
          if (!one) return null;
          return (
            <li key={indicator}>
              {t('assess.nextStep', {
                name: of(one.names),
                from: number(from, language, 1),
                to: number(to, language, 1),
              })}
              {value !== null && one.scoring.rule !== 'yes-no'
                ? t('assess.nextValue', { value: number(value, language, 1), unit: of(one.unit) })
                : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
