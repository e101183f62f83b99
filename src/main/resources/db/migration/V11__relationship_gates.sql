-- Client, supplier and partner are three different things (PRO-27).
alter table partnership add column standing text not null default 'PARTNER'
	check (standing in ('PARTNER', 'CUSTOMER', 'SUPPLIER'));

-- The five points that make a partnership, as answered; the latest definition counts (QUA-01).
create table partnership_definition (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	number int not null,
	entry_key bigint not null,
	money text not null check (money in ('NEITHER', 'THEY_PAY_US', 'WE_PAY_THEM')),
	standing text not null check (standing in ('PARTNER', 'CUSTOMER', 'SUPPLIER')),
	defined_at timestamptz not null default clock_timestamp(),
	unique (partnership_id, number),
	unique (partnership_id, entry_key)
);

create table definition_point (
	definition_id uuid not null references partnership_definition,
	point text not null,
	holds boolean not null,
	because text not null,
	primary key (definition_id, point)
);

comment on table definition_point is 'a point that was not answered has no row';

-- The levels above the pair on both sides, as entered; the latest counts (GOV-02). The pair itself is
-- the operational level.
create table governance (
	id bigint generated always as identity primary key,
	partnership_id uuid not null references partnership,
	entry_key bigint not null,
	our_steering text not null,
	partner_steering text not null,
	our_executive text not null,
	partner_executive text not null,
	entered_at timestamptz not null default clock_timestamp(),
	unique (partnership_id, entry_key)
);

-- One of a named pair leaves: the pair no longer stands (GOV-01).
create table pair_departure (
	pair_id bigint not null references pair,
	side text not null check (side in ('OURS', 'PARTNER')),
	reason text not null,
	reported_by text not null,
	reported_at timestamptz not null,
	primary key (pair_id, side)
);

-- What each side gives and gets, as entered; the latest counts (QUA-04, QUA-09, QUA-10).
create table ledger (
	id bigint generated always as identity primary key,
	partnership_id uuid not null references partnership,
	entry_key bigint not null,
	we_promote boolean not null,
	they_promote boolean not null,
	our_gain text not null,
	our_money text not null,
	partner_gain text not null,
	partner_money text not null,
	we_give int check (we_give between 1 and 5),
	we_get int check (we_get between 1 and 5),
	they_give int check (they_give between 1 and 5),
	they_get int check (they_get between 1 and 5),
	entered_at timestamptz not null default clock_timestamp(),
	unique (partnership_id, entry_key)
);

comment on column ledger.our_gain is 'what lasts, other than money';

-- Somebody thinks twice for us (QUA-11).
create table second_look (
	id bigint generated always as identity primary key,
	partnership_id uuid not null references partnership,
	entry_key bigint not null,
	looked_by text not null,
	seen text not null,
	go_on boolean not null,
	looked_at timestamptz not null,
	unique (partnership_id, entry_key)
);

comment on column second_look.looked_by is 'who completed the task, as the engine says';

-- How long the brief was that the sponsor decided on (QUA-19).
alter table sponsor_decision add column brief_characters int not null default 0;

-- Whether new scores were asked for when this round was the latest (QUA-06).
alter table pillar_round add column asked_again_at timestamptz;

create trigger pair_departure_append_only before update or delete or truncate on pair_departure
	for each statement execute function refuse_evidence_change();
create trigger second_look_append_only before update or delete or truncate on second_look
	for each statement execute function refuse_evidence_change();
