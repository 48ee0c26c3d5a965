-- How many bumps lead on from a conversation stands with its people too: what grew from somebody is looked for only
-- where something did.

alter table interaction_persons add column bump_count {int} not null default 0;

update interaction_persons set bump_count = i.bump_count from interactions i
where i.institution_id = interaction_persons.institution_id and i.id = interaction_persons.interaction_id
and i.bump_count > 0;
