-- Scale-up plans whose review asks the successor since a hand-over. {words} differ between engines: see src/db/migrate.hpp.

create table hand_over_reviews (
  institution_id {id} not null,
  hand_over_id {id} not null,
  plan_id {id} not null,
  primary key (institution_id, hand_over_id, plan_id),
  foreign key (institution_id, hand_over_id) references hand_overs (institution_id, id),
  foreign key (institution_id, plan_id) references scale_up_plans (institution_id, id)
) {clustered};
