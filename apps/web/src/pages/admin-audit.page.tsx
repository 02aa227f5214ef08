import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { accountAsks } from '../api/account.asks.ts';
import type { AuditLine } from '../api/account.client.ts';
import { queryString } from '../api/http.client.ts';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { VerifyForm } from '../forms/verify.form.tsx';
import { paths } from '../paths.ts';
import { type AuditState, readAudit } from '../url-state.accounts.ts';
import { momentText } from '../words/moment.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.audit);
const asked = ['account', 'record', 'deed', 'from', 'to'] as const;

/** The trail, for who audits: found by person, record, deed and day; verified; taken away. */
export function AuditPage() {
  const { t } = useWords();
  useDocumentWords(t('audit.title'));
  const filter = readAudit(route.useSearch());
  const navigate = route.useNavigate();
  const found = useInfiniteQuery(accountAsks.audit({ ...filter }));
  const show = (wanted: AuditState) =>
    void navigate({ search: ({ lang }) => ({ ...(lang && { lang }), ...readAudit(wanted) }) });
  const lines = found.data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <div className="page">
      <h1>{t('audit.title')}</h1>
      <p className="quiet">{t('audit.lead')}</p>
      <VerifyForm />
      <Form
        key={JSON.stringify(filter)}
        layout="inline"
        className="audit-filter"
        initialValues={filter}
        onFinish={show}
      >
        {asked.map((name) => (
          <Form.Item key={name} name={name} label={t(`audit.${name}`)}>
            <Input type={name === 'from' || name === 'to' ? 'date' : 'text'} allowClear />
          </Form.Item>
        ))}
        <Button htmlType="submit">{t('audit.filter')}</Button>
        {Object.keys(filter).length > 0 ? <Button onClick={() => show({})}>{t('audit.clear')}</Button> : null}
      </Form>
      <p>
        <a href={`/api/audit/export${queryString({ ...filter, format: 'csv' })}`} download>
          {t('audit.exportCsv')}
        </a>{' '}
        <a href={`/api/audit/export${queryString({ ...filter, format: 'jsonl' })}`} download>
          {t('audit.exportJsonl')}
        </a>
      </p>
      {found.error ? <Trouble error={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton height="40vh" /> : null}
      {found.data && lines.length === 0 ? (
        <Empty title={t('audit.none')} remedy={t('audit.noneRemedy')} />
      ) : null}
      {lines.length > 0 ? (
        <section className="wide" aria-label={t('audit.title')}>
          <table className="plain audit-lines">
            <thead>
              <tr>
                <th scope="col">#</th>
                {(['time', 'who', 'what', 'record', 'about'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`audit.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.seq} line={line} show={(more) => show({ ...filter, ...more })} />
              ))}
            </tbody>
          </table>
          {found.hasNextPage ? (
            <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('audit.more')}
            </Button>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}

/** What is clicked on becomes what is filtered by. */
function Line({ line, show }: { line: AuditLine; show: (more: AuditState) => void }) {
  const { t, of } = useWords();
  const { seq, at, account, name, role, deed, deedName, stateName, record, about } = line;
  const said = (key: string, value: unknown): string => {
    if (key === 'state' && stateName) return of(stateName);
    if (key === 'role') return t(`role.${value}`);
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return key === 'by' ? t(`audit.by.${text}`, { defaultValue: text }) : text;
  };
  const by = (more: AuditState, text: string) => (
    <button type="button" className="as-link" onClick={() => show(more)}>
      {text}
    </button>
  );
  return (
    <tr>
      <td>{seq}</td>
      <td>{momentText(at)}</td>
      <td>
        {by({ account }, name || account)} <span className="quiet">{t(`role.${role}`)}</span>
      </td>
      <td>{by({ deed }, of(deedName))}</td>
      <td>{record ? by({ record }, record) : ''}</td>
      <td className="quiet">
        {Object.entries(about)
          .map(([key, value]) => `${t(`audit.of.${key}`, { defaultValue: key })} ${said(key, value)}`)
          .join(' · ')}
      </td>
    </tr>
  );
}
