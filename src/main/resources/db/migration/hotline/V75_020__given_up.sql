-- When and why a report upward was given up, and who has sent it again. made_at stays what it says; how long it is tried counts from tried_from.
alter table hotline.push
    add column tried_from  timestamptz,                     -- since when it has been tried; null = since made_at
    add column refused     boolean not null default false,  -- given up because the upper platform said no, not because it said nothing
    add column given_up_at timestamptz,
    add column again       integer not null default 0,      -- how often it was sent again after it was given up
    add column again_at    timestamptz,
    add column again_by    text;                            -- whose doing that was; null = the night's

-- As far as the reason that was kept tells: what passes is no refusal (401, 403, 408, 425, 429).
update hotline.push
set given_up_at = next_at,
    refused = coalesce(trouble ~ '^4[0-9][0-9] ' and trouble !~ '^4(01|03|08|25|29) ', false)
where state = 'dead';

alter table hotline.night add column sent_again integer not null default 0;  -- reports that it has taken up again
