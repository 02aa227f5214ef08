import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { asks } from './api/asks.ts';
import { programmeAsks } from './api/programme.asks.ts';
import { programme } from './api/programme.client.ts';
import { SearchBox } from './figures/search-box.tsx';
import { WorkBadge } from './figures/work-badge.tsx';
import { paths } from './paths.ts';
import { type Group, groupOf, roomsFor } from './rooms.ts';
import { theme } from './theme.ts';
import { languageName, languages } from './words/language.ts';
import { chooseLanguage, useDocumentWords, useWords } from './words/words.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const homes: Record<Group, string> = { statistics: paths.overview, programme: paths.parks };

/** What stands around every page: name, navigation, language, and where the figures come from. */
export function Frame() {
  const { t, language } = useWords();
  const { data: status } = useQuery(asks.status());
  const group = groupOf(useLocation().pathname);
  const { data: session } = useQuery(programmeAsks.session());
  useDocumentWords();
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'en' ? enUS : zhCN}
      {...(nonce ? { csp: { nonce } } : {})}
    >
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <header className="head">
        <Link to={paths.overview} className="brand" aria-label={t('product.title')}>
          <Mark />
          <b>{t('product.name')}</b>
          <span>{t('product.latin')}</span>
        </Link>
        <nav className="groups" aria-label={t('group.label')}>
          {(['statistics', 'programme'] as const).map((one) => (
            <Link key={one} to={homes[one]} aria-current={one === group ? 'true' : undefined}>
              {t(`group.${one}`)}
            </Link>
          ))}
        </nav>
        <nav className="rooms" aria-label={t('nav.label')}>
          {roomsFor(group, session?.asker?.role).map((room) => (
            <Link
              key={room}
              to={paths[room]}
              className="room"
              activeOptions={{ exact: room === 'overview', includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {t(`nav.${room}`)}
              {room === 'work' ? <WorkBadge /> : null}
            </Link>
          ))}
        </nav>
        <SearchBox />
        <Person />
        <LanguageSwitch />
      </header>
      {status?.synthetic ? (
        <p className="banner" role="status">
          {t('state.synthetic')}
        </p>
      ) : null}
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </ConfigProvider>
  );
}

/** Who is signed in, and the way in or out. */
function Person() {
  const { t, of } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: session } = useQuery(programmeAsks.session());
  if (!session?.asker) {
    return (
      <div className="person">
        <Link to={paths.signIn}>{t('session.title')}</Link>
      </div>
    );
  }
  const { name, role, organisationName } = session.asker;
  return (
    <div className="person">
      <Link to={paths.account} title={t('session.who', { name, role: t(`role.${role}`) })}>
        {of(organisationName)}
      </Link>
      <button
        type="button"
        onClick={() =>
          void programme.signOut().then(async () => {
            client.clear();
            await navigate({ to: paths.signIn });
          })
        }
      >
        {t('session.leave')}
      </button>
    </div>
  );
}

/** Three steps down to the right: the gradient. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path fill="#a9cdc5" d="M2 4h7v4H2z" />
      <path fill="#4f958c" d="M2 10h13v4H2z" />
      <path fill="#0d5f58" d="M2 16h20v4H2z" />
    </svg>
  );
}

function LanguageSwitch() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  return (
    <fieldset className="tongues" aria-label={t('nav.language')}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          onClick={() => {
            chooseLanguage(one);
            void navigate({
              to: '.',
              search: (was) => ({ ...was, lang: one === 'en' ? 'en' : 'zh' }),
              replace: true,
            });
          }}
        >
          {languageName[one]}
        </button>
      ))}
    </fieldset>
  );
}
