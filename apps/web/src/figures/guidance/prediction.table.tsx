import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { Guided } from '../../api/guidance.client.ts';
import { percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { ReasonsDrawer } from './prediction-reasons.drawer.tsx';
import { reasonText } from './reason-text.ts';

export type Prediction = Guided<'prediction'>['result'];
export type PredictedCell = Prediction['cells'][number];

/** Rows before somebody asks for all of them. */
const atFirst = 40;

/** Cities and groups with the probability that their share rises, the likeliest first, and what speaks most for and against. */
export function PredictionTable({ result }: { result: Prediction }) {
  const { t, of, language } = useWords();
  const [whole, setWhole] = useState(false);
  const [open, setOpen] = useState<PredictedCell>();
  const { cells, places, groups } = result;
  const placeOf = new Map(places.map((place) => [place.code, place]));
  const groupNames = new Map(groups.map(({ id, names }) => [id, of(names)]));
  const groupOf = (id: string) => groupNames.get(id) ?? id;
  const nameOf = (code: string) => of(placeOf.get(code)?.names ?? { zh: code, en: code });
  if (cells.length === 0) return <p className="quiet">{t('prediction.nothing')}</p>;
  return (
    <>
      <div className="wide">
        <table className="plain predicted" aria-label={t('prediction.title')}>
          <thead>
            <tr>
              <th scope="col">{t('prediction.city')}</th>
              <th scope="col">{t('prediction.group')}</th>
              <th scope="col" className="num">
                {t('prediction.probability')}
              </th>
              <th scope="col" className="num">
                {t('prediction.share')}
              </th>
              <th scope="col">{t('prediction.for')}</th>
              <th scope="col">{t('prediction.against')}</th>
              <th scope="col">
                <span className="unseen">{t('prediction.why')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {(whole ? cells : cells.slice(0, atFirst)).map((cell) => {
              const { place, group, probability, share, reasons } = cell;
              const most = (sign: number) => reasons.find(({ logOdds }) => sign * logOdds > 0.02);
              const [pro, contra] = [most(1), most(-1)];
              return (
                <tr key={`${place} ${group}`}>
                  <th scope="row">
                    {nameOf(place)} {placeOf.get(place)?.park ? <Tag>{t('prediction.park')}</Tag> : null}
                  </th>
                  <td>{groupOf(group)}</td>
                  <td className="num">
                    <meter min={0} max={1} value={probability} aria-hidden="true" />{' '}
                    <b>{percent(probability * 100, language, 0)}</b>
                  </td>
                  <td className="num">{percent(share * 100, language, 2)}</td>
                  <td>{pro ? reasonText(pro, t, language) : '—'}</td>
                  <td>{contra ? reasonText(contra, t, language) : '—'}</td>
                  <td>
                    <Button
                      size="small"
                      aria-label={t('prediction.whyOf', { city: nameOf(place), group: groupOf(group) })}
                      onClick={() => setOpen(cell)}
                    >
                      {t('prediction.why')}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {cells.length > atFirst && !whole ? (
        <p>
          <Button onClick={() => setWhole(true)}>{t('prediction.showAll', { count: cells.length })}</Button>
        </p>
      ) : null}
      {open ? (
        <ReasonsDrawer
          cell={open}
          typical={result.typical}
          name={`${nameOf(open.place)} · ${groupOf(open.group)}`}
          close={() => setOpen(undefined)}
        />
      ) : null}
    </>
  );
}
