-- What is followed and how, as entered; the latest entry counts (TRK-01).
create table tracking_plan (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	number int not null,
	entry_key bigint not null,
	metrics jsonb not null,
	entered_at timestamptz not null default clock_timestamp(),
	unique (partnership_id, number),
	unique (partnership_id, entry_key)
);

create table metric (
	id uuid primary key,
	tracking_plan_id uuid not null references tracking_plan,
	partnership_id uuid not null references partnership,
	objective_id uuid not null references objective,
	position int,
	decisive boolean not null,
	name text not null,
	kind text not null,
	target numeric,
	unit text not null,
	owner text not null,
	off_target text not null,
	retired boolean not null default false,
	check (decisive = (position is not null)),
	check (position between 1 and 2),
	check (not decisive or kind <> 'vanity')
);

comment on column metric.position is 'first or second decisive metric of its objective; there is no third (TRK-02)';

create unique index metric_decisive on metric (objective_id, position) where decisive and not retired;

-- A correction is a new row; the latest revision of a metric and day counts (TRK-05).
create table reading (
	id bigint generated always as identity primary key,
	metric_id uuid not null references metric,
	on_date date not null,
	revision int not null,
	value numeric not null,
	recorded_by text not null,
	source text not null check (source in ('TASK', 'API')),
	recorded_at timestamptz not null default clock_timestamp(),
	unique (metric_id, on_date, revision)
);

-- Periodic reviews (PIL-01).
create table review (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	number int not null,
	entry_key bigint not null,
	scheduled_at timestamptz not null,
	review_at timestamptz not null,
	decision text check (decision in ('CONTINUE', 'END')),
	summary text,
	next_steps text,
	held_at timestamptz,
	unique (partnership_id, number),
	unique (partnership_id, entry_key)
);

create table renewal_decision (
	id bigint generated always as identity primary key,
	partnership_id uuid not null references partnership,
	entry_key bigint not null,
	decision text not null check (decision in ('RENEW', 'TERMINATE')),
	reason text not null default '',
	decided_by text not null,
	notice_by date,
	late boolean not null,
	decided_at timestamptz not null,
	unique (partnership_id, entry_key)
);
