import { Table } from 'antd';
import type { QueryAnswer, Row } from '../api/types.ts';
import { columnUnit, inColumn } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { usePrinting } from './printing.ts';

interface Props {
  answer: QueryAnswer;
  dimensions: readonly string[];
  name: (dimension: string, code: string) => string;
  format: (value: number | null) => string;
}

/** The rows of an answer, in pages on the screen and all of them on paper. */
export function AnswerTable({ answer, dimensions, name, format }: Props) {
  const { t, language } = useWords();
  const printing = usePrinting();
  const rows = answer.rows.map((row, key) => ({ ...row, key }));
  const isMoney = answer.unit === 'CNY' || answer.unit === 'USD';
  const unit = columnUnit(rows.map(amountOf), language, answer.unit);
  return (
    <Table<Row>
      size="small"
      dataSource={rows}
      scroll={{ x: 'max-content' }}
      pagination={printing ? false : { defaultPageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
      columns={[
        ...dimensions.map((dimension) => ({
          key: dimension,
          title: t(`explore.breakdowns.${dimension}`),
          render: (_: unknown, row: Row) => name(dimension, codeOf(row, dimension)),
          sorter: (a: Row, b: Row) => codeOf(a, dimension).localeCompare(codeOf(b, dimension)),
        })),
        {
          key: 'value',
          title: isMoney ? t('explore.valueIn', { unit: unit.name }) : t('explore.value'),
          align: 'right',
          className: 'num',
          render: (_: unknown, row: Row) =>
            isMoney ? inColumn(amountOf(row), unit, language) : format(amountOf(row)),
          sorter: (a: Row, b: Row) => (amountOf(a) ?? 0) - (amountOf(b) ?? 0),
        },
      ]}
    />
  );
}

const codeOf = (row: Row, dimension: string): string => String(row[dimension] ?? '');
const amountOf = ({ value }: Row): number | null => (typeof value === 'number' ? value : null);
