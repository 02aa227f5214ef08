import { Button } from 'antd';
import type { useDraft } from '../forms/use-draft.ts';
import { useWords } from '../words/words.ts';
import { Trouble } from './state.tsx';

type Draft = Pick<ReturnType<typeof useDraft>, 'saving' | 'error' | 'save' | 'takeTheirs' | 'keepMine'>;

/** Whether what was typed is kept, and what to do where somebody else has changed it meanwhile. */
export function SavingLine({ draft: { saving, error, save, takeTheirs, keepMine } }: { draft: Draft }) {
  const { t } = useWords();
  return (
    <>
      <p className={`saving ${saving}`} role="status">
        {t(`saving.${saving}`)}{' '}
        {saving === 'conflict' ? (
          <>
            <Button size="small" onClick={() => void takeTheirs()}>
              {t('saving.takeTheirs')}
            </Button>{' '}
            <Button size="small" onClick={() => void keepMine()}>
              {t('saving.keepMine')}
            </Button>
          </>
        ) : null}
        {saving === 'failed' ? (
          <Button size="small" onClick={() => void save()}>
            {t('saving.again')}
          </Button>
        ) : null}
      </p>
      {saving === 'failed' ? <Trouble error={error} /> : null}
    </>
  );
}
