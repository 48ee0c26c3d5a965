-- Whose rhythm is still to be made anew after many conversations changed at once: everybody stands here once, however
-- often they were touched.
create table rhythms_to_make (
  institution_id {id} not null references institutions (id),
  person_id {id} not null,
  primary key (institution_id, person_id)
) {clustered};
