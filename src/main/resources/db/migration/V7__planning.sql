-- A plan is built backward from its launch date; a new launch date makes a new revision (PLA-01).
create table plan (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	revision int not null,
	entry_key bigint not null,
	launch_on date not null,
	our_country text not null,
	partner_country text not null,
	launch_note text check (launch_note in ('MISSING', 'PAST', 'NO_WORKING_DAY')),
	built_at timestamptz not null default clock_timestamp(),
	unique (partnership_id, revision),
	unique (partnership_id, entry_key)
);

create table planned_action (
	id uuid primary key,
	plan_id uuid not null references plan,
	position int not null,
	template_key text,
	name text not null,
	due_on date,
	owner text not null,
	side text not null check (side in ('OURS', 'THEIRS', 'BOTH')),
	mandatory boolean not null default false,
	squeezed boolean not null default false,
	removed boolean not null default false,
	state text not null default 'PLANNED' check (state in ('PLANNED', 'DONE', 'DROPPED')),
	note text not null default '',
	changed_at timestamptz not null default clock_timestamp(),
	closed_at timestamptz
);

comment on column planned_action.squeezed is 'its day had passed already, so it stands on the next working day';

create index planned_action_of_plan on planned_action (plan_id, position);
