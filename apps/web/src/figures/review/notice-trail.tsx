import { Link } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { useWords } from '../../words/words.ts';

/** The way back from a notice or a list: to all of them, and to its batch. */
export function NoticeTrail({ batch }: { batch: string | undefined }) {
  const { t } = useWords();
  return (
    <p className="quiet">
      <Link to={paths.notices}>{t('notice.title')}</Link>
      {batch ? (
        <>
          {' · '}
          <Link to={paths.batch} params={{ id: batch }}>
            {t('recognition.batch')}
          </Link>
        </>
      ) : null}
    </p>
  );
}
