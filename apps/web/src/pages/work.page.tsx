import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Pagination } from 'antd';
import { programmeAsks } from '../api/programme.asks.ts';
import { workAsks } from '../api/work.asks.ts';
import type { Queue } from '../api/work.client.ts';
import { NoticeList } from '../figures/notice-list.tsx';
import { OutboxDesk } from '../figures/outbox-desk.tsx';
import { SampleMark } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { MailForm } from '../forms/mail.form.tsx';
import { paths } from '../paths.ts';
import { recordPage } from '../record-path.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.work);
const size = 25;

/** What waits for me, what I was told, what I did. */
export function WorkPage() {
  const { t } = useWords();
  useDocumentWords(t('work.title'));
  const session = useQuery(programmeAsks.session());
  if (session.error) return <Trouble error={session.error} retry={() => void session.refetch()} />;
  if (!session.data) return <Skeleton height="60vh" />;
  if (!session.data.asker) {
    return (
      <div className="page">
        <h1>{t('work.title')}</h1>
        <Empty title={t('work.signIn')} remedy={t('work.signInRemedy')}>
          <Link to={paths.signIn}>{t('session.title')}</Link>
        </Empty>
      </div>
    );
  }
  return (
    <div className="page">
      <h1>{t('work.title')}</h1>
      <div className="desk">
        <div>
          <MyQueue />
          {session.data.asker.role === 'system-admin' ? <OutboxDesk /> : null}
        </div>
        <aside>
          <NoticeList />
          <DoneLately />
          <MailForm />
        </aside>
      </div>
    </div>
  );
}

function MyQueue() {
  const { t, of } = useWords();
  const { kind, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(
    workAsks.queue({ ...(kind && { kind }), page: String(page), size: String(size) }),
  );
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="40vh" />;
  const { counts, waiting } = data;
  const shown = kind ? (counts.kinds.find((one) => one.kind === kind)?.count ?? 0) : counts.total;
  if (counts.total === 0) return <Empty title={t('work.none')} remedy={t('work.noneRemedy')} />;
  return (
    <section aria-label={t('work.queue')}>
      <nav className="kinds" aria-label={t('work.filter')}>
        <Link to={paths.work} search={{}} aria-current={kind === undefined ? 'true' : undefined}>
          {t('work.all', { count: counts.total })}
        </Link>
        {counts.kinds.map((one) => (
          <Link
            key={one.kind}
            to={paths.work}
            search={{ kind: one.kind }}
            aria-current={kind === one.kind ? 'true' : undefined}
          >
            {of(one.name)} {one.count}
            {one.overdue > 0 ? (
              <span className="bad"> {t('work.overdueCount', { count: one.overdue })}</span>
            ) : null}
          </Link>
        ))}
      </nav>
      <table className="plain queue" aria-label={t('work.queue')}>
        <thead>
          <tr>
            {(['due', 'what', 'kind', 'toDo', 'since'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`work.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {waiting.map((one) => (
            <Waiting key={one.id} one={one} />
          ))}
        </tbody>
      </table>
      {shown > size ? (
        <Pagination
          size="small"
          current={page}
          pageSize={size}
          total={shown}
          showSizeChanger={false}
          onChange={(next) => void navigate({ search: (was) => ({ ...was, page: next }) })}
        />
      ) : null}
    </section>
  );
}

function Waiting({ one }: { one: Queue['waiting'][number] }) {
  const { t, of } = useWords();
  const open = one.acts.filter(({ allowed }) => allowed);
  const hindered = one.acts.filter(({ allowed }) => !allowed);
  return (
    <tr>
      <td className={one.overdue ? 'bad' : undefined}>
        {one.due ?? t('work.noDue')}
        {one.overdue ? <> {t('work.overdue')}</> : null}
      </td>
      <th scope="row">
        <Link to={recordPage(one.id)} params={{ id: one.id }}>
          {of(one.title)}
        </Link>
        {one.sample ? <SampleMark /> : null}
      </th>
      <td>
        {of(one.kindName)} <span className="quiet">{of(one.stateName)}</span>
      </td>
      <td>
        {open.map(({ name }) => of(name)).join(t('work.or'))}
        {open.length === 0
          ? hindered.map(({ act, name, reasons }) => (
              <span key={act} className="quiet">
                {of(name)}
                {t('work.notYet', { why: reasons.map((reason) => of(reason)).join('; ') })}
              </span>
            ))
          : null}
      </td>
      <td>{one.since.slice(0, 10)}</td>
    </tr>
  );
}

function DoneLately() {
  const { t, of } = useWords();
  const { data } = useQuery(workAsks.done());
  if (!data || data.done.length === 0) return null;
  return (
    <section aria-label={t('work.done')}>
      <h2>{t('work.done')}</h2>
      <ul className="lately">
        {data.done.map((one) => (
          <li key={one.id}>
            <Link to={recordPage(one.id)} params={{ id: one.id }}>
              {of(one.title)}
            </Link>{' '}
            <span className="quiet">
              {of(one.actName)} {one.at.slice(0, 10)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
