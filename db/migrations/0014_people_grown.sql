-- What grew from the conversations with somebody, as it was counted last: on a row for each person with whom something
-- began. `kinds` are kinds of conversation, how many there are and who came ("4:2:65,7:1:0,"), `since` the first day that
-- counts, '' while it is to be made anew. It holds as long as `led_on`, the sum of the numbers of their conversations that
-- led on, is the same and `next_on`, when something ahead will have happened, has not come. `changes` counts what was noted.
create table people_grown (
  institution_id {id} not null references institutions (id),
  person_id {id} not null,
  since text not null default '',
  led_on {int} not null default 0,
  next_on text,
  kinds text not null default '',
  changes {int} not null default 0,
  primary key (institution_id, person_id)
) {clustered};
create index people_grown_to_make on people_grown (institution_id, since);
create index people_grown_ahead on people_grown (institution_id, next_on) where next_on is not null;

insert into people_grown (institution_id, person_id)
select distinct institution_id, person_id from interaction_persons where bump_count > 0;
