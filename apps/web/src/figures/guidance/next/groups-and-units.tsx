import type { Guided } from '../../../api/guidance.client.ts';
import { money, number } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import { SampleMark } from '../../record-head.tsx';
import { LinedTable } from './lined-table.tsx';

type Ministry = Guided<'ministry-next'>['result'];

/** What is most likely to leave the east, and from where. */
export function MobileGroups({ groups }: Pick<Ministry, 'groups'>) {
  const { t, of, language } = useWords();
  if (groups.length === 0) return null;
  const from = t('guidanceNext.from');
  return (
    <section>
      <h2>{t('guidanceNext.groups')}</h2>
      <LinedTable
        name={t('guidanceNext.groups')}
        head={t('guidanceNext.group')}
        columns={[...['low', 'movable', 'high'].map((one) => t(`guidanceNext.${one}`)), from]}
        texts={[from]}
        rows={groups.map(({ group, names, low, mid, high, cities }) => ({
          id: group,
          head: of(names),
          cells: [
            money(low, language),
            money(mid, language),
            money(high, language),
            cities.map((city) => of(city.names)).join(t('list.comma')),
          ],
        }))}
      />
    </section>
  );
}

/** What one more unit of each resource that the plan uses up is worth. */
export function UnitsWorth({ units, parks }: Pick<Ministry, 'units' | 'parks'>) {
  const { t, of, language } = useWords();
  const nameOf = new Map(parks.map(({ id, names }) => [id, of(names)]));
  const resource = t('guidanceNext.resource');
  return (
    <section>
      <h2>{t('guidanceNext.units')}</h2>
      <p className="quiet">{t(units.length > 0 ? 'guidanceNext.unitsLead' : 'guidanceNext.noUnits')}</p>
      {units.length > 0 ? (
        <LinedTable
          name={t('guidanceNext.units')}
          head={t('guidanceNext.park')}
          columns={[resource, t('guidanceNext.limit'), t('guidanceNext.worth')]}
          texts={[resource]}
          rows={units.map(({ park, kind, names, unit, limit, worth, sample }) => ({
            id: `${park} ${kind}`,
            head: nameOf.get(park),
            cells: [
              <span key="resource">
                {of(names)} {sample ? <SampleMark /> : null}
              </span>,
              `${number(limit, language)} ${of(unit)}`,
              money(worth, language),
            ],
          }))}
        />
      ) : null}
    </section>
  );
}
