import { Button } from 'antd';
import { useWords } from '../words/words.ts';

/** Back and forth in a list that is longer than a page; nothing where it is not. */
export function Pages({
  page,
  pages,
  onPage,
}: {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}) {
  const { t } = useWords();
  if (pages <= 1) return null;
  return (
    <p className="pages">
      <Button size="small" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {t('assess.earlier')}
      </Button>{' '}
      {t('assess.page', { page, pages })}{' '}
      <Button size="small" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {t('assess.later')}
      </Button>
    </p>
  );
}
