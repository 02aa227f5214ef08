import { Empty } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';

export function NotFoundPage() {
  const { t } = useWords();
  return <Empty title={t('state.notFound')} remedy={t('state.notFoundRemedy')} />;
}
