### States and what binds them.

states-lede = Everybody this record names.
states-entities = Entities that not all recognise as states
states-entities-named = Named as the sources use the name, and never counted among states or members.
states-memberships-on = Memberships on { $day }
states-no-membership = None is found in this record on that day.
states-memberships = Memberships
states-body = organisation or organ
states-instruments-on = Instruments on { $day }
states-no-instrument = It stands to no instrument of this record on that day.
states-instruments = Instruments
states-what-binds-it = What binds it on that day
states-not-by-all = not recognised as a state by all, named as used by { $sources }
states-in-the-record = In the record
states-bound-as = bound as
states-what-binds = What binds { $state }
states-binds-on = On { $day }, under the instruments this record encodes.
states-obliged = It is obliged to
states-may = It may
states-lost = What it has lost
states-discharged = What was owed and is done
states-not-told = Of which this record has no party
states-nothing-binds = Nothing in this record binds it on that day.
states-all = All it takes part in
