import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asks } from '../../api/asks.ts';
import { projectAsks } from '../../api/project.asks.ts';
import type { Flows } from '../../api/project.client.ts';
import type { Position } from '../../api/types.ts';
import { Choice } from '../../forms/choice.form.tsx';
import { FlowMap } from '../../maps/flow.map.tsx';
import { money, number } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { SampleMark } from '../record-head.tsx';
import { Empty, Skeleton, Trouble } from '../state.tsx';

type Flow = Flows['everybody'][number];
type Which = 'own' | 'everybody';
const drawn = 40;

/** From which city to which park: a map and the same numbers as a table. */
export function ProjectFlows() {
  const { t, of, language } = useWords();
  const flows = useQuery(projectAsks.flows());
  const provinces = useQuery(asks.map('provinces'));
  const inset = useQuery(asks.map('inset'));
  const [wanted, setWanted] = useState<Which>('own');
  const error = flows.error ?? provinces.error ?? inset.error;
  if (error) return <Trouble error={error} />;
  if (!flows.data || !provinces.data || !inset.data) return <Skeleton height={420} />;
  const { fewest, own, everybody } = flows.data;
  const which: Which = own ? wanted : 'everybody';
  const shown = which === 'own' ? (own ?? []) : everybody;
  const originOf = ({ origin, park }: Flow) => {
    if (origin) return of(origin.name);
    return t(park ? 'flows.rest' : 'flows.restOfAll');
  };
  const most = Math.max(1, ...shown.map(({ investment }) => investment));
  return (
    <>
      <p className="quiet">
        {own ? null : `${t('projects.leadOthers', { fewest })} `}
        {which === 'everybody' ? t('flows.lead', { fewest }) : null}
        {flows.data.sample ? <SampleMark /> : null}
      </p>
      {own ? (
        <div className="choices">
          <Choice
            label={t('flows.which')}
            options={(['own', 'everybody'] as const).map((value) => ({ value, label: t(`flows.${value}`) }))}
            value={which}
            onChange={setWanted}
          />
        </div>
      ) : null}
      {shown.length === 0 ? (
        <Empty title={t('flows.none')} remedy={t('flows.noneRemedy', { fewest })} />
      ) : (
        <div className="beside">
          <FlowMap
            provinces={provinces.data}
            inset={inset.data}
            label={t('flows.map')}
            flows={shown
              .filter(({ origin, park }) => origin?.longitude !== undefined && park?.longitude !== undefined)
              .slice(0, drawn)
              .map((flow) => ({
                key: `${flow.origin?.code} ${flow.park?.code}`,
                from: at(flow.origin),
                to: at(flow.park),
                size: flow.investment / most,
                label: `${originOf(flow)} → ${flow.park ? of(flow.park.name) : ''} ${money(flow.investment, language)}`,
              }))}
          />
          <section className="wide" aria-label={t('flows.map')}>
            <table className="plain" aria-label={t('flows.map')}>
              <thead>
                <tr>
                  <th scope="col">{t('flows.origin')}</th>
                  <th scope="col">{t('flows.park')}</th>
                  <th scope="col" className="num">
                    {t('flows.projects')}
                  </th>
                  <th scope="col" className="num">
                    {t('flows.investment')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((flow) => (
                  <tr key={`${flow.origin?.code} ${flow.park?.code}`}>
                    <th scope="row">{originOf(flow)}</th>
                    <td>{flow.park ? of(flow.park.name) : ''}</td>
                    <td className="num">{number(flow.projects, language)}</td>
                    <td className="num">{money(flow.investment, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {which === 'own' && flows.data.more > 0 ? (
              <p className="quiet">{t('flows.more', { count: flows.data.more })}</p>
            ) : null}
          </section>
        </div>
      )}
    </>
  );
}

const at = (place: Flow['park']): Position => [place?.longitude ?? 0, place?.latitude ?? 0];
