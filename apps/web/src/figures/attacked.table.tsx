import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { asks } from '../api/asks.ts';
import { certificateAddress } from '../api/server.client.ts';
import type { Proof, ReleaseFace } from '../api/types.ts';
import { amount, percent } from '../words/amount.ts';
import { useWords } from '../words/words.ts';

type Attacked = Proof['attacked'][number];

/** Every suppressed cell with the interval that an attacker can compute of it, the sensitive ones first. */
export function AttackedCells({ release, proof }: { release: ReleaseFace; proof: Proof }) {
  const { t, of, language } = useWords();
  const { data } = useQuery(asks.release(release.id, true));
  const names = data?.dimensions.map(({ codes }) => new Map(codes.map(({ code, name }) => [code, of(name)])));
  const named = ({ key }: { key: readonly string[] }) =>
    key.map((code, d) => names?.[d]?.get(code) ?? code).join(' · ');
  const away = (end: number | null, value: number) =>
    end === null ? '' : ` (${percent((100 * (end - value)) / value, language, 0)})`;
  const rows = [...proof.attacked].sort((a, b) => a.suppressed.localeCompare(b.suppressed));
  return (
    <details>
      <summary>{t('release.attacked', { count: rows.length })}</summary>
      <Table<Attacked>
        size="small"
        rowKey={({ key }) => key.join()}
        dataSource={rows}
        pagination={{ pageSize: 12, showSizeChanger: false, size: 'small' }}
        scroll={{ x: 'max-content' }}
        columns={[
          { key: 'cell', title: t('release.cell'), render: (_, cell) => named(cell) },
          {
            key: 'why',
            title: t('release.why'),
            render: (_, { suppressed }) =>
              t(suppressed === 'primary' ? 'release.primary' : 'release.secondary'),
          },
          {
            key: 'truth',
            title: t('release.truth'),
            align: 'right',
            sorter: (a, b) => a.value - b.value,
            render: (_, { value }) => amount(value, language),
          },
          {
            key: 'lower',
            title: t('release.lower'),
            align: 'right',
            render: (_, { value, lower }) => `${amount(lower, language)}${away(lower, value)}`,
          },
          {
            key: 'upper',
            title: t('release.upper'),
            align: 'right',
            render: (_, { value, upper }) =>
              upper === null ? t('release.unbounded') : `${amount(upper, language)}${away(upper, value)}`,
          },
        ]}
      />
      <a href={certificateAddress(release.id)} download={`certificate-${release.id}.json`}>
        {t('release.wholeProof')}
      </a>
    </details>
  );
}
