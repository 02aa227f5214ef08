import { useQuery } from '@tanstack/react-query';
import type { ObligationContent } from '../api/pairing.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { Acts } from '../forms/acts.form.tsx';
import { Files } from '../forms/files.form.tsx';
import { useWords } from '../words/words.ts';
import { Comments } from './comments.tsx';
import { Trouble } from './state.tsx';
import { Versions } from './versions.tsx';

/** What can be done with an obligation now; the evidence that was shown, with its files; how it went. */
export function ObligationActs({ id }: { id: string }) {
  const { t } = useWords();
  const { data, error } = useQuery(programmeAsks.record<ObligationContent>('obligations', id));
  if (error) return <Trouble error={error} />;
  if (!data) return null;
  const reason = [{ name: 'reason', label: t('pairing.acts.reason') }];
  const { claims = [], disputes = [] } = data.content;
  return (
    <>
      <Acts
        plural="obligations"
        record={data}
        asked={{
          claim: [
            { name: 'evidence', label: t('pairing.acts.evidence') },
            { name: 'on', label: t('pairing.acts.fulfilledOn'), type: 'date' },
          ],
          dispute: reason,
          release: reason,
        }}
      />
      {claims.length + disputes.length > 0 ? (
        <ul className="lines">
          {claims.map(({ by, on, evidence, fulfilledOn }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: claims are only ever added
            <li key={at}>{t('pairing.claimed', { on, by, evidence, fulfilledOn })}</li>
          ))}
          {disputes.map(({ by, on, reason: said }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: disputes are only ever added
            <li key={at}>{t('pairing.disputedBy', { on, by, reason: said })}</li>
          ))}
        </ul>
      ) : null}
      <Files record={id} title={t('pairing.evidenceFiles')} />
      <Comments record={id} />
      <Versions plural="obligations" id={id} version={data.version} />
    </>
  );
}
