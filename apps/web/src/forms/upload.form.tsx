import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { Refusal } from '../api/http.client.ts';
import { server } from '../api/server.client.ts';
import type { Preview, Upload } from '../api/types.ts';
import { bytes, number } from '../words/amount.ts';
import { periodName } from '../words/month.ts';
import { useWords } from '../words/words.ts';
import { PreviewTable } from './preview.table.tsx';

interface Props {
  upload: Upload;
  refresh: () => Promise<void>;
}

/** One file that was handed in: what it is, what it still lacks, how far it is, what became of it. */
export function UploadRow({ upload, refresh }: Props) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const { id, name, state, recognised } = upload;
  const [flow, setFlow] = useState<string>();
  const [period, setPeriod] = useState('');
  const [preview, setPreview] = useState<Preview>();
  const [problem, setProblem] = useState<Problem>();
  const told = { ...(flow && { flow }), ...(period.trim() && { period: period.trim() }) };
  const needs = recognised?.needs ?? [];
  const lacks = needs.filter((what) => (what === 'flow' ? !flow : period.trim() === ''));
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setProblem(undefined);
    await work().catch((error: unknown) => setProblem(problemOf(error)));
  };
  // what was loaded changes every other page
  useEffect(() => {
    if (state === 'done')
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'inbox' });
  }, [state, client]);
  const shown = problem ?? upload.problem;
  return (
    <li className={`upload ${state}`}>
      <div className="upload-head">
        <b>{name}</b>
        <span className="quiet">
          {recognised ? t(`inbox.format.${recognised.format}`) : ''} · {bytes(upload.bytes, language)}
          {recognised?.period
            ? ` · ${periodName(`${recognised.period.from}..${recognised.period.to}`, language)}`
            : ''}
          {recognised?.flow ? ` · ${t(`flow.${recognised.flow}`)}` : ''}
        </span>
      </div>
      <div className="upload-act">
        {needs.includes('flow') && state !== 'done' ? (
          <Select
            aria-label={t('inbox.flow')}
            placeholder={t('inbox.flowNeeded')}
            value={flow}
            onChange={setFlow}
            options={(['export', 'import'] as const).map((value) => ({ value, label: t(`flow.${value}`) }))}
          />
        ) : null}
        {needs.includes('period') && state !== 'done' ? (
          <Input
            aria-label={t('inbox.period')}
            placeholder={t('inbox.periodNeeded')}
            value={period}
            onChange={(event) => setPeriod(event.target.value)}
          />
        ) : null}
        {recognised && state !== 'done' && state !== 'reading' ? (
          <>
            <Button
              aria-label={t('inbox.previewOf', { name })}
              disabled={lacks.length > 0}
              onClick={() => void attempt(async () => setPreview(await server.preview(id, told)))}
            >
              {t('inbox.preview')}
            </Button>
            <Button
              type="primary"
              aria-label={t('inbox.loadOf', { name })}
              disabled={lacks.length > 0}
              onClick={() =>
                void attempt(async () => {
                  await server.load(id, told);
                  setPreview(undefined);
                  await refresh();
                })
              }
            >
              {t('inbox.load')}
            </Button>
          </>
        ) : null}
        {state === 'reading' ? null : (
          <Button
            aria-label={t('inbox.discardOf', { name })}
            onClick={() => void attempt(() => server.discard(id).then(refresh))}
          >
            {t('inbox.discard')}
          </Button>
        )}
      </div>
      <p role="status" className="upload-state">
        <StateOf upload={upload} lacks={lacks} />
      </p>
      {shown ? <ProblemOf problem={shown} /> : null}
      {preview ? <PreviewTable preview={preview} /> : null}
    </li>
  );
}

function StateOf({ upload, lacks }: { upload: Upload; lacks: readonly ('flow' | 'period')[] }) {
  const { t, language } = useWords();
  const { state, progress, summary } = upload;
  if (state === 'reading' && progress) {
    return (
      <>
        <progress value={progress.bytes} max={progress.of} />{' '}
        {t('inbox.reading', { percent: Math.floor((progress.bytes / Math.max(1, progress.of)) * 100) })}
      </>
    );
  }
  if (summary) {
    const { loaded = 0, quarantined = 0 } = summary.rows;
    return t(`inbox.${summary.status}`, {
      loaded: number(loaded, language),
      quarantined: number(quarantined, language),
      load: summary.load ?? '',
    });
  }
  if (state !== 'received') return null;
  if (lacks.length === 0) return t('inbox.received');
  return t('inbox.needs', { what: lacks.map((what) => t(`inbox.${what}`)).join(t('list.comma')) });
}

interface Problem {
  readonly code: string;
  readonly sentence: string;
  readonly remedy?: string | undefined;
}

const problemOf = (error: unknown): Problem =>
  error instanceof Refusal
    ? { code: error.code, sentence: error.message, remedy: error.remedy }
    : { code: 'fault', sentence: String(error) };

function ProblemOf({ problem }: { problem: Problem }) {
  const { t } = useWords();
  const why = t(`inbox.refusal.${problem.code}`, { defaultValue: problem.sentence });
  const remedy = t(`inbox.remedy.${problem.code}`, { defaultValue: problem.remedy ?? '' });
  return (
    <div className="upload-problem" role="alert">
      <p>
        {why}
        {remedy ? ` · ${remedy}` : null}
      </p>
      {why === problem.sentence ? null : (
        <p className="quiet">{t('inbox.said', { detail: problem.sentence })}</p>
      )}
    </div>
  );
}
