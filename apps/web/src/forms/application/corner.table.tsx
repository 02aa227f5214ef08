import { Button, InputNumber } from 'antd';
import type { Position } from '../../api/recognition.client.ts';
import { useWords } from '../../words/words.ts';

interface Props {
  label: string;
  /** Without the last one, which closes the ring. */
  corners: readonly Position[];
  least?: number;
  /** Where the first corner is put. */
  start?: Position;
  onChange: (corners: Position[]) => void;
}

const most = 200;

/** The corners of a ring as numbers, for those who have them on paper or draw with the keyboard. */
export function CornerTable({ label, corners, least = 0, start = [104, 35], onChange }: Props) {
  const { t } = useWords();
  if (corners.length > most) return <p className="quiet">{t('zones.many', { count: corners.length })}</p>;
  const put = (at: number, axis: 0 | 1, value: number | null) => {
    if (value === null) return;
    onChange(
      corners.map(
        (corner, i): Position => (i !== at ? corner : axis === 0 ? [value, corner[1]] : [corner[0], value]),
      ),
    );
  };
  const last = corners.at(-1);
  return (
    <table className="plain corners" aria-label={label}>
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">{t('zones.corner')}</th>
          <th scope="col">{t('zones.longitude')}</th>
          <th scope="col">{t('zones.latitude')}</th>
          <th scope="col">
            <Button
              size="small"
              onClick={() => onChange([...corners, last ? [last[0] + 0.01, last[1]] : start])}
            >
              {t('zones.addCorner')}
            </Button>
          </th>
        </tr>
      </thead>
      <tbody>
        {corners.map((corner, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner has no other identity than its order
          <tr key={i}>
            <th scope="row">{i + 1}</th>
            {([0, 1] as const).map((axis) => (
              <td key={axis}>
                <InputNumber
                  size="small"
                  aria-label={`${t(axis === 0 ? 'zones.longitude' : 'zones.latitude')} ${i + 1}`}
                  value={corner[axis]}
                  step={0.001}
                  min={axis === 0 ? -180 : -90}
                  max={axis === 0 ? 180 : 90}
                  onChange={(value) => put(i, axis, value)}
                />
              </td>
            ))}
            <td>
              <Button
                size="small"
                type="text"
                disabled={corners.length <= least}
                onClick={() => onChange(corners.filter((_, at) => at !== i))}
              >
                {t('zones.removeCorner')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
