import { Drawer } from 'antd';
import { number, percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import type { PredictedCell } from './prediction.table.tsx';
import { reasonValue } from './reason-text.ts';

/** Why one city's share of one group is thought to rise or not: every reason, with how far it moves the odds. */
export function ReasonsDrawer({
  cell,
  typical,
  name,
  close,
}: {
  cell: PredictedCell;
  typical: number;
  name: string;
  close: () => void;
}) {
  const { t, language } = useWords();
  const { probability, reasons } = cell;
  return (
    <Drawer
      title={name}
      open
      onClose={close}
      size={620}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      <div className="receipt">
        <p>
          {t('prediction.from', {
            typical: percent(typical * 100, language, 0),
            probability: percent(probability * 100, language, 0),
          })}
        </p>
        <div className="wide">
          <table className="plain" aria-label={t('prediction.reasons')}>
            <thead>
              <tr>
                <th scope="col">{t('prediction.reason')}</th>
                <th scope="col" className="num">
                  {t('prediction.value')}
                </th>
                <th scope="col" className="num">
                  {t('prediction.odds')}
                </th>
              </tr>
            </thead>
            <tbody>
              {reasons.map((reason) => (
                <tr key={reason.feature}>
                  <th scope="row">{t(`prediction.features.${reason.feature}`)}</th>
                  <td className="num">{reasonValue(reason, t, language)}</td>
                  <td className="num">× {number(Math.exp(reason.logOdds), language, 2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="quiet">{t('prediction.oddsSaid')}</p>
        <p className="quiet">{t('prediction.notCause')}</p>
      </div>
    </Drawer>
  );
}
