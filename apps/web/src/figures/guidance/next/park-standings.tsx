import { Link } from '@tanstack/react-router';
import type { Guided } from '../../../api/guidance.client.ts';
import { paths } from '../../../paths.ts';
import { change, money, percent } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import { LinedTable } from './lined-table.tsx';

const columns = [
  'exports',
  'change',
  'share',
  'shareBefore',
  'effect',
  'promised',
  'reported',
  'notStated',
  'ties',
] as const;

/** Every park: how its city goes, what recognition changed, what its projects keep, and what is not known. */
export function ParkStandings({ parks }: Pick<Guided<'ministry-next'>['result'], 'parks'>) {
  const { t, of, language } = useWords();
  const part = (value: number | null) => percent(value === null ? null : 100 * value, language, 2);
  return (
    <section>
      <h2>{t('guidanceNext.parks')}</h2>
      <LinedTable
        name={t('guidanceNext.parks')}
        head={t('guidanceNext.park')}
        columns={columns.map((one) => t(`guidanceNext.${one}`))}
        rows={parks.map((park) => ({
          id: park.record,
          head: (
            <Link to={paths.guidancePark} params={{ id: park.id }}>
              {of(park.names)}
            </Link>
          ),
          cells: [
            money(park.exports, language),
            change(park.change, language),
            part(park.share),
            part(park.shareBefore),
            change(park.effect, language),
            money(park.promised, language),
            money(park.reported, language),
            `${park.notStated} / ${park.stateable}`,
            park.ties,
          ],
        }))}
      />
    </section>
  );
}
