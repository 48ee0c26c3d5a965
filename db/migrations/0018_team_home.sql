-- What moved and which plans were closed lately, without reading every move and every plan.
create index level_events_by_day on level_events (institution_id, happened_on, id);
create index scale_up_plans_by_closing on scale_up_plans (institution_id, closed_at) where closed_at is not null;
