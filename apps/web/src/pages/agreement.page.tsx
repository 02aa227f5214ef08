import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { pairingAsks } from '../api/pairing.asks.ts';
import type { AgreementContent, AgreementText, Templates } from '../api/pairing.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import type { RecordSeen } from '../api/programme.client.ts';
import { AgreementObligations } from '../figures/agreement-obligations.tsx';
import { Comments } from '../figures/comments.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts, type Asked } from '../forms/acts.form.tsx';
import { AgreementForm } from '../forms/agreement.form.tsx';
import { Files } from '../forms/files.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.agreement);

/** One framework agreement: its clauses as they are chosen, its text as it reads, who signed. */
export function AgreementPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(programmeAsks.record<AgreementContent>('agreements', id));
  const text = useQuery({ ...pairingAsks.text(id, data?.version ?? 0), enabled: data !== undefined });
  const { data: templates } = useQuery(pairingAsks.templates());
  useDocumentWords(data ? of(data.title) : t('pairing.agreements'));
  const failed = error ?? text.error;
  if (failed) return <Trouble error={failed} retry={() => void refetch()} />;
  if (!data || !text.data || !templates) return <Skeleton height="60vh" />;
  const reason: Asked[] = [{ name: 'reason', label: t('pairing.acts.reason') }];
  const signing: Asked[] = [
    { name: 'name', label: t('pairing.acts.signer'), type: 'line' },
    { name: 'on', label: t('pairing.acts.signedOn'), type: 'date' },
  ];
  const { pairing } = data.content;
  return (
    <div className="page">
      <RecordHead record={data}>
        {pairing ? (
          <p className="quiet unprinted">
            <Link to={paths.pairing} params={{ id: pairing }}>
              {t('agreement.back')}
            </Link>
          </p>
        ) : null}
      </RecordHead>
      <Acts
        plural="agreements"
        record={data}
        asked={{
          sign: signing,
          countersign: signing,
          withdraw: reason,
          terminate: reason,
          drop: reason,
        }}
      />
      <Text record={data} text={text.data} sources={templates.sources} />
      {data.editable ? <AgreementForm key={data.version} record={data} templates={templates} /> : null}
      <AgreementObligations agreement={data} />
      <Files record={id} />
      <Comments record={id} />
      <Versions plural="agreements" id={id} version={data.version} />
    </div>
  );
}

function Text({
  record,
  text,
  sources,
}: {
  record: RecordSeen<AgreementContent>;
  text: AgreementText;
  sources: Templates['sources'];
}) {
  const { t, of } = useWords();
  const { from, to, signatures = {}, projects = [], end } = record.content;
  return (
    <section aria-labelledby="text-title" className="agreement-text">
      <h2 id="text-title">{t('agreement.text')}</h2>
      <p className="quiet unprinted">
        {t(text.signed ? 'agreement.textSigned' : 'agreement.textDraft')}{' '}
        <Button size="small" href={`/api/agreements/${record.id}/document.docx`}>
          {t('agreement.word')}
        </Button>{' '}
        <Button size="small" onClick={() => window.print()}>
          {t('agreement.print')}
        </Button>
      </p>
      <p>
        {t('pairing.term')} {from} – {to}
      </p>
      {text.articles.map((article) => (
        <article key={article.number}>
          <h3>
            {t('agreement.article', { n: article.number })} {of(article.heading)}
          </h3>
          <p>{of(article.text)}</p>
          <p className="quiet">
            {article.source === 'tidu-proposal'
              ? t('agreement.proposal')
              : t('agreement.basedOn', {
                  source: sources.find(({ id }) => id === article.source)?.title ?? article.source,
                })}
          </p>
        </article>
      ))}
      {projects.length > 0 ? (
        <>
          <h3>{t('agreement.projects')}</h3>
          <ul className="lines">
            {projects.map(({ key, name }) => (
              <li key={key}>{name}</li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>{t('agreement.signed')}</h3>
      <dl className="facts">
        {(['park', 'partner'] as const).map((side) => (
          <Signature key={side} side={side} signed={signatures[side]} />
        ))}
      </dl>
      {end ? (
        <p>
          {t('agreement.ended')} {end.on} {end.by} {end.reason}
        </p>
      ) : null}
    </section>
  );
}

function Signature({
  side,
  signed,
}: {
  side: 'park' | 'partner';
  signed: { by: string; on: string } | undefined;
}) {
  const { t } = useWords();
  return (
    <>
      <dt>{t(`pairing.${side}`)}</dt>
      <dd>{signed ? `${signed.by} ${signed.on}` : t('agreement.unsigned')}</dd>
    </>
  );
}
