import { useQuery } from '@tanstack/react-query';
import { guidanceAsk } from '../../api/guidance.asks.ts';
import type { Guided } from '../../api/guidance.client.ts';
import { number, percent } from '../../words/amount.ts';
import { periodName } from '../../words/month.ts';
import { useWords } from '../../words/words.ts';
import { Skeleton, Trouble } from '../state.tsx';
import { Calibrated } from './calibrated.tsx';
import { GuidanceReceiptButton } from './guidance-receipt.tsx';

type BackTestResult = Guided<'back-test'>['result'];
type Fold = BackTestResult['folds'][number];

/** How well the prediction would have done in years that it had not seen, beside simpler guesses. */
export function BackTest() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(guidanceAsk('back-test', {}));
  return (
    <section aria-labelledby="back-test-title">
      <h2 id="back-test-title">
        {t('prediction.test.title')}{' '}
        <GuidanceReceiptButton receipt={data?.receipt} name={t('prediction.test.title')} />
      </h2>
      <p>{t('prediction.test.said')}</p>
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {data ? <Told result={data.result} /> : error ? null : <Skeleton height={360} />}
    </section>
  );
}

function Told({ result }: { result: BackTestResult }) {
  const { t } = useWords();
  const { folds } = result;
  const best = (by: 'auc' | 'brier') =>
    folds.filter(({ baselines }) => baselines.every(({ beaten }) => beaten[by])).length;
  return (
    <>
      <p>
        {t('prediction.test.verdict', { count: folds.length, order: best('auc'), nearness: best('brier') })}
      </p>
      <Folds folds={folds} />
      <p className="quiet">{t('prediction.test.explained')}</p>
      <Calibrated calibration={result.calibration} />
      <Regions regions={result.regions} />
    </>
  );
}

function Folds({ folds }: { folds: readonly Fold[] }) {
  const { t, language } = useWords();
  const names = folds[0]?.baselines.map(({ name }) => name) ?? [];
  const three = (value: number | null) => (value === null ? '—' : number(value, language, 3));
  return (
    <div className="wide">
      <table className="plain predicted" aria-label={t('prediction.test.title')}>
        <thead>
          <tr>
            <th scope="col">{t('prediction.test.years')}</th>
            <th scope="col" className="num">
              {t('prediction.test.tested')}
            </th>
            <th scope="col" className="num">
              {t('prediction.test.rose')}
            </th>
            <th scope="col" className="num">
              {t('prediction.test.tenth')}
            </th>
            <th scope="col" className="num">
              {t('prediction.test.fifty')}
            </th>
            <th scope="col" className="num">
              {t('prediction.test.model')}
            </th>
            {names.map((name) => (
              <th key={name} scope="col" className="num">
                {t(`prediction.test.baselines.${name}`)}
              </th>
            ))}
            <th scope="col">{t('prediction.test.better')}</th>
          </tr>
        </thead>
        <tbody>
          {folds.map(({ origin, known, tested, rose, model, baselines }) => (
            <tr key={origin}>
              <th scope="row">
                {t('prediction.test.fromTo', {
                  from: periodName(origin, language),
                  to: periodName(known, language),
                })}
              </th>
              <td className="num">{number(tested, language)}</td>
              <td className="num">{percent(rose * 100, language, 0)}</td>
              <td className="num">{percent(model.tenth * 100, language, 0)}</td>
              <td className="num">{percent(model.fifty * 100, language, 0)}</td>
              <td className="num">
                <b>
                  {three(model.auc)} / {three(model.brier)}
                </b>
              </td>
              {baselines.map(({ name, auc, brier }) => (
                <td key={name} className="num">
                  {three(auc)} / {three(brier)}
                </td>
              ))}
              <td className="whether-better">
                <Better by="auc" baselines={baselines} />
                <br />
                <Better by="brier" baselines={baselines} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Better({ by, baselines }: { by: 'auc' | 'brier'; baselines: Fold['baselines'] }) {
  const { t } = useWords();
  const stronger = baselines.filter(({ beaten }) => !beaten[by]);
  const what = t(`prediction.test.by.${by}`);
  if (stronger.length === 0) return <>{t('prediction.test.betterThanAll', { what })}</>;
  const than = stronger.map(({ name }) => t(`prediction.test.baselines.${name}`)).join(t('list.comma'));
  return <b>{t('prediction.test.notBetter', { what, than })}</b>;
}

function Regions({ regions }: { regions: BackTestResult['regions'] }) {
  const { t, language } = useWords();
  return (
    <>
      <h3>{t('prediction.test.byRegion')}</h3>
      <div className="wide">
        <table className="plain" aria-label={t('prediction.test.byRegion')}>
          <thead>
            <tr>
              <th scope="col">{t('prediction.test.region')}</th>
              {(['tested', 'rose', 'saidToRise', 'off', 'tenth', 'auc', 'brier'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`prediction.test.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {regions.map(({ region, tested, rose, said, error, tenth, auc, brier }) => (
              <tr key={region}>
                <th scope="row">{t(`region.${region}`)}</th>
                <td className="num">{number(tested, language)}</td>
                <td className="num">{percent(rose * 100, language, 0)}</td>
                <td className="num">{percent(said * 100, language, 0)}</td>
                <td className="num">{percent(error * 100, language, 0)}</td>
                <td className="num">{percent(tenth * 100, language, 0)}</td>
                <td className="num">{auc === null ? '—' : number(auc, language, 3)}</td>
                <td className="num">{number(brier, language, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
