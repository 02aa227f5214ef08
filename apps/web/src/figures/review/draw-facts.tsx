import type { RecordSeen } from '../../api/programme.client.ts';
import { type PanelContent, reviewFiles } from '../../api/review.client.ts';
import { useWords } from '../../words/words.ts';

/** How the panel was drawn, with what anybody needs to run it again. */
export function DrawFacts({ record }: { record: RecordSeen<PanelContent> }) {
  const { t } = useWords();
  const { commitment, committedOn, drawFrom, pool, poolDigest, seed, strata = [], drawn } = record.content;
  const { perApplication, perInstitution } = record.content;
  return (
    <section aria-labelledby="draw-title">
      <h2 id="draw-title">{t('review.draw.title')}</h2>
      <dl className="facts">
        <dt>{t('review.draw.seats')}</dt>
        <dd>
          {strata
            .map(
              ({ by, value, seats }) =>
                `${t(`review.draw.by.${by}`, { value: value === '' ? '' : t(`review.field.${value}`) })} ${seats}`,
            )
            .join(t('list.comma'))}
          {perApplication ? ` · ${t('review.draw.perApplication', { count: perApplication })}` : ''}
          {perInstitution ? ` · ${t('review.draw.perInstitution', { count: perInstitution })}` : ''}
        </dd>
        {commitment ? (
          <>
            <dt>{t('review.draw.commitment')}</dt>
            <dd>
              <code className="hash">{commitment}</code>
              <span className="quiet"> {t('review.draw.committedOn', { date: committedOn ?? '' })}</span>
            </dd>
            <dt>{t('review.draw.pool')}</dt>
            <dd>
              {t('review.draw.poolSize', {
                experts: pool?.experts.length ?? 0,
                applications: pool?.applications.length ?? 0,
              })}{' '}
              <code className="hash">{poolDigest}</code>
            </dd>
            <dt>{t('review.draw.from')}</dt>
            <dd>{drawFrom}</dd>
          </>
        ) : null}
        {seed ? (
          <>
            <dt>{t('review.draw.seed')}</dt>
            <dd>
              <code className="hash">{seed}</code>
            </dd>
          </>
        ) : null}
        {drawn ? (
          <>
            <dt>{t('review.draw.again')}</dt>
            <dd>
              <a href={reviewFiles.draw(record.id)}>{t('review.draw.file')}</a>{' '}
              <code>tidu review verify {record.id}-draw.json</code>
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
