import { useState } from 'react';
import type { LoadRecord, Withdrawal } from '../api/types.ts';
import { WithdrawForm } from '../forms/withdraw.form.tsx';
import { number } from '../words/amount.ts';
import { periodName } from '../words/month.ts';
import { useWords } from '../words/words.ts';
import { Quarantined } from './quarantined.tsx';

interface Props {
  loads: readonly LoadRecord[];
  /** Whether the reader may take a load back. */
  mayWithdraw: boolean;
}

/** Every load there was, newest first, withdrawals among them. */
export function LoadHistory({ loads, mayWithdraw }: Props) {
  const { t } = useWords();
  const [opened, setOpened] = useState<number>();
  const [withdrawing, setWithdrawing] = useState<LoadRecord>();
  const [done, setDone] = useState<Withdrawal>();
  const withdrawnBy = new Map(loads.flatMap(({ id, withdraws }) => (withdraws ? [[withdraws, id]] : [])));
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{t('history.title')}</h2>
      {done ? (
        <p role="status" className="caution">
          {t('history.done', { ...done })}
        </p>
      ) : null}
      <div className="wide">
        <table className="plain loaded" aria-label={t('data.lead')}>
          <thead>
            <tr>
              <th scope="col" className="num">
                {t('data.vintage')}
              </th>
              {(['file', 'period', 'at'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`data.${column}`)}
                </th>
              ))}
              {(['loaded', 'superseded', 'quarantined'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`data.${column}`)}
                </th>
              ))}
              <th scope="col">{t('data.checksum')}</th>
              {mayWithdraw ? <th scope="col">{t('inbox.act')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {[...loads].reverse().map((load) => (
              <LoadRow
                key={load.id}
                load={load}
                withdrawnBy={withdrawnBy.get(load.id)}
                open={() => setOpened(load.id)}
                withdraw={mayWithdraw ? () => setWithdrawing(load) : undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
      {opened === undefined ? null : <Quarantined load={opened} />}
      {withdrawing ? (
        <WithdrawForm
          load={withdrawing}
          close={(outcome) => {
            setWithdrawing(undefined);
            if (outcome) setDone(outcome);
          }}
        />
      ) : null}
    </section>
  );
}

interface RowProps {
  load: LoadRecord;
  withdrawnBy: number | undefined;
  open: () => void;
  withdraw: (() => void) | undefined;
}

function LoadRow({ load, withdrawnBy, open, withdraw }: RowProps) {
  const { t, language } = useWords();
  const { from, to } = load.period;
  const { withdraws, reason = '' } = load;
  return (
    <tr className={withdrawnBy === undefined ? undefined : 'withdrawn'}>
      <td className="num">{load.id}</td>
      <th scope="row">
        {withdraws === undefined ? load.file : t('history.isWithdrawal', { id: withdraws, reason })}
        {load.synthetic ? <span className="bad"> {t('data.synthetic')}</span> : null}
        {withdrawnBy === undefined ? null : (
          <span className="still"> {t('history.withdrawn', { id: withdrawnBy })}</span>
        )}
      </th>
      <td>{periodName(from === to ? from : `${from}..${to}`, language)}</td>
      <td>{load.at.slice(0, 16).replace('T', ' ')}</td>
      <td className="num">{number(load.rows.loaded, language)}</td>
      <td className="num">{number(load.rows.superseded, language)}</td>
      <td className="num">
        {load.rows.quarantined > 0 ? (
          <button
            type="button"
            className="linkish"
            aria-label={t('data.seeQuarantine', { id: load.id })}
            onClick={open}
          >
            {number(load.rows.quarantined, language)}
          </button>
        ) : (
          '0'
        )}
      </td>
      <td>
        <code title={load.sha256}>{load.sha256.slice(0, 12)}</code>
      </td>
      {withdraw ? (
        <td>
          {withdraws === undefined && withdrawnBy === undefined ? (
            <button
              type="button"
              className="linkish"
              aria-label={t('history.withdrawOf', { id: load.id })}
              onClick={withdraw}
            >
              {t('history.withdraw')}
            </button>
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}
