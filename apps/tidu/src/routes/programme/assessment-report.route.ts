import { assessmentReport, assessmentWorkbook } from '@tidu/documents';
import {
  type Assessment,
  dateIn,
  type Indicator,
  type Programme,
  type Round,
  ruleWords,
} from '@tidu/programme';
import { z } from 'zod';
import { mustBeAllowed } from '../../allow.ts';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';

const files = {
  docx: {
    make: assessmentReport,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    make: assessmentWorkbook,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const;

const rule = (indicator: Indicator): string => ruleWords(indicator).zh;

/** The yearly report of a round, as a document and as a workbook. */
export function assessmentReportRoutes(api: Api, programme: () => Promise<Programme>): void {
  for (const format of ['docx', 'xlsx'] as const) {
    api.get(
      `/assessment-rounds/:id/report.${format}`,
      {
        config: { deed: 'assessment-round.report' },
        schema: { tags: ['assessment-rounds'], params: z.object({ id: z.string().max(80) }) },
      },
      async ({ params, asker }, reply) => {
        const { records } = await programme();
        const record = await records.get<Round>(params.id, 'assessment-round');
        const grant = mustBeAllowed(asker, 'assessment-round.report', record);
        const { framework } = record.content;
        if (!framework)
          throw new Refused('not-found', `${record.id} has no framework`, 'make the round anew');
        const parks = await records.whole<Assessment>({ kind: 'assessment', parent: record.id });
        const made = await files[format].make(
          {
            round: record.content,
            framework,
            parks: parks.map(({ content }) => content),
            sample: record.sample,
            forDesk: grant.of === 'all',
            madeOn: dateIn(records.world.now()),
          },
          rule,
        );
        const name = encodeURIComponent(`${record.content.title.zh}报告.${format}`);
        return reply
          .headers({
            'content-type': files[format].type,
            'content-disposition': `attachment; filename="${record.id}.${format}"; filename*=UTF-8''${name}`,
            'cache-control': 'private, no-store',
          })
          .send(made);
      },
    );
  }
}
