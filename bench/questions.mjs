/** Ten questions that the pages, the terminal and the figures ask most. */
export const questions = [
  {
    name: 'region shares of a year',
    query: { by: ['region'], flow: 'total', period: '2024' },
  },
  {
    name: 'processing by region and month',
    query: { by: ['region', 'month', 'processing'], flow: 'total', period: '2020..2024' },
  },
  {
    name: 'map: prefectures of a month',
    query: { by: ['prefecture'], flow: 'export', period: '2024-06' },
  },
  {
    name: 'map: prefectures of a year, processing',
    query: { by: ['prefecture'], flow: 'total', period: '2024', where: { processing: ['true'] } },
  },
  {
    name: 'growth: province by year',
    query: { by: ['province', 'year'], flow: 'total', period: '2023..2024' },
  },
  {
    name: 'one city by month',
    query: { by: ['month', 'flow'], flow: 'total', period: '2020..2024', where: { prefecture: ['610100'] } },
  },
  {
    name: 'chapters of a province',
    query: { by: ['chapter'], flow: 'export', period: '2024', where: { province: ['510000'] } },
  },
  {
    name: 'partners in one heading',
    query: { by: ['partner'], flow: 'export', period: '2024', where: { heading: ['8542'] } },
  },
  {
    name: 'trade modes by year',
    query: { by: ['mode', 'year'], flow: 'total', period: '2020..2024' },
  },
  {
    name: 'region by chapter, for location quotients',
    query: { by: ['region', 'chapter'], flow: 'export', period: '2024' },
  },
  {
    name: 'one heading by month',
    query: { by: ['month'], flow: 'export', period: '2020..2024', where: { heading: ['8542'] } },
  },
  {
    name: 'partners of a province',
    query: { by: ['partner'], flow: 'export', period: '2024', where: { province: ['410000'] } },
  },
  {
    name: 'partner by month, processing',
    query: {
      by: ['month', 'processing'],
      flow: 'total',
      period: '2020..2024',
      where: { partner: ['502'] },
    },
  },
  {
    name: 'headings of a year, the whole country',
    query: { by: ['heading'], flow: 'export', period: '2024' },
  },
  {
    name: 'goods within a heading',
    query: { by: ['commodity'], flow: 'export', period: '2024', where: { heading: ['8542'] } },
  },
];

/** Figures as the overview and the parks' pages ask them, of processing trade: the table in the box cannot tell it. */
export const figures = [
  { name: 'overview: region shares', path: 'region-shares?period=2024&flow=total&processing=true' },
  {
    name: 'overview: region growth',
    path: 'region-growth?period=2024&flow=total&processing=true&kind=year-on-year',
  },
  {
    name: 'overview: map, shares of cities',
    path: 'place-shares?period=2024-06&flow=total&level=prefecture&processing=true',
  },
  {
    name: 'overview: park cities',
    path: 'park-cities-share?period=2024&flow=total&processing=true',
  },
  { name: 'gradient: inequality', path: 'theil?period=2024&flow=total&processing=true' },
];
