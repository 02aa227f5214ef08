import { Button } from 'antd';
import { useState } from 'react';
import type { Guided } from '../../api/guidance.client.ts';
import { money, number, percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { IntervalBar } from './interval.bar.tsx';

export type Leaving = Guided<'leaving'>['result'];
export type PressureRow = Leaving['rows'][number];

const atFirst = 20;

/** Cities by the pressure on them to give up what is asked for; each opens what that is made of. */
export function PressureTable({
  result: { rows, months },
  open,
}: {
  result: Leaving;
  open: (place: string) => void;
}) {
  const { t, of, language } = useWords();
  const [whole, setWhole] = useState(false);
  return (
    <div className="wide">
      <table className="plain pressures" aria-label={t('leaving.table')}>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('leaving.rank')}
            </th>
            <th scope="col">{t('leaving.city')}</th>
            <th scope="col">{t('leaving.pressure')}</th>
            <th scope="col">{t('leaving.rankWithin')}</th>
            <th scope="col">{t('leaving.falling')}</th>
            <th scope="col" className="num" title={t('leaving.lossIs', { months })}>
              {t('leaving.loss')}
            </th>
            <th scope="col" className="num">
              {t('leaving.movable')}
            </th>
            <th scope="col" className="num">
              {t('leaving.exports')}
            </th>
            <th scope="col" className="num" title={t('leaving.knownIs')}>
              {t('leaving.known')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, whole ? rows.length : atFirst).map((row) => (
            <tr key={row.place}>
              <td className="num">{row.rank}</td>
              <th scope="row">
                <button type="button" className="linkish" onClick={() => open(row.place)}>
                  {of(row.names)}
                </button>
              </th>
              <td className="drawn">
                <IntervalBar value={row.pressure} from={row.from} to={row.to} />
                <Pressure row={row} />
              </td>
              <td>{t('leaving.rankBetween', { from: row.rankFrom, to: row.rankTo })}</td>
              <td>
                <Falling row={row} />
              </td>
              <td className="num">{money(row.lossPerYear, language)}</td>
              <td className="num">
                <MayMove row={row} />
              </td>
              <td className="num">{money(row.exports, language)}</td>
              <td className="num">{percent(row.known * 100, language, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > atFirst && !whole ? (
        <p>
          <Button onClick={() => setWhole(true)}>{t('leaving.showAll', { count: rows.length })}</Button>
        </p>
      ) : null}
    </div>
  );
}

/** The pressure and its bounds in figures. */
export function Pressure({ row: { pressure, from, to } }: { row: PressureRow }) {
  const { t, language } = useWords();
  const two = (value: number) => number(value, language, 2);
  return (
    <span>
      <b>{pressure === null ? t('receipt.unknown') : two(pressure)}</b>{' '}
      <small className="quiet">{t('leaving.between', { from: two(from), to: two(to) })}</small>
    </span>
  );
}

/** For how long the city's part has been falling. */
function Falling({ row: { falling } }: { row: PressureRow }) {
  const { t } = useWords();
  if (!falling) return <>{t('receipt.unknown')}</>;
  const { periods: count, sinceBeginning } = falling;
  if (count === 0) return <>{t('leaving.notFalling')}</>;
  return <>{t(sinceBeginning ? 'leaving.fallsAtLeast' : 'leaving.falls', { count })}</>;
}

/** What may move within the horizon, and its bounds. */
export function MayMove({ row: { movable } }: { row: PressureRow }) {
  const { t, language } = useWords();
  if (!movable) return <>{t('receipt.unknown')}</>;
  const [low, high] = [movable.low, movable.high].map((value) => money(value, language));
  if (movable.high === 0) return <>{t('leaving.nothingMoves')}</>;
  return (
    <>
      {money(movable.mid, language)}
      <br />
      <small className="quiet">{t('leaving.between', { from: low ?? '', to: high ?? '' })}</small>
    </>
  );
}
