import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { asks } from '../api/asks.ts';
import { server } from '../api/server.client.ts';
import type { QualitySource } from '../api/types.ts';
import { Trouble } from '../figures/state.tsx';
import { number } from '../words/amount.ts';
import { sourceName } from '../words/finding.ts';
import { useWords } from '../words/words.ts';

/** When the checks last ran, and a button that runs them; how far a run has come while it is under way. */
export function RunForm({ sources }: { sources: readonly QualitySource[] }) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const { data, error } = useQuery(asks.qualityRun());
  const [trouble, setTrouble] = useState<unknown>();
  const ranBefore = useRef<number>(undefined);
  const last = data?.last;
  useEffect(() => {
    if (last && ranBefore.current !== undefined && ranBefore.current !== last.id)
      void client.invalidateQueries({ queryKey: ['quality'] });
    if (data) ranBefore.current = last?.id ?? 0;
  }, [data, last, client]);
  const run = (all: boolean) => async () => {
    setTrouble(undefined);
    try {
      client.setQueryData(asks.qualityRun().queryKey, await server.runChecks(all));
    } catch (cause) {
      setTrouble(cause);
    }
  };
  if (error) return <Trouble error={error} />;
  if (!data) return null;
  const { running, failed, loadsSince } = data;
  const nameOf = (shape: string) => {
    const source = sources.find((one) => one.shape.id === shape);
    return source ? sourceName(source, t, language) : shape;
  };
  return (
    <div className="running">
      <p className="actions">
        <Button type="primary" loading={running !== undefined} onClick={run(false)}>
          {t('quality.run')}
        </Button>
        {last ? (
          <Button disabled={running !== undefined} onClick={run(true)}>
            {t('quality.runAll')}
          </Button>
        ) : null}
      </p>
      <p role="status" className="quiet">
        {running ? (
          <>
            <progress value={running.done} max={running.of} aria-label={t('quality.run')} />{' '}
            {running.check
              ? t('quality.running', {
                  source: nameOf(running.shape),
                  check: t(`quality.check.${running.check}`),
                  done: running.done + 1,
                  of: running.of,
                })
              : null}
          </>
        ) : last ? (
          t('quality.lastRun', {
            at: last.at.slice(0, 16).replace('T', ' '),
            seconds: number(last.seconds, language, 1),
          })
        ) : (
          t('quality.never')
        )}{' '}
        {!running && last && loadsSince > 0 ? t('quality.since', { count: loadsSince }) : null}
      </p>
      {failed === undefined ? null : <p className="bad">{t('quality.runBroke', { reason: failed })}</p>}
      {last && last.passedOver.length > 0 ? (
        <p className="bad">
          {t('quality.passedOver', {
            count: last.passedOver.length,
            what: last.passedOver
              .map(({ check, shape }) => `${nameOf(shape)} ${t(`quality.check.${check}`)}`)
              .join(t('list.comma')),
          })}
        </p>
      ) : null}
      {trouble ? <Trouble error={trouble} /> : null}
    </div>
  );
}
