import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Course, PairingContent } from '../api/pairing.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import type { RecordSeen } from '../api/programme.client.ts';
import { Acts } from '../forms/acts.form.tsx';
import { EventForm } from '../forms/event.form.tsx';
import { paths } from '../paths.ts';
import { money } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { SampleMark, StateTag } from './record-head.tsx';

type Happened = Course['events'][number];

/** What the two sides did together, the latest first. */
export function PairingEvents({ pairing, course }: { pairing: RecordSeen<PairingContent>; course: Course }) {
  const { t } = useWords();
  const open = ['agreed', 'active', 'dormant'].includes(pairing.state);
  return (
    <section aria-labelledby="events-title">
      <h2 id="events-title">{t('pairing.events')}</h2>
      {course.events.length === 0 ? <p className="quiet">{t('pairing.eventsNone')}</p> : null}
      <ul className="lines">
        {course.events.map((one) => (
          <EventLine key={one.id} event={one} />
        ))}
      </ul>
      {course.may.event && open ? <EventForm pairing={pairing} /> : null}
    </section>
  );
}

function EventLine({ event }: { event: Happened }) {
  const { t, language } = useWords();
  const [open, setOpen] = useState(false);
  const numbers = Object.entries(event.numbers).map(
    ([name, n]) => `${t(`pairing.numbers.${name}`)} ${name.endsWith('Fen') ? money(n / 100, language) : n}`,
  );
  return (
    <li>
      <time>{event.date}</time> <b>{t(`pairing.kinds.${event.kind}`)}</b>{' '}
      <Link to={paths.pairingEvent} params={{ id: event.id }}>
        {event.title}
      </Link>{' '}
      <StateTag record={event} /> <span className="quiet">{numbers.join(t('list.comma'))}</span>
      {event.sample ? <SampleMark /> : null}
      {event.state === 'planned' ? (
        <button type="button" className="linkish" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'pairing.close' : 'pairing.open')}
        </button>
      ) : null}
      {open ? <EventActs id={event.id} /> : null}
    </li>
  );
}

function EventActs({ id }: { id: string }) {
  const { t } = useWords();
  const { data } = useQuery(programmeAsks.record('pairing-events', id));
  return data ? (
    <Acts
      plural="pairing-events"
      record={data}
      asked={{ cancel: [{ name: 'reason', label: t('pairing.acts.reason') }] }}
    />
  ) : null;
}
