alter table gate_evaluation
	add column facts jsonb,
	add column policy_version text not null default '',
	add column override_id uuid;

-- Lets a gate pass once on the findings of one held evaluation.
create table gate_override (
	id uuid primary key,
	evaluation_id bigint not null unique references gate_evaluation,
	subject_id uuid not null,
	gate text not null,
	given_by text not null,
	authority text not null check (authority in ('SPONSOR', 'ADMIN')),
	reason text not null check (length(trim(reason)) >= 20),
	at timestamptz not null
);

alter table gate_evaluation add foreign key (override_id) references gate_override;

-- One chain per subject: each link holds the hash of the one before it, and the content of a row of
-- another table as it was when it was written.
create table evidence (
	subject_id uuid not null,
	position bigint not null check (position > 0),
	kind text not null,
	row_id text not null,
	content text not null,
	at timestamptz not null,
	previous_hash char(64) not null,
	hash char(64) not null,
	primary key (subject_id, position),
	unique (kind, row_id)
);

-- How long a chain is: without it, a missing end would not be seen.
create table evidence_head (
	subject_id uuid primary key,
	length bigint not null,
	hash char(64) not null
);

-- Moves the head on. It runs with the rights of the tables' owner, so the application needs none to
-- change a head; a link that doesn't follow the last one is refused.
create function advance_evidence_head() returns trigger language plpgsql security definer
	set search_path = pg_catalog, pg_temp as $$
declare
	moved int;
begin
	execute format('insert into %I.evidence_head (subject_id, length, hash) values ($1, 0, repeat(''0'', 64))
		on conflict do nothing', tg_table_schema) using new.subject_id;
	execute format('update %I.evidence_head set length = $2, hash = $3
		where subject_id = $1 and length = $2 - 1 and hash = $4', tg_table_schema)
		using new.subject_id, new.position, new.hash, new.previous_hash;
	get diagnostics moved = row_count;
	if moved <> 1 then
		raise exception 'Evidence % of % does not follow the last one', new.position, new.subject_id;
	end if;
	return null;
end $$;

create trigger evidence_moves_head after insert on evidence
	for each row execute function advance_evidence_head();

-- Evidence is only ever added. The name of the triggers, <table>_append_only, also tells
-- afterMigrate__grants.sql which rights the application's role must not have.
create function refuse_evidence_change() returns trigger language plpgsql as $$
begin
	raise exception 'The table % is evidence: rows are only ever added', tg_table_name;
end $$;

-- Nobody but the trigger above changes a head.
create function refuse_head_change() returns trigger language plpgsql as $$
begin
	if tg_op = 'UPDATE' and pg_trigger_depth() > 1 then
		return new;
	end if;
	raise exception 'The table % is evidence: it only ever grows', tg_table_name;
end $$;

create trigger gate_evaluation_append_only before update or delete or truncate on gate_evaluation
	for each statement execute function refuse_evidence_change();
create trigger gate_override_append_only before update or delete or truncate on gate_override
	for each statement execute function refuse_evidence_change();
create trigger evidence_append_only before update or delete or truncate on evidence
	for each statement execute function refuse_evidence_change();
create trigger evidence_head_append_only before delete or truncate on evidence_head
	for each statement execute function refuse_evidence_change();
create trigger evidence_head_only_grows before update on evidence_head
	for each row execute function refuse_head_change();

-- Their triggers refuse update and delete; these refuse to empty the table.
create trigger contract_revision_never_emptied before truncate on contract_revision
	for each statement execute function refuse_evidence_change();
create trigger approval_never_emptied before truncate on approval
	for each statement execute function refuse_evidence_change();
create trigger signature_never_emptied before truncate on signature
	for each statement execute function refuse_evidence_change();
