import { Button, Input, Select } from 'antd';
import type { BenefitEntry, BenefitKind } from '../api/pairing.client.ts';
import { useWords } from '../words/words.ts';
import { YuanInput } from './yuan.input.tsx';

interface Props {
  entries: readonly BenefitEntry[];
  kinds: readonly BenefitKind[];
  /** The projects to choose from; any name where there are none. */
  projects?: readonly { key: string; name: string }[];
  year: number;
  onChange: (entries: BenefitEntry[]) => void;
}

/** What each project paid and made: project, kind, year or month, amount. */
export function BenefitEntriesForm({ entries, kinds, projects, year, onChange }: Props) {
  const { t } = useWords();
  const put = (at: number, change: Partial<BenefitEntry>) =>
    onChange(entries.map((entry, i) => (i === at ? { ...entry, ...change } : entry)));
  const periods = [
    `${year}`,
    ...Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`),
  ];
  const add = () => {
    const project = entries.at(-1)?.project ?? projects?.[0]?.key ?? 'A';
    const used = entries.filter((entry) => entry.project === project).map(({ kind }) => kind);
    const kind = kinds.find((one) => !used.includes(one)) ?? kinds[0] ?? 'vat';
    onChange([...entries, { project, kind, period: `${year}`, fen: 0 }]);
  };
  return (
    <div className="wide">
      <table className="plain entries as-lines">
        <thead>
          <tr>
            {(['project', 'kind', 'period', 'amount'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`benefit.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{t('agreement.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
            <tr key={at}>
              <td>
                {projects ? (
                  <Select
                    aria-label={t('benefit.project')}
                    value={entry.project}
                    options={projects.map(({ key, name }) => ({ value: key, label: name }))}
                    onChange={(project) => put(at, { project })}
                  />
                ) : (
                  <Input
                    aria-label={t('benefit.project')}
                    value={entry.project}
                    onChange={({ target }) => put(at, { project: target.value })}
                  />
                )}
              </td>
              <td>
                <Select
                  aria-label={t('benefit.kind')}
                  value={entry.kind}
                  options={kinds.map((value) => ({ value, label: t(`benefit.kinds.${value}`) }))}
                  onChange={(kind) => put(at, { kind })}
                />
              </td>
              <td>
                <Select
                  aria-label={t('benefit.period')}
                  value={entry.period}
                  options={periods.map((value) => ({ value, label: value }))}
                  onChange={(period) => put(at, { period })}
                />
              </td>
              <td>
                <YuanInput
                  label={t('benefit.amount')}
                  value={entry.fen}
                  onChange={(fen) => put(at, { fen: fen ?? 0 })}
                />
              </td>
              <td>
                <Button type="text" onClick={() => onChange(entries.filter((_, i) => i !== at))}>
                  {t('agreement.remove')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" onClick={add}>
        {t('benefit.addLine')}
      </Button>
    </div>
  );
}
