-- Above a size ratio, what the bigger side gains (PRO-16), and how we climb to larger partners (PRO-15).
alter table candidate add column bigger_side_gains text not null default '';
alter table programme add column ladder text not null default '';

-- What kind of address it is, where it comes from and whether the person agreed to it (APP-03).
alter table candidate
	add column contact_channel text not null default 'PROFESSIONAL'
		check (contact_channel in ('PROFESSIONAL', 'PRIVATE')),
	add column contact_obtained_from text not null default '',
	add column contact_consented_on date;

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

-- A wish to leave the plan: another day or other words for one action (PLA-03).
create table plan_change (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	action_id uuid not null references planned_action,
	business_key text not null unique,
	source text not null check (source in ('TASK', 'API')),
	new_name text,
	new_due_on date,
	necessity text not null default '',
	impact text not null default '',
	requested_by text not null default '',
	state text not null check (state in ('OPEN', 'ASKED', 'APPLIED', 'REFUSED', 'WITHDRAWN')),
	opened_at timestamptz not null,
	closed_at timestamptz
);

create index plan_change_of_partnership on plan_change (partnership_id, opened_at);

-- What each side says of it; a side's latest word counts.
create table plan_change_answer (
	id bigint generated always as identity primary key,
	change_id uuid not null references plan_change,
	business_key text not null unique,
	side text not null check (side in ('OURS', 'PARTNER')),
	person text not null,
	approved boolean not null,
	reason text not null,
	at timestamptz not null
);

create trigger plan_change_answer_append_only before update or delete or truncate on plan_change_answer
	for each statement execute function refuse_evidence_change();

-- What was learnt when a partnership ended, and what it cost (TRK-10, PIL-05); the latest entry counts.
create table retrospective (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	number int not null,
	entry_key bigint not null,
	went_well text not null,
	went_badly text not null,
	lessons jsonb not null,
	outcomes jsonb not null,
	hours_spent int,
	money_spent_minor bigint,
	currency text not null default '',
	wrong_choice text not null,
	farewell text not null,
	written_by text not null,
	written_at timestamptz not null,
	unique (partnership_id, number),
	unique (partnership_id, entry_key)
);
