import { Link } from '@tanstack/react-router';
import type { Guided } from '../../api/guidance.client.ts';
import { paths } from '../../paths.ts';
import { money, number, percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { SampleMark } from '../record-head.tsx';

type Fit = Guided<'park-fit'>['result'];
type FittedPark = Fit['parks'][number];

/** What the park's city already has of each group, and of what stands beside it. */
export function FitByGroup({ told: { rows, groups, measured }, count }: { told: Fit; count: number }) {
  const { t, of, language } = useWords();
  const nameOf = new Map(groups.map(({ id, names }) => [id, of(names)]));
  const two = (value: number | null) => (value === null ? '—' : number(value, language, 2));
  const byDensity = rows.toSorted((a, b) => (b.density ?? -1) - (a.density ?? -1));
  return (
    <>
      <h3>{t('capacity.fit')}</h3>
      <p className="quiet">
        {t('capacity.fitIs')} {measured === 'all' ? t('capacity.fitAllTrade') : ''}{' '}
        {groups.length === 1 ? t('capacity.fitNoGroups') : ''}
      </p>
      <div className="wide">
        <table className="plain" aria-label={t('capacity.fit')}>
          <thead>
            <tr>
              <th scope="col">{t('leaving.group')}</th>
              <th scope="col" className="num">
                {t('leaving.exports')}
              </th>
              <th scope="col" className="num" title={t('capacity.gainIs')}>
                {t('capacity.gain')}
              </th>
              <th scope="col" className="num" title={t('capacity.densityIs')}>
                {t('capacity.density')}
              </th>
              <th scope="col" className="num" title={t('capacity.gradientIs')}>
                {t('capacity.gradient')}
              </th>
            </tr>
          </thead>
          <tbody>
            {byDensity.map(({ group, exports, gainPerYear, density, densityRank, gradient }) => (
              <tr key={group}>
                <th scope="row">{nameOf.get(group) ?? group}</th>
                <td className="num">{exports === null ? t('receipt.unknown') : money(exports, language)}</td>
                <td className="num">{money(gainPerYear, language)}</td>
                <td className="num">
                  {density === null ? '—' : percent(density * 100, language, 0)}
                  {densityRank === null ? null : (
                    <small className="quiet"> {t('capacity.rankOf', { rank: densityRank, count })}</small>
                  )}
                </td>
                <td className="num">{two(gradient?.coefficient ?? null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What a typical firm would pay here over ten years, and what measures would give it. */
export function TypicalFirms({ told: { firms }, park, count }: { told: Fit; park: string; count: number }) {
  const { t, of, language } = useWords();
  const rows = firms.flatMap((firm) => {
    const here = firm.parks.find((one) => one.park === park);
    return here ? [{ firm, here }] : [];
  });
  return (
    <>
      <h3>{t('capacity.firms')}</h3>
      {rows.length === 0 ? <p className="quiet">{t('capacity.noFirms')}</p> : null}
      {rows.length === 0 ? null : (
        <>
          <p className="quiet">{t('capacity.firmsAre')}</p>
          <div className="wide">
            <table className="plain" aria-label={t('capacity.firms')}>
              <thead>
                <tr>
                  <th scope="col">{t('capacity.firm')}</th>
                  <th scope="col" className="num">
                    {t('capacity.cost')}
                  </th>
                  <th scope="col" className="num">
                    {t('capacity.costRank')}
                  </th>
                  <th scope="col" className="num">
                    {t('capacity.measures')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ firm, here }) => (
                  <tr key={firm.profile}>
                    <th scope="row">
                      <Link to={paths.moveProfile} params={{ id: firm.profile }}>
                        {of(firm.names)}
                      </Link>
                      <br />
                      <small className="quiet">
                        {t('capacity.standsFor', {
                          groups: firm.groups.map(({ names }) => of(names)).join(t('list.comma')),
                        })}
                      </small>
                    </th>
                    <td className="num">
                      {money(here.npv, language)}
                      <br />
                      <small className="quiet">
                        {t('leaving.between', {
                          from: money(here.p10, language),
                          to: money(here.p90, language),
                        })}
                      </small>
                    </td>
                    <td className="num">{t('capacity.rankOf', { rank: here.rank, count })}</td>
                    <td className="num">
                      {here.measures === null ? t('receipt.unknown') : money(here.measures, language)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

/** Ways from the park to the quay. */
export function ParkWays({ park: { access } }: { park: FittedPark }) {
  const { t, of, language } = useWords();
  const daysText = ({ low, high }: { low: number; high: number }) =>
    low === high
      ? t('capacity.ways.oneDays', { days: number(low, language, 1) })
      : t('capacity.ways.days', { from: number(low, language, 1), to: number(high, language, 1) });
  if (!access) return null;
  return (
    <>
      <h3>{t('capacity.ways.title')}</h3>
      <ul className="dotted">
        {access.routes.map(({ mode, by, port, km, cnyPerTeu, days, taken }) => (
          <li key={mode}>
            {t(`move.mode.${mode}`)}
            {by ? ` ${t('capacity.ways.by', { name: of(by.names) })}` : ''} →{' '}
            {port ? of(port.names) : t('receipt.unknown')} ·{' '}
            {t('capacity.ways.km', { km: number(km, language) })}
            {cnyPerTeu ? ` · ${t('capacity.ways.perTeu', { cost: money(cnyPerTeu.likely, language) })}` : ''}
            {days ? ` · ${daysText(days)}` : ''}
            {taken ? ` · ${t('capacity.ways.taken')}` : ''}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whom the park already works with. */
export function ParkTies({ park: { ties } }: { park: FittedPark }) {
  const { t, of } = useWords();
  return (
    <>
      <h3>{t('capacity.indicators.ties')}</h3>
      {ties.length === 0 ? <p className="quiet">{t('capacity.noTies')}</p> : null}
      <ul className="dotted">
        {ties.map(({ record, names, kind, sample }) => (
          <li key={record}>
            <Link to={kind === 'pairing' ? paths.pairing : paths.agreement} params={{ id: record }}>
              {of(names)}
            </Link>
            {sample ? <SampleMark /> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
