import type { Shape } from './fact.ts';
import { CannotAnswer } from './query/cannot-answer.ts';
import type { Warehouse } from './warehouse.ts';

/** Facts that name companies are for the desk alone; what leaves it are releases. */
export const isConfidential = ({ dimensions }: Shape): boolean => dimensions.includes('company');

/**
 * A warehouse as the public sees it: what the customs publish, and nothing that rests on
 * declarations, whose cells may be one firm's.
 */
export function publishedOnly(warehouse: Warehouse): Warehouse {
  const coverage = async () => (await warehouse.coverage()).filter(({ shape }) => !isConfidential(shape));
  return {
    ...warehouse,
    coverage,
    loads: async () => {
      const shapes = new Set((await coverage()).map(({ shape }) => shape.id));
      return (await warehouse.loads()).filter(({ shape }) => shapes.has(shape));
    },
    aggregate: async (query) => {
      const answer = await warehouse.aggregate(query);
      if (isConfidential(answer.shape)) throw confidential();
      return answer;
    },
    stream: async (query, options) => {
      const answer = await warehouse.stream(query, options);
      if (!isConfidential(answer.shape)) return answer;
      await answer.close();
      throw confidential();
    },
    quarantine: async () => [],
  };
}

const confidential = (): CannotAnswer =>
  new CannotAnswer(
    'confidential',
    'only declarations of companies could answer this, and they are confidential',
    'ask about what the customs publish, or look among the releases',
  );
