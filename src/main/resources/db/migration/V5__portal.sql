-- Since when the stage's process is at work: the pipeline shows what lingers.
alter table partnership add column stage_since timestamptz not null default now();
