import type { ThemeConfig } from 'antd';

/** Every colour, size and face of the page. style/base.css has the same names as custom properties. */
export const tokens = {
  accent: '#0d5f58',
  accentSoft: '#e3efeb',
  ink: '#1f2624',
  inkSoft: '#5d6663',
  inkFaint: '#8b9390',
  line: '#dedbd3',
  lineSoft: '#ece9e2',
  paper: '#fbfaf7',
  sheet: '#ffffff',
  park: '#a8322a',
  warning: '#8f4e14',
  face: '"Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif',
} as const;

/** Lines of a chart, told apart also without colour by their order of lightness. */
export const series = [
  '#0d5f58',
  '#b5651d',
  '#6b7280',
  '#5ea69b',
  '#d3a15c',
  '#3d5a80',
  '#a3472f',
  '#9aa5a1',
  '#7a6c9d',
  '#2f8f4e',
  '#c9b37e',
  '#4b4a45',
] as const;

const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

export const theme: ThemeConfig = {
  token: {
    motion: !still,
    colorPrimary: tokens.accent,
    colorInfo: tokens.accent,
    colorLink: tokens.accent,
    colorText: tokens.ink,
    colorTextSecondary: tokens.inkSoft,
    colorBorder: tokens.line,
    colorBorderSecondary: tokens.lineSoft,
    colorBgLayout: tokens.paper,
    colorWarning: tokens.warning,
    colorTextPlaceholder: tokens.inkFaint,
    fontFamily: 'var(--face)',
    fontSize: 14,
    borderRadius: 3,
    borderRadiusLG: 4,
    controlHeight: 32,
    boxShadow: 'none',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Segmented: {
      trackBg: tokens.lineSoft,
      itemSelectedBg: tokens.sheet,
      itemSelectedColor: tokens.accent,
      trackPadding: 2,
    },
    Slider: { railBg: tokens.line, trackBg: tokens.accent, handleSize: 12, railSize: 3, dotSize: 6 },
    Table: { headerBg: tokens.paper, cellPaddingBlockSM: 6, cellPaddingInlineSM: 10 },
  },
};
