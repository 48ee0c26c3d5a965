-- What a department's page counts stands with the link itself, so that a year is one walk over one index.

alter table interaction_units rename to interaction_units_before;

create table interaction_units (
  institution_id {id} not null,
  org_unit_id {id} not null,
  happened_on text not null,
  interaction_id {id} not null,
  kind_id {id} not null,
  visibility {int} not null,
  primary key (institution_id, org_unit_id, happened_on, interaction_id)
) {clustered};

insert into interaction_units (institution_id, org_unit_id, happened_on, interaction_id, kind_id, visibility)
select u.institution_id, u.org_unit_id, u.happened_on, u.interaction_id, i.kind_id, i.visibility
from interaction_units_before u
join interactions i on i.institution_id = u.institution_id and i.id = u.interaction_id
order by u.institution_id, u.org_unit_id, u.happened_on, u.interaction_id;

drop table interaction_units_before;

create index interaction_units_of_interaction on interaction_units (institution_id, interaction_id);
