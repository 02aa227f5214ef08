import type { FrameworkInWords } from '../api/assessment.asks.ts';
import { useWords } from '../words/words.ts';
import { Cite, citing, Sources } from './cited-sources.tsx';

/** A framework to be read: groups, indicators, weights, and each rule as a sentence. */
export function FrameworkTable({ framework, rules, frozen }: FrameworkInWords & { frozen: boolean }) {
  const { t, of } = useWords();
  const cited = citing([
    ...framework.groups.flatMap(({ indicators }) => indicators.map((one) => one.basisSource)),
    ...framework.proposals.map(({ source }) => source),
  ]);
  return (
    <section aria-label={t('assess.words')}>
      <h2>{t('assess.words')}</h2>
      <p className="quiet">
        {of(framework.note)} {frozen ? t('assess.frozen') : ''}
      </p>
      <div className="wide">
        <table className="plain framework as-lines">
          <thead>
            <tr>
              <th scope="col">{t('assess.indicator')}</th>
              <th scope="col" className="num">
                {t('assess.weight')}
              </th>
              <th scope="col">{t('assess.source')}</th>
              <th scope="col">{t('assess.rule')}</th>
              <th scope="col">{t('assess.basis')}</th>
            </tr>
          </thead>
          {framework.groups.map((group) => (
            <tbody key={group.id}>
              <tr className="group-row">
                <th scope="rowgroup">{of(group.names)}</th>
                <td className="num">{group.weight}%</td>
                <td colSpan={3} />
              </tr>
              {group.indicators.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {of(one.names)}
                    <small>{of(one.about)}</small>
                  </th>
                  <td className="num" data-label={t('assess.weight')}>
                    {one.weight}%
                  </td>
                  <td data-label={t('assess.source')}>
                    {t(`assess.sources.${one.source.from}`)}
                    {one.askedOf && one.askedOf.length > 0 ? (
                      <small>
                        {t('assess.askedOf', {
                          parties: one.askedOf
                            .map((party) => t(`assess.party.${party}`))
                            .join(t('list.comma')),
                        })}
                      </small>
                    ) : null}
                  </td>
                  <td data-label={t('assess.rule')}>
                    {rules[one.id] ? of(rules[one.id] as { zh: string; en: string }) : ''}
                  </td>
                  <td data-label={t('assess.basis')}>
                    {of(one.basis)} <Cite number={cited.of(one.basisSource)} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {framework.proposals.length > 0 ? (
        <>
          <h3>{t('assess.proposalRules')}</h3>
          <ul className="lines">
            {framework.proposals.map((one) => (
              <li key={one.id}>
                {t(`assess.proposal.${one.proposes}`)}
                {t('assess.colon')}
                {of(one.names)} <Cite number={cited.of(one.source)} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Sources ids={cited.ids} />
    </section>
  );
}
