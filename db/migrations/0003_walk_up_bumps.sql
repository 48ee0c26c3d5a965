-- Links are looked up from their later side whatever their state: indexes of one state alone left such walks to read
-- every link of the library. And the questions that wait are few, so they are read in order.
drop index bumps_up;
create index bumps_to on bumps (institution_id, to_id, state, from_id);
drop index bumps_asked;
create index bumps_asked on bumps (institution_id, id, to_id) where state = 'proposed';
