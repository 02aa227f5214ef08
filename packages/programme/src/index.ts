export * from './account/asker.ts';
export * from './calendar/calendar.ts';
export * from './ground/kind.ts';
export * from './ground/workflow.ts';
