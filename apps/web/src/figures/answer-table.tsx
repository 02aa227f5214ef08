import { Table } from 'antd';
import type { QueryAnswer, Row } from '../api/types.ts';
import { columnUnit, inColumn, number, unitName } from '../words/amount.ts';
import type { Language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { usePrinting } from './printing.ts';

interface Props {
  answer: QueryAnswer;
  dimensions: readonly string[];
  /** The dimension whose values are the columns. */
  across?: string | undefined;
  name: (dimension: string, code: string) => string;
  format: (value: number | null) => string;
}

/** The rows of an answer, in pages on the screen and all of them on paper. */
export function AnswerTable({ answer, dimensions, across, name, format }: Props) {
  const { t, language } = useWords();
  const printing = usePrinting();
  const rows = answer.rows.map((row, key) => ({ ...row, key }));
  const isMoney = answer.unit === 'CNY' || answer.unit === 'USD';
  const heading = isMoney || answer.unit === 'percent' ? undefined : unitName(answer.unit, language, t);
  const column = (
    key: string,
    title: (unit: string) => string,
    currency?: string,
    together: readonly string[] = [key],
  ) => {
    const unit = columnUnit(
      rows.flatMap((row) => together.map((one) => amountOf(row, one))),
      language,
      currency,
    );
    return {
      key,
      title: title(unit.name),
      align: 'right' as const,
      className: 'num',
      render: (_: unknown, row: Row) =>
        currency ? inColumn(amountOf(row, key), unit, language) : format(amountOf(row, key)),
      sorter: (a: Row, b: Row) => (amountOf(a, key) ?? 0) - (amountOf(b, key) ?? 0),
    };
  };
  const money = (unit: string) => t('explore.valueIn', { unit });
  const laid = answer.columns.slice(answer.heads);
  const isLaid = across !== undefined && !dimensions.includes(across);
  const amounts = isLaid
    ? laid.map((key) => column(key, () => name(across, key), isMoney ? answer.unit : undefined, laid))
    : answer.currencies
      ? [
          column('valueCny', money, 'CNY'),
          column('valueUsd', money, 'USD'),
          {
            ...column('rate', () => t('laid.rate')),
            render: (_: unknown, row: Row) => rate(amountOf(row, 'rate'), language),
          },
        ]
      : [
          isMoney
            ? column('value', money, answer.unit)
            : column('value', () => (heading ? money(heading) : t('explore.value'))),
        ];
  const unitOfAll = columnUnit(
    rows.flatMap((row) => laid.map((key) => amountOf(row, key))),
    language,
    answer.unit,
  );
  return (
    <>
      {isLaid && answer.unit !== 'percent' ? (
        <p className="quiet">{t('tabled.unit', { unit: isMoney ? unitOfAll.name : (heading ?? '') })}</p>
      ) : null}
      <Table<Row>
        size="small"
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        pagination={
          printing ? false : { defaultPageSize: 50, showSizeChanger: false, hideOnSinglePage: true }
        }
        columns={[
          ...dimensions.map((dimension) => ({
            key: dimension,
            title: t(`explore.breakdowns.${dimension}`),
            ...(isLaid && !printing ? { fixed: 'start' as const } : {}),
            render: (_: unknown, row: Row) => (
              <span className="named">{name(dimension, codeOf(row, dimension))}</span>
            ),
            sorter: (a: Row, b: Row) => codeOf(a, dimension).localeCompare(codeOf(b, dimension)),
          })),
          ...amounts,
        ]}
      />
    </>
  );
}

const codeOf = (row: Row, dimension: string): string => String(row[dimension] ?? '');
const amountOf = (row: Row, key: string): number | null => {
  const amount = row[key];
  return typeof amount === 'number' ? amount : null;
};
const rate = (value: number | null, language: Language): string =>
  value === null ? '—' : number(value, language, 4);
