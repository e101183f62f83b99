-- Above a size ratio, what the bigger side gains (PRO-16), and how we climb to larger partners (PRO-15).
alter table candidate add column bigger_side_gains text not null default '';
alter table programme add column ladder text not null default '';

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
