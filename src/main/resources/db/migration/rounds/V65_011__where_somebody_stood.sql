-- Where the device of whoever made the stop was, WGS-84, and how sure it was of it in metres; unknown for stops made before.
alter table rounds.stop
    add column stood_lon double precision,
    add column stood_lat double precision,
    add column stood_accuracy double precision;
