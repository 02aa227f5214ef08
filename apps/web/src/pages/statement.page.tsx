import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import {
  type AgreementContent,
  type BenefitEntry,
  type StatementContent,
  statementFile,
} from '../api/pairing.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { Comments } from '../figures/comments.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { SettlementTable } from '../figures/settlement.table.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { BenefitEntriesForm } from '../forms/benefit-entries.form.tsx';
import { Files } from '../forms/files.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.statement);

/** What the two sides share of one year: drafted, stated, confirmed or disputed, corrected, printed. */
export function StatementPage() {
  const { t, of, language } = useWords();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(programmeAsks.record<StatementContent>('benefit-statements', id));
  const agreement = useQuery({
    ...programmeAsks.record<AgreementContent>('agreements', data?.content.agreement ?? ''),
    enabled: data !== undefined,
  });
  useDocumentWords(data ? of(data.title) : t('pairing.statements'));
  if (error ?? agreement.error) {
    return <Trouble error={error ?? agreement.error} retry={() => void refetch()} />;
  }
  if (!data || !agreement.data) return <Skeleton height="60vh" />;
  const { pairing, settled, confirmations = {}, disputes = [] } = data.content;
  const { projects = [] } = agreement.data.content;
  const reason = [{ name: 'reason', label: t('pairing.acts.reason') }];
  return (
    <div className="page">
      <RecordHead record={data}>
        <p className="quiet unprinted">
          {pairing ? (
            <Link to={paths.pairing} params={{ id: pairing }}>
              {t('benefit.statement.back')}
            </Link>
          ) : null}{' '}
          <Link to={paths.agreement} params={{ id: agreement.data.id }}>
            {t('benefit.statement.basis')}
          </Link>
        </p>
      </RecordHead>
      <Acts
        plural="benefit-statements"
        record={data}
        without={['correct']}
        asked={{ dispute: reason, drop: reason }}
      />
      {data.editable ? <Draft key={data.version} record={data} agreement={agreement.data.content} /> : null}
      {settled ? (
        <section aria-label={t('benefit.result')}>
          <p className="quiet">
            {t('benefit.statement.stated', {
              on: settled.on,
              by: settled.by,
              edition: settled.edition,
            })}
          </p>
          <SettlementTable settlement={settled.settlement} steps={settled.steps} projects={projects} />
          <p className="downloads">
            <Button href={statementFile(id, 'xlsx', language)}>{t('benefit.statement.xlsx')}</Button>
            <Button href={statementFile(id, 'csv', language)}>{t('benefit.statement.csv')}</Button>
            <Button onClick={() => window.print()}>{t('benefit.statement.print')}</Button>
          </p>
          <h3>{t('benefit.statement.confirmations')}</h3>
          <dl className="facts">
            {(['park', 'partner'] as const).map((side) => (
              <Confirmation key={side} side={side} confirmed={confirmations[side]} />
            ))}
          </dl>
        </section>
      ) : null}
      {disputes.length > 0 ? (
        <section aria-labelledby="disputes-title">
          <h2 id="disputes-title">{t('benefit.statement.disputes')}</h2>
          <ul className="lines">
            {disputes.map((one) => (
              <li key={one.edition}>{t('benefit.statement.disputed', { ...one })}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {data.possible.some(({ act }) => act === 'correct') ? (
        <Correction key={`correct ${data.version}`} record={data} agreement={agreement.data.content} />
      ) : null}
      <Files record={id} />
      <Comments record={id} />
      <Versions plural="benefit-statements" id={id} version={data.version} />
    </div>
  );
}

function Confirmation({
  side,
  confirmed,
}: {
  side: 'park' | 'partner';
  confirmed: { by: string; on: string } | undefined;
}) {
  const { t } = useWords();
  return (
    <>
      <dt>{t(`benefit.${side}`)}</dt>
      <dd>
        {confirmed
          ? t('benefit.statement.confirmedOn', { ...confirmed })
          : t('benefit.statement.notConfirmed')}
      </dd>
    </>
  );
}

interface Editing {
  record: RecordSeen<StatementContent>;
  agreement: Partial<AgreementContent>;
}

/** The amounts of a draft, saved before they are stated. */
function Draft({ record, agreement }: Editing) {
  const { t } = useWords();
  const client = useQueryClient();
  const [year, setYear] = useState(record.content.year ?? new Date().getFullYear() - 1);
  const [entries, setEntries] = useState<BenefitEntry[]>(record.content.entries ?? []);
  const [error, setError] = useState<unknown>();
  const move = (to: number) => {
    setYear(to);
    setEntries(entries.map((one) => ({ ...one, period: one.period.replace(/^\d{4}/, String(to)) })));
  };
  const save = async () => {
    setError(undefined);
    try {
      const { confirmations: _, disputes: __, ...content } = record.content as StatementContent;
      await programme.edit('benefit-statements', record.id, record.version, { ...content, year, entries });
      await client.invalidateQueries({ queryKey: ['records'] });
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <section aria-labelledby="draft-title">
      <h2 id="draft-title">{t('benefit.amounts')}</h2>
      <p className="quiet">{t('benefit.statement.draftLead')}</p>
      <label className="stacked" htmlFor="statement-year">
        {t('pairing.year')}
        <Input
          id="statement-year"
          type="number"
          className="year"
          value={year}
          onChange={({ target }) => move(Number(target.value))}
        />
      </label>
      <BenefitEntriesForm
        entries={entries}
        kinds={(agreement.benefit?.bases ?? []).map(({ kind }) => kind)}
        projects={agreement.projects ?? []}
        year={year}
        onChange={setEntries}
      />
      <p className="downloads">
        <Button type="primary" onClick={() => void save()}>
          {t('benefit.statement.save')}
        </Button>
      </p>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}

/** Corrected amounts of a disputed statement: a new edition, which both sides have to confirm again. */
function Correction({ record, agreement }: Editing) {
  const { t } = useWords();
  const client = useQueryClient();
  const [entries, setEntries] = useState<BenefitEntry[]>(record.content.entries ?? []);
  const [note, setNote] = useState('');
  const [error, setError] = useState<unknown>();
  const correct = async () => {
    setError(undefined);
    try {
      await programme.act('benefit-statements', record.id, 'correct', record.version, { entries, note });
      await client.invalidateQueries({ queryKey: ['records'] });
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <section aria-labelledby="correct-title">
      <h2 id="correct-title">{t('benefit.statement.correct')}</h2>
      <BenefitEntriesForm
        entries={entries}
        kinds={(agreement.benefit?.bases ?? []).map(({ kind }) => kind)}
        projects={agreement.projects ?? []}
        year={record.content.year ?? 0}
        onChange={setEntries}
      />
      <label className="stacked" htmlFor="statement-note">
        {t('benefit.statement.note')}
        <Input.TextArea
          id="statement-note"
          rows={2}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      <Button type="primary" onClick={() => void correct()}>
        {t('benefit.statement.correct')}
      </Button>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}
