import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { AgreementContent, ClauseTemplate, Templates } from '../api/pairing.client.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';
import { useAttempt } from './attempt.ts';
import { BenefitClauseForm } from './benefit-clause.form.tsx';
import { Field } from './field.tsx';

interface Props {
  record: RecordSeen<AgreementContent>;
  templates: Templates;
}

/** Clauses chosen from the templates with their parameters, the clause on benefits, the projects, the term. */
export function AgreementForm({ record, templates }: Props) {
  const { t } = useWords();
  const client = useQueryClient();
  const [content, setContent] = useState(record.content as AgreementContent);
  const [kept, setKept] = useState(false);
  const { busy, error, attempt } = useAttempt();
  const put = (change: Partial<AgreementContent>) => {
    setKept(false);
    setContent({ ...content, ...change });
  };
  const save = () =>
    attempt(async () => {
      const { signatures: _, end: __, ...written } = content;
      await programme.edit('agreements', record.id, record.version, written);
      setKept(true);
      await client.invalidateQueries({ queryKey: ['records'] });
    });
  const share = (on: boolean) => {
    const { benefit: _, ...rest } = content;
    setContent(on ? { ...rest, benefit: templates.benefit.clause } : rest);
  };
  return (
    <section aria-labelledby="edit-title" className="unprinted">
      <h2 id="edit-title">{t('agreement.edit')}</h2>
      <div className="question">
        {(['from', 'to'] as const).map((end) => (
          <Field key={end} label={t(`agreement.${end}`)}>
            <Input
              type="date"
              aria-label={t(`agreement.${end}`)}
              value={content[end]}
              onChange={({ target }) => put({ [end]: target.value })}
            />
          </Field>
        ))}
      </div>
      {templates.clauses.map((template) => (
        <ClauseFields key={template.id} template={template} content={content} onChange={put} />
      ))}
      <h3>
        <Checkbox checked={content.benefit !== undefined} onChange={({ target }) => share(target.checked)}>
          {t('agreement.withBenefit')}
        </Checkbox>
      </h3>
      {content.benefit ? (
        <>
          <BenefitClauseForm clause={content.benefit} onChange={(benefit) => put({ benefit })} />
          <Projects content={content} onChange={put} />
        </>
      ) : null}
      <p className="downloads">
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {t('agreement.save')}
        </Button>
        {kept ? <span role="status">{t('agreement.saved')}</span> : null}
      </p>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}

interface FieldsProps {
  content: AgreementContent;
  onChange: (change: Partial<AgreementContent>) => void;
}

function ClauseFields({ template, content, onChange }: FieldsProps & { template: ClauseTemplate }) {
  const { of } = useWords();
  const chosen = content.clauses.find((clause) => clause.template === template.id);
  const toggle = (on: boolean) =>
    onChange({
      clauses: on
        ? [...content.clauses, { template: template.id, values: {} }]
        : content.clauses.filter((clause) => clause !== chosen),
    });
  const set = (id: string, value: string | number | null) =>
    onChange({
      clauses: content.clauses.map((clause) =>
        clause === chosen && value !== null
          ? { ...clause, values: { ...clause.values, [id]: value } }
          : clause,
      ),
    });
  return (
    <fieldset className="clause-fields">
      <legend>
        <Checkbox checked={chosen !== undefined} onChange={({ target }) => toggle(target.checked)}>
          {of(template.heading)}
        </Checkbox>
      </legend>
      {template.note ? <p className="quiet">{of(template.note)}</p> : null}
      {chosen ? (
        <div className="question">
          {template.parameters.map(({ id, name, kind, least, most, default: usual }) => (
            <Field key={id} label={of(name)}>
              {kind === 'number' ? (
                <InputNumber
                  aria-label={of(name)}
                  value={Number(chosen.values[id] ?? usual)}
                  {...(least !== undefined && { min: least })}
                  {...(most !== undefined && { max: most })}
                  onChange={(value) => set(id, value)}
                />
              ) : (
                <Input
                  aria-label={of(name)}
                  value={String(chosen.values[id] ?? usual)}
                  onChange={({ target }) => set(id, target.value)}
                />
              )}
            </Field>
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}

function Projects({ content, onChange }: FieldsProps) {
  const { t } = useWords();
  const { projects } = content;
  const set = (at: number, change: Partial<{ key: string; name: string }>) =>
    onChange({ projects: projects.map((one, i) => (i === at ? { ...one, ...change } : one)) });
  return (
    <fieldset className="shares">
      <legend className="label">{t('agreement.projects')}</legend>
      <p className="quiet">{t('agreement.projectsLead')}</p>
      {projects.map(({ key, name }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a project that is being named has no other name
        <div key={at} className="share-row">
          <Input
            aria-label={t('agreement.projectKey')}
            value={key}
            onChange={({ target }) => set(at, { key: target.value })}
          />
          <Input
            aria-label={t('agreement.projectName')}
            value={name}
            onChange={({ target }) => set(at, { name: target.value })}
          />
          <Button type="text" onClick={() => onChange({ projects: projects.filter((_, i) => i !== at) })}>
            {t('agreement.remove')}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => onChange({ projects: [...projects, { key: `p${projects.length + 1}`, name: '' }] })}
      >
        {t('agreement.addProject')}
      </Button>
    </fieldset>
  );
}
