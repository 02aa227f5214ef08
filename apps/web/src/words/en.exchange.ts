import type { exchangeZhCN } from './zh-CN.exchange.ts';

export const exchangeEn: typeof exchangeZhCN = {
  derived: {
    label: 'Show',
    value: 'Amounts',
    share: 'Share of the country',
    growth: 'On the month before',
    'growth-on-year': 'On the year before',
    lq: 'Location quotient',
    only: 'Reckoned from published amounts; where one of these is suppressed, so is what is made of them. Cells without a month to compare with are empty.',
    unshaded: 'Suppressed, or not in the table',
    absent: 'not in the table',
  },
  open: {
    title: 'Open data',
    lead: 'Other programs can read what the customs publish, and what was released, under open standards.',
    copy: 'Copy',
    copied: 'Copied',
    sdmx: 'SDMX 2.1 service',
    flows: 'List of dataflows (SDMX)',
    catalogue: 'Catalogue (DCAT, JSON-LD)',
    turtle: 'Catalogue (DCAT, Turtle)',
    table: 'This table (SDMX-CSV)',
    parquet: 'This table (Parquet)',
  },
};
