import { words } from '@tidu/reference';
import { describe, expect, it } from 'vitest';
import { createWorkflow } from '../ground/workflow.ts';
import { deedName } from './deed-names.ts';

const letter = {
  name: 'letter',
  names: words('信函', 'letter'),
  workflow: createWorkflow({
    name: 'letter',
    states: { draft: words('草稿', 'draft'), sent: words('已发', 'sent') },
    initial: 'draft',
    editable: ['draft'],
    acts: { send: { name: words('发出', 'send'), from: ['draft'], to: 'sent' } },
  }),
} as never;

describe('a line of the trail', () => {
  it('is said in the words of the record’s own lifecycle', () => {
    expect(deedName('letter.send', [letter])).toEqual(words('发出信函', 'send letter'));
    expect(deedName('letter.create', [letter])).toEqual(words('新建信函', 'create letter'));
  });

  it('is said in words where no record is concerned', () => {
    expect(deedName('account.disable', [letter]).en).toBe('disabled the account');
  });

  it('is said as it is where no words are known', () => {
    expect(deedName('letter.toString', [letter])).toEqual(words('letter.toString', 'letter.toString'));
    expect(deedName('odd', [])).toEqual(words('odd', 'odd'));
  });
});
