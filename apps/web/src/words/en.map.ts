/** The map of the overview: what it is called, its keys and its way about. */
export const mapEn = {
  map: {
    title: 'Where foreign trade stands',
    label: 'Map of China: {{what}}',
    inset: 'South China Sea Islands',
    approval: 'Map approval number: {{number}}',
    noApproval: '审图号：来源未提供 (map approval number: not given by the source)',
    park: 'Park: {{name}}',
    parks: 'National processing trade parks (13)',
    unpublished: 'Not published',
    go: {
      whole: 'Whole country',
      nearer: 'Zoom in',
      farther: 'Zoom out',
      north: 'Move north',
      south: 'Move south',
      west: 'Move west',
      east: 'Move east',
    },
    below: 'under {{value}}',
    above: '{{value}} and over',
    between: '{{from}} to {{to}}',
    growthIs: 'Growth is of the year to date, as the customs print it.',
    share: 'Share of the country',
    growth: 'Growth, year to date',
  },
};
