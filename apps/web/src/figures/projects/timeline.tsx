import { useQuery } from '@tanstack/react-query';
import { fileAddress, filesOf } from '../../api/files.client.ts';
import type { ProjectContent } from '../../api/project.client.ts';
import { useWords } from '../../words/words.ts';

const stages = [
  'lead',
  'negotiating',
  'signed',
  'land',
  'building',
  'equipment',
  'production',
  'exporting',
] as const;

/** The stages of a project with date and evidence, and when it stood still. */
export function Timeline({
  project,
  content,
  state,
}: {
  project: string;
  content: ProjectContent;
  state: string;
}) {
  const { t } = useWords();
  const files = useQuery(filesOf(project));
  const { reached, stalls, withdrawn } = content.course;
  const last = stages.findLastIndex(
    (stage) => stage === 'lead' || reached.some((one) => one.stage === stage),
  );
  return (
    <section aria-labelledby="stages-title">
      <h2 id="stages-title">{t('project.stages')}</h2>
      <ol className="timeline">
        {stages.map((stage, i) => {
          const one = stage === 'lead' ? undefined : reached.find((found) => found.stage === stage);
          const date = stage === 'lead' ? content.found : one?.date;
          return (
            <li
              key={stage}
              className={date ? 'reached' : i < last ? 'left-out' : 'ahead'}
              aria-current={state === stage ? 'step' : undefined}
            >
              <b>{t(`project.stage.${stage}`)}</b>{' '}
              <time dateTime={date}>{date ?? (i < last ? '' : t('project.notYet'))}</time>
              {one?.evidence ? <span className="evidence">{one.evidence}</span> : null}
              {one?.file ? (
                <a className="evidence-file" href={fileAddress(one.file)} download>
                  {files.data?.files.find(({ id }) => id === one.file)?.name ?? t('project.evidenceFile')}
                </a>
              ) : null}
              {one?.note ? <small>{one.note}</small> : null}
              {one?.skipped ? <small>{t('project.skipped', { reason: one.skipped })}</small> : null}
              {stalls
                .filter(({ from }) => from === stage)
                .map(({ since, until, reason }) => (
                  <small key={since} className="late">
                    {until
                      ? t('project.stalledUntil', { since, until, reason })
                      : t('project.stalledFrom', { since, reason })}
                  </small>
                ))}
            </li>
          );
        })}
      </ol>
      {withdrawn ? <p className="late">{t('project.withdrawnOn', { ...withdrawn })}</p> : null}
    </section>
  );
}
