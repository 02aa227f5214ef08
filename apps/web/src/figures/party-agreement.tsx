import type { AssessmentResult, Framework } from '../api/assessment.asks.ts';
import { number } from '../words/amount.ts';
import { useWords } from '../words/words.ts';

const parties = ['park', 'tenant', 'partner'] as const;
const far = 25;

/** Where park, tenants and partner do not say the same, in points. */
export function PartyAgreement({
  agreement,
  framework,
}: {
  agreement: AssessmentResult['agreement'];
  framework: Framework;
}) {
  const { t, of, language } = useWords();
  if (agreement.length === 0) return null;
  const indicators = framework.groups.flatMap((group) => group.indicators);
  return (
    <section aria-label={t('assess.agreement')}>
      <h2>{t('assess.agreement')}</h2>
      <p className="quiet">{t('assess.agreementLead')}</p>
      <div className="wide">
        <table className="plain framework">
          <thead>
            <tr>
              <th scope="col">{t('assess.indicator')}</th>
              {parties.map((party) => (
                <th key={party} scope="col" className="num">
                  {t(`assess.party.${party}`)}
                </th>
              ))}
              <th scope="col" className="num">
                {t('assess.apart')}
              </th>
            </tr>
          </thead>
          <tbody>
            {agreement.map(({ indicator, points, answers, apart }) => {
              const one = indicators.find(({ id }) => id === indicator);
              return (
                <tr key={indicator}>
                  <th scope="row">{one ? of(one.names) : indicator}</th>
                  {parties.map((party) => (
                    <td key={party} className="num">
                      {points[party] === undefined ? '' : number(points[party], language, 1)}
                      {points[party] === undefined ? null : (
                        <small>{t('assess.answeredBy', { count: answers[party] ?? 0 })}</small>
                      )}
                    </td>
                  ))}
                  <td className={apart >= far ? 'num bad' : 'num'}>{number(apart, language, 1)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
