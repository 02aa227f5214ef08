import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Placement } from '../../../api/scenario.client.ts';
import { money } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import { Pages } from '../../pages.tsx';
import { usePrinting } from '../../printing.ts';
import { PlacementDrawer } from './placement.drawer.tsx';
import type { PlanNames } from './plan-names.ts';

const perPage = 25;
const keyOf = ({ origin, group, park }: Placement): string => `${origin} ${group} ${park}`;

/** Every placement, the largest first: from where, which goods, to which park, how much; and why. */
export function PlacementsTable({
  placements,
  names,
}: {
  placements: readonly Placement[];
  names: PlanNames;
}) {
  const { t, language } = useWords();
  const [wanted, setWanted] = useState('');
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<string>();
  const named = placements
    .map((one) => ({
      one,
      origin: names.place(one.origin),
      group: names.group(one.group),
      park: names.park(one.park),
    }))
    .filter(({ origin, group, park }) =>
      `${origin} ${group} ${park}`.toLowerCase().includes(wanted.trim().toLowerCase()),
    )
    .sort((a, b) => b.one.amount - a.one.amount);
  const pages = Math.max(1, Math.ceil(named.length / perPage));
  const at = Math.min(page, pages);
  const printing = usePrinting();
  const shown = printing ? named : named.slice((at - 1) * perPage, at * perPage);
  return (
    <div>
      {placements.length > perPage ? (
        <Input
          type="search"
          className="plan-search"
          aria-label={t('placement.search')}
          placeholder={t('placement.search')}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      ) : null}
      <div className="wide">
        <table className="plain placements" aria-label={t('placement.table')}>
          <thead>
            <tr>
              <th scope="col">{t('placement.origin')}</th>
              <th scope="col">{t('placement.group')}</th>
              <th scope="col">{t('placement.toPark')}</th>
              <th scope="col" className="num">
                {t('placement.amount')}
              </th>
              <th scope="col">
                <span className="unseen">{t('placement.why')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ one, origin, group, park }) => (
              <tr key={keyOf(one)}>
                <th scope="row">{origin}</th>
                <td>{group}</td>
                <td>{park}</td>
                <td className="num">{money(one.amount, language)}</td>
                <td>
                  <Button
                    type="link"
                    size="small"
                    aria-label={t('placement.whyOf', { origin, group, park })}
                    onClick={() => setOpen(keyOf(one))}
                  >
                    {t('placement.why')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {printing ? null : <Pages page={at} pages={pages} onPage={setPage} />}
      <PlacementDrawer
        placement={placements.find((one) => keyOf(one) === open)}
        names={names}
        close={() => setOpen(undefined)}
      />
    </div>
  );
}
