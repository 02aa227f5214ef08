import type { Settlement, Step } from '../api/pairing.client.ts';
import { useWords } from '../words/words.ts';
import { yuan } from '../words/yuan.ts';

const columns = ['amount', 'counted', 'park', 'partner'] as const;

interface Props {
  settlement: Settlement;
  steps: readonly Step[];
  projects?: readonly { key: string; name: string }[];
}

/** A year, shared: each line, the sums, floor and cap, what either side gets, and every step in words. */
export function SettlementTable({ settlement, steps, projects = [] }: Props) {
  const { t, of, language } = useWords();
  const { lines, taxes, floor, cap, result, cumulative, outputs } = settlement;
  const nameOf = (key: string) => projects.find((project) => project.key === key)?.name ?? key;
  const money = (fen: number) => yuan(fen, language);
  const moved = (label: string, side: 'park' | 'partner', fen: number) => (
    <tr>
      <th scope="row" colSpan={5}>
        {label}
      </th>
      <td className="num" data-label={t('benefit.park')}>
        {money(side === 'park' ? fen : -fen)}
      </td>
      <td className="num" data-label={t('benefit.partner')}>
        {money(side === 'partner' ? fen : -fen)}
      </td>
    </tr>
  );
  const four = (amounts: readonly number[]) =>
    columns.map((column, i) => (
      <td key={column} className="num" data-label={t(`benefit.${column}`)}>
        {money(amounts[i] as number)}
      </td>
    ));
  return (
    <>
      <div className="wide">
        <table className="plain settlement as-lines">
          <thead>
            <tr>
              {(['project', 'kind', 'period'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`benefit.${column}`)}
                </th>
              ))}
              {columns.map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`benefit.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ project, kind, period, fen, counted, park, partner, parts, why }) => (
              <tr key={`${project} ${kind} ${period}`}>
                <th scope="row">{nameOf(project)}</th>
                <td>
                  {t(`benefit.kinds.${kind}`)}
                  <span className="quiet">
                    {' '}
                    {parts ? `${parts.park}:${parts.partner}` : why ? t(`benefit.why.${why}`) : ''}
                  </span>
                </td>
                <td>{period}</td>
                {four([fen, counted, park, partner])}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('benefit.taxes')}
              </th>
              {four([taxes.given, taxes.counted, taxes.park, taxes.partner])}
            </tr>
            {floor && floor.topUp > 0 ? moved(t('benefit.floorRow'), floor.side, floor.topUp) : null}
            {cap && cap.cut > 0 ? moved(t('benefit.capRow'), cap.side, -cap.cut) : null}
            <tr className="strong" data-row="due">
              <th scope="row" colSpan={5}>
                {t('benefit.due')}
              </th>
              <td className="num" data-label={t('benefit.park')}>
                {money(result.park)}
              </td>
              <td className="num" data-label={t('benefit.partner')}>
                {money(result.partner)}
              </td>
            </tr>
            <tr>
              <th scope="row" colSpan={5}>
                {t('benefit.cumulative')}
              </th>
              <td className="num" data-label={t('benefit.park')}>
                {money(cumulative.park)}
              </td>
              <td className="num" data-label={t('benefit.partner')}>
                {money(cumulative.partner)}
              </td>
            </tr>
            {outputs.map(({ kind, given, counted, park, partner }) => (
              <tr key={kind} className="quiet">
                <th scope="row" colSpan={3}>
                  {t(`benefit.kinds.${kind}`)} · {t('benefit.outputs')}
                </th>
                {four([given, counted, park, partner])}
              </tr>
            ))}
          </tfoot>
        </table>
      </div>
      <h3>{t('benefit.steps')}</h3>
      <ol className="steps">
        {steps.map((one) => (
          <li key={of(one)} data-part={one.part}>
            {of(one)}
          </li>
        ))}
      </ol>
    </>
  );
}
