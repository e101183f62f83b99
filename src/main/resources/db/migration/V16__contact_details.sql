-- What kind of address it is, where it comes from and whether the person agreed to it (APP-03).
alter table candidate
	add column contact_channel text not null default 'PROFESSIONAL'
		check (contact_channel in ('PROFESSIONAL', 'PRIVATE')),
	add column contact_obtained_from text not null default '',
	add column contact_consented_on date;

-- Who got the message: the contact of a partnership can change afterwards (APP-04).
alter table approach_attempt add column sent_to text;

update approach_attempt a set sent_to = c.email
from partnership p join person c on c.id = p.contact_id
where p.id = a.partnership_id and a.sent_at is not null;

-- The latest entry of a person counts; the earlier ones stay, because a consent is evidence.
create table contact_detail (
	id bigint generated always as identity primary key,
	person_id uuid not null references person,
	business_key text not null unique,
	channel text not null check (channel in ('PROFESSIONAL', 'PRIVATE')),
	obtained_from text not null,
	consented_on date,
	consent_note text not null default '',
	recorded_by text not null,
	recorded_at timestamptz not null
);

create index contact_detail_of_person on contact_detail (person_id, id);

create trigger contact_detail_append_only before update or delete or truncate on contact_detail
	for each statement execute function refuse_evidence_change();
