-- Where the application connects with another role than the one that owns the tables, give it what it
-- needs and nothing more: tables of evidence (those with a trigger <table>_append_only) it may only
-- read and add to.
do $$
declare
	application text := '${applicationRole}';
	target record;
begin
	if application = current_user or not exists (select from pg_roles where rolname = application) then
		return;
	end if;
	execute format('grant usage on schema %I to %I', current_schema(), application);
	for target in
		select c.oid, c.relname, c.relkind, exists (select from pg_trigger t
			where t.tgrelid = c.oid and t.tgname = c.relname || '_append_only') as evidence
		from pg_class c
		where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'S', 'v')
			and c.relname not like 'flyway%'
	loop
		if target.relkind = 'S' then
			execute format('grant usage on sequence %I to %I', target.relname, application);
		elsif target.relname = 'evidence_head' then
			execute format('revoke all on %I from %I', target.relname, application);
			execute format('grant select on %I to %I', target.relname, application);
		elsif target.evidence then
			execute format('revoke all on %I from %I', target.relname, application);
			execute format('grant select, insert on %I to %I', target.relname, application);
		else
			execute format('grant select, insert, update, delete on %I to %I', target.relname, application);
		end if;
	end loop;
end $$;
