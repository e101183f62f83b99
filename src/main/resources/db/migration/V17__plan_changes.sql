-- A wish to leave the plan (PLA-03): another day, owner or other words for one action, or none of it
-- any more. What the action was when it was asked for stands beside what it is to be.
create table plan_change (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	action_id uuid not null references planned_action,
	entry_key bigint not null unique,
	action text not null,
	due_on date,
	owner text not null,
	launch_on date not null,
	given_up boolean not null default false,
	new_name text,
	new_due_on date,
	new_owner text,
	necessity text not null default '',
	impact text not null default '',
	requested_by text not null default '',
	state text not null default 'OPEN' check (state in ('OPEN', 'ASKED', 'APPLIED', 'REFUSED', 'WITHDRAWN')),
	opened_at timestamptz not null,
	closed_at timestamptz
);

create index plan_change_of_partnership on plan_change (partnership_id, opened_at);

-- One change of an action at a time.
create unique index plan_change_under_way on plan_change (action_id) where state in ('OPEN', 'ASKED');

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

create index plan_change_answer_of_change on plan_change_answer (change_id, side, id);

create trigger plan_change_answer_append_only before update or delete or truncate on plan_change_answer
	for each statement execute function refuse_evidence_change();
