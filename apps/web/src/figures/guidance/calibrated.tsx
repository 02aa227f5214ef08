import type { Guided } from '../../api/guidance.client.ts';
import { number, percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { SeriesChart } from '../series.chart.tsx';

/** Of what was said to come with a probability, how much came: as bars and as a table. */
export function Calibrated({ calibration }: { calibration: Guided<'back-test'>['result']['calibration'] }) {
  const { t, language } = useWords();
  const { bins, error } = calibration;
  const whole = (value: number | null) => percent(value === null ? null : value * 100, language, 0);
  const range = ({ from, to }: (typeof bins)[number]) => `${number(from * 100, language)}–${whole(to)}`;
  return (
    <>
      <h3>{t('prediction.test.calibration')}</h3>
      <p>{t('prediction.test.calibrationSaid', { error: whole(error) })}</p>
      <SeriesChart
        title={t('prediction.test.calibration')}
        kind="bar"
        points={bins.map(range)}
        series={[
          { name: t('prediction.test.meanSaid'), values: bins.map(({ said }) => said) },
          { name: t('prediction.test.came'), values: bins.map(({ came }) => came) },
        ]}
        format={whole}
        height={260}
        tabled={false}
      />
      <div className="wide">
        <table className="plain" aria-label={t('prediction.test.calibration')}>
          <thead>
            <tr>
              <th scope="col">{t('prediction.test.bin')}</th>
              {(['tested', 'meanSaid', 'came'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`prediction.test.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bins.map((bin) => (
              <tr key={bin.from}>
                <th scope="row">{range(bin)}</th>
                <td className="num">{number(bin.n, language)}</td>
                <td className="num">{whole(bin.said)}</td>
                <td className="num">{whole(bin.came)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
