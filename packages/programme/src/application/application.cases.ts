import type { Call } from '../batch/call.ts';
import type { Zone } from '../park/zone.ts';
import { type ApplicationForm, applicationForm } from './form.ts';

const words = (text: string) => ({ zh: text, en: text });

/** A call with the two limits of 商办贸函〔2021〕125号 and a countersignature, for tests. */
export const sampleCall: Call = {
  title: words('call'),
  text: words('text'),
  conditions: [
    {
      id: 'area',
      measure: 'total-area',
      title: words('area'),
      text: words('area'),
      clause: words('clause 2'),
      limit: 60,
      inPrinciple: true,
      source: 'test',
    },
  ],
  encouraged: [],
  documents: [
    { id: 'plan', title: words('plan'), required: true, source: 'test' },
    { id: 'letter', title: words('letter'), required: false, source: 'test' },
  ],
  deadlines: [
    { id: 'application', title: words('apply'), days: 45, date: '2025-06-30', source: 'test' },
    { id: 'report', title: words('report'), days: 60, date: '2025-07-15', source: 'test' },
    { id: 'completion', title: words('complete'), days: 10, source: 'test' },
  ],
  countersign: words('human resources'),
};

/** A square zone of so many degrees, near Taiyuan unless said otherwise. */
export function squareZone(
  name: string,
  side = 0.02,
  [x, y]: readonly [number, number] = [112.5, 37.8],
): Zone {
  const coordinates: [number, number][] = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
  return { name: words(name), geometry: { type: 'MultiPolygon', coordinates: [[coordinates]] } };
}

/** A form that lacks nothing. */
export const fullForm = (changes: Partial<ApplicationForm> = {}): ApplicationForm => ({
  ...applicationForm.parse({
    parkName: { zh: '示例产业园', en: 'Sample park' },
    place: '140100',
    applicant: '太原市人民政府',
    zones: [squareZone('东区')],
    industries: [{ name: '电子信息', chapters: ['85'] }],
    processingTrade: [{ year: 2024, exports: 100, imports: 50 }],
    partner: { place: '440300', name: '深圳市' },
    documents: [{ document: 'plan', file: 'file-1', name: 'plan.pdf' }],
    contacts: [{ name: '示例联系人', phone: '000' }],
    texts: { overview: '概况' },
  }),
  ...changes,
});
